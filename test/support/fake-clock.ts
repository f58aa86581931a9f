import type { Clock } from '../../src/client/index.js';

interface Timer {
  at: number;
  work: () => void;
}

/** Lets everything run that waits for nothing but other code. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
}

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  #now: number;
  #timers: Timer[] = [];
  /** How many timers fired so far. */
  fired = 0;

  constructor(start = '2026-11-22T09:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, work: () => void): () => void {
    const timer = { at: this.#now + ms, work };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Timers that are waiting. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Passes time: each timer fires at its time, and what follows from it runs before the next one. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#fire(next);
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** The machine sleeps: nothing runs, and afterwards all that was due is late. */
  async sleep(ms: number): Promise<void> {
    await settle();
    this.#now += ms;
    for (let next = this.#next(this.#now); next; next = this.#next(this.#now)) {
      this.#fire(next);
      await settle();
    }
  }

  /** Only the time of day changes, as on waking up: what was due has not run yet. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Passes time, timer by timer, until nothing waits any more. */
  async drain(): Promise<void> {
    await settle();
    while (this.#timers.length > 0) {
      const next = this.#next(Number.POSITIVE_INFINITY);
      if (next) await this.advance(Math.max(0, next.at - this.#now));
    }
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.fired++;
    timer.work();
  }
}
