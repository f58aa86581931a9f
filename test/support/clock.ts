import type { Clock, Scheduler } from '../../server/ports.js';

/** A clock that stands still until it is told to go on, and the work that waits for it. */
export class TestClock implements Clock, Scheduler {
  #now: number;
  #waiting: { at: number; work: () => void }[] = [];

  constructor(start = '2026-11-22T09:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, work: () => void): () => void {
    const entry = { at: this.#now + ms, work };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  /** Lets time pass, and with it everything that was to happen meanwhile. */
  advance(seconds: number): void {
    this.#now += seconds * 1000;
    const due = this.#waiting.filter(({ at }) => at <= this.#now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { work } of due) work();
  }

  /** How much work waits. */
  get waiting(): number {
    return this.#waiting.length;
  }
}
