import type { Outcome } from '../base/perform.js';
import type { Target } from './bulk-guards.js';

/** How it went with one of them. */
export interface BulkLine<Item = Target> {
  readonly entry: Item;
  state: 'waiting' | 'busy' | 'done' | 'failed' | 'vetoed';
  error?: Error;
}

/** So many at the same time: quick for hundreds, and no burden for the backend. */
const atOnce = 4;

/** Does the same to several people, a few at a time; can be stopped between two, and repeated for what failed. */
export class BulkRun<Item = Target> {
  readonly lines: readonly BulkLine<Item>[];
  readonly #act: (entry: Item) => Promise<Outcome<unknown>>;
  readonly #changed: () => void;
  readonly #atOnce: number;
  #stopped = false;
  #running = false;

  constructor(
    entries: readonly Item[],
    act: (entry: Item) => Promise<Outcome<unknown>>,
    changed: () => void,
    several = atOnce,
  ) {
    this.lines = entries.map((entry) => ({ entry, state: 'waiting' }));
    this.#act = act;
    this.#changed = changed;
    this.#atOnce = several;
  }

  get running(): boolean {
    return this.#running;
  }

  get stopping(): boolean {
    return this.#running && this.#stopped;
  }

  /** Those in this state. */
  in(...states: readonly BulkLine['state'][]): readonly BulkLine<Item>[] {
    return this.lines.filter(({ state }) => states.includes(state));
  }

  /** Whoever is still to be done; again after a stop or a failure. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#stopped = false;
    this.#running = true;
    const left = this.lines.filter(({ state }) => state === 'waiting' || state === 'failed');
    for (const line of left) line.state = 'waiting';
    this.#changed();
    const next = left[Symbol.iterator]();
    await Promise.all(Array.from({ length: this.#atOnce }, () => this.#work(next)));
    this.#running = false;
    this.#changed();
  }

  /** Nobody new is begun; who is being done is finished. */
  stop(): void {
    this.#stopped = true;
    this.#changed();
  }

  async #work(lines: Iterator<BulkLine<Item>>): Promise<void> {
    for (let next = lines.next(); !next.done && !this.#stopped; next = lines.next()) {
      const line = next.value;
      line.state = 'busy';
      const outcome = await this.#act(line.entry);
      line.state = outcome.state;
      line.error = outcome.state === 'failed' ? outcome.error : undefined;
      this.#changed();
    }
  }
}
