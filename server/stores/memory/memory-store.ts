import { StoreUnavailable, type Store, type Tables, type Transaction } from '../port.js';
import { schema, type TableName } from '../schema.js';
import { checkNotification, factsOf } from '../values.js';
import { MemoryTable, type Viewpoint } from './memory-table.js';
import { TableData } from './table-data.js';

const tableNames = Object.keys(schema) as TableName[];

/**
 * A store that lives as long as its page or process. It keeps every promise of the port, unique rules
 * and rollback included, and needs nothing but the language, so it also runs in a browser.
 */
export function createMemoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  readonly #data = new Map(tableNames.map((name) => [name, new TableData(factsOf(name))]));
  readonly #listeners = new Map<string, Set<(payload: string) => void>>();
  /** Settles when the last transaction in the queue has ended. */
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  readonly read = this.#tables({ committed: true, check: () => this.#checkOpen() });

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => this.#run(work));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async migrate(): Promise<void> {
    this.#checkOpen();
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    this.#checkOpen();
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners);
    // Wrapped, so that the same function may listen twice and end each listening by itself.
    const listener = (payload: string) => heard(payload);
    listeners.add(listener);
    return async () => {
      listeners.delete(listener);
    };
  }

  async ping(): Promise<void> {
    this.#checkOpen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    await this.#queue;
  }

  async #run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.#checkOpen();
    let ended = false;
    const check = () => {
      if (ended) throw new TypeError('The transaction has ended');
    };
    /** A set, since PostgreSQL too delivers equal notifications of one transaction once. */
    const told = new Set<string>();
    const tx: Transaction = {
      ...this.#tables({ committed: false, check }),
      hold: async () => check(),
      notify: async (channel, payload) => {
        check();
        checkNotification(channel, payload);
        told.add(`${channel} ${payload}`);
      },
    };
    try {
      const result = await work(tx);
      for (const data of this.#data.values()) data.keep();
      this.#deliver(told);
      return result;
    } catch (error) {
      for (const data of this.#data.values()) data.undo();
      throw error;
    } finally {
      ended = true;
    }
  }

  #deliver(told: ReadonlySet<string>): void {
    for (const entry of told) {
      const space = entry.indexOf(' ');
      for (const heard of this.#listeners.get(entry.slice(0, space)) ?? []) {
        queueMicrotask(() => heard(entry.slice(space + 1)));
      }
    }
  }

  #tables(view: Viewpoint): Tables {
    return Object.fromEntries(
      [...this.#data].map(([name, data]) => [name, new MemoryTable(data, view)]),
    ) as unknown as Tables;
  }

  #checkOpen(): void {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
  }
}
