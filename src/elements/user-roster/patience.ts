import type { Clock } from '../../client/index.js';

/** A skeleton appears after 300 ms (its styles see to that) and then stays for 400 ms, so that nothing flickers. */
const appears = 300;
const stays = 400;

/** Holds back a first answer that would cut a skeleton's appearance short. */
export class Patience {
  readonly #changed: () => void;
  #since: number | undefined;
  #cancel: (() => void) | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Is the skeleton to be drawn? Ask on every drawing. */
  waits(loading: boolean, clock: Clock): boolean {
    const now = clock.now().getTime();
    if (loading) {
      this.#since ??= now;
      return true;
    }
    const shownFor = this.#since === undefined ? 0 : now - this.#since;
    const left = shownFor < appears ? 0 : appears + stays - shownFor;
    if (left <= 0) {
      this.stop();
      return false;
    }
    this.#cancel ??= clock.after(left, this.#changed);
    return true;
  }

  stop(): void {
    this.#since = undefined;
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
