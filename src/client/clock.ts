/** Time as client, stores and elements see it, so that tests, the demo and a simulator can drive it. */
export interface Clock {
  now(): Date;
  /** Runs `work` after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void;
}

/** The time of the page. */
export const pageClock: Clock = {
  now: () => new Date(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
