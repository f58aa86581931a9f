import type { CcClient } from '../client/index.js';
import { pageClock, type Clock } from '../client/clock.js';

/** What a store factory is given: whose data it holds, and how long it lives. */
export interface StoreContext {
  readonly client: CcClient;
  /** The account whose data the store holds; empty where no account is chosen yet (sign-in, accept). */
  readonly accountId: string;
  readonly clock: Clock;
  /** Aborts when the scope ends: hand it to every request. */
  readonly signal: AbortSignal;
  /** Another store of the same scope. */
  use<Store>(factory: StoreFactory<Store>): Store;
  /** Runs when the scope ends: unsubscribe and stop timers here. */
  onDispose(release: () => void): void;
}

/** Makes a store once per scope. `refresh()`, where a store has one, loads its data again. */
export type StoreFactory<Store> = (context: StoreContext) => Store;

export interface ScopeOptions {
  readonly client: CcClient;
  readonly accountId?: string;
  readonly clock?: Clock;
}

/**
 * All stores of one client and one account. A provider makes one, and an element outside a provider makes
 * its own; nothing is shared by the page, so two tenants can stand side by side.
 */
export class Scope {
  readonly client: CcClient;
  readonly accountId: string;
  readonly clock: Clock;
  readonly #stores = new Map<StoreFactory<unknown>, unknown>();
  readonly #releases: (() => void)[] = [];
  readonly #end = new AbortController();

  constructor({ client, accountId = '', clock = pageClock }: ScopeOptions) {
    this.client = client;
    this.accountId = accountId;
    this.clock = clock;
  }

  /** True once `dispose` ran. */
  get ended(): boolean {
    return this.#end.signal.aborted;
  }

  /** The one store of this scope made by `factory`. */
  use<Store>(factory: StoreFactory<Store>): Store {
    if (!this.#stores.has(factory)) {
      this.#stores.set(
        factory,
        factory({
          client: this.client,
          accountId: this.accountId,
          clock: this.clock,
          signal: this.#end.signal,
          use: (other) => this.use(other),
          onDispose: (release) => this.#releases.push(release),
        }),
      );
    }
    return this.#stores.get(factory) as Store;
  }

  /** Loads everything that has been asked for in this scope again. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#stores.values()].map(refreshStore));
  }

  /** Aborts running requests and lets go of every store. */
  dispose(): void {
    this.#end.abort();
    for (const release of this.#releases.splice(0)) release();
    this.#stores.clear();
  }
}

/** Loads a store's data again, if it has a `refresh`. */
export async function refreshStore(store: unknown): Promise<void> {
  if (typeof store !== 'object' || store === null || !('refresh' in store)) return;
  if (typeof store.refresh === 'function') await store.refresh();
}
