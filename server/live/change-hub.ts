import { changesChannel } from '../services/audit.js';
import type { Store } from '../stores/port.js';

/** Wakes the open streams of this process when an account has changed: one ear on the store for all of them. */
export class ChangeHub {
  readonly #store: Store;
  readonly #watchers = new Map<string, Set<() => void>>();
  #ear: Promise<() => Promise<void>> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Calls `wake` after each commit that changed the account, in whatever process; returns what ends it. */
  async watch(accountId: string, wake: () => void): Promise<() => void> {
    const watchers = this.#watchers.get(accountId) ?? new Set();
    this.#watchers.set(accountId, watchers.add(wake));
    const leave = (): void => {
      watchers.delete(wake);
      if (watchers.size === 0 && this.#watchers.get(accountId) === watchers) this.#watchers.delete(accountId);
      if (this.#watchers.size === 0) this.#deafen();
    };
    try {
      await (this.#ear ??= this.#store.listen(changesChannel, (payload) => this.#heard(payload)));
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Without a payload the connection was lost for a while, and any account may have changed. */
  #heard(accountId: string): void {
    const woken =
      accountId === ''
        ? [...this.#watchers.values()]
        : [this.#watchers.get(accountId) ?? new Set<() => void>()];
    for (const watchers of woken) for (const wake of [...watchers]) wake();
  }

  #deafen(): void {
    const ear = this.#ear;
    this.#ear = undefined;
    ear?.then((stop) => stop()).catch(() => undefined);
  }
}
