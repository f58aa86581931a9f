import type { AccountListStore } from '../../stores/account-list.js';
import { applied, writeFilter } from './filter.js';

/** How many accounts would match without the last filter: asked once per filter, when nothing was found. */
export class CountWithout {
  readonly #changed: () => void;
  #about: string | undefined;
  #count: number | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The number, or undefined while it is not known. */
  of(store: AccountListStore): number | undefined {
    const query = store.$query.get();
    const last = applied(query).at(-1);
    const about = writeFilter(query);
    if (!last) return undefined;
    if (about === this.#about) return this.#count;
    this.#about = about;
    this.#count = undefined;
    store.count({ ...query, [last]: '' }).then(
      (count) => {
        if (this.#about !== about) return;
        this.#count = count;
        this.#changed();
      },
      // Without the number, a general hint stands there.
      () => undefined,
    );
    return undefined;
  }
}
