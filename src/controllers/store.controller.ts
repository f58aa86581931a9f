import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { refreshStore, type Scope, type StoreFactory } from '../stores/scope.js';

/** An element that knows its stores: CcElement is one. */
export interface StoreHost extends ReactiveControllerHost {
  readonly stores: Scope | undefined;
}

interface Listenable {
  subscribe(listener: () => void): () => void;
}

/**
 * Holds one store of the host's scope and redraws the host when any of its `$…` values changes. The store is
 * undefined until client and account are known.
 *
 * @example
 * readonly #seats = new StoreController(this, createSeatsStore);
 * // in render: this.#seats.store?.$seats.get()
 */
export class StoreController<Store extends object> implements ReactiveController {
  readonly #host: StoreHost;
  #factory: StoreFactory<Store>;
  readonly #needsAccount: boolean;
  #scope: Scope | undefined;
  #releases: (() => void)[] = [];
  #store: Store | undefined;

  constructor(host: StoreHost, factory: StoreFactory<Store>, options: { withoutAccount?: boolean } = {}) {
    this.#host = host;
    this.#factory = factory;
    this.#needsAccount = !options.withoutAccount;
    host.addController(this);
  }

  get store(): Store | undefined {
    return this.#store;
  }

  /** Holds the store of another factory from now on, such as that of another person. */
  switchTo(factory: StoreFactory<Store>): void {
    if (factory === this.#factory) return;
    this.#factory = factory;
    if (this.#scope) this.#bind(this.#scope);
  }

  /** Loads the store's data again. */
  refresh(): Promise<void> {
    return refreshStore(this.#store);
  }

  hostConnected(): void {
    // Listening again after a move; a first connect has no scope yet.
    if (this.#scope) this.#bind(this.#host.stores);
  }

  hostUpdate(): void {
    if (this.#host.stores !== this.#scope) this.#bind(this.#host.stores);
  }

  hostDisconnected(): void {
    this.#release();
  }

  #bind(scope: Scope | undefined): void {
    this.#release();
    this.#scope = scope;
    this.#store = scope && (scope.accountId || !this.#needsAccount) ? scope.use(this.#factory) : undefined;
    for (const [name, value] of Object.entries(this.#store ?? {})) {
      if (name.startsWith('$') && isListenable(value)) this.#listen(value);
    }
  }

  #listen(value: Listenable): void {
    // The first call comes at once, with the value that is about to be drawn anyway.
    let first = true;
    this.#releases.push(
      value.subscribe(() => {
        if (!first) this.#host.requestUpdate();
      }),
    );
    first = false;
  }

  #release(): void {
    for (const release of this.#releases.splice(0)) release();
  }
}

function isListenable(value: unknown): value is Listenable {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subscribe' in value &&
    typeof value.subscribe === 'function'
  );
}
