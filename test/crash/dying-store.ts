import { schema, type TableName } from '../../server/stores/schema.js';
import { StoreUnavailable, type Store, type Transaction } from '../../server/stores/port.js';

/** A store whose process can be made to die at a certain step of what it does in transactions. */
export interface DyingStore {
  store: Store;
  /** It dies at this step, counted from now, and does nothing more; null lets it live. */
  dieAt(step: number | null): void;
  /** Steps since then. */
  steps(): number;
}

export function dying(store: Store): DyingStore {
  let left: number | null = null;
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (left !== null && steps >= left) throw new StoreUnavailable('The process has died');
  };
  const counting = (target: object): object =>
    new Proxy(target, {
      get(table, key) {
        const value: unknown = Reflect.get(table, key);
        if (typeof value !== 'function') return value;
        return async (...words: unknown[]) => {
          step();
          return (await Reflect.apply(value, table, words)) as unknown;
        };
      },
    });
  const { transaction } = store;
  store.transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    transaction.call(store, async (tx: Transaction) => {
      const tables = (Object.keys(schema) as TableName[]).map((name) => [name, counting(tx[name])]);
      const rest = counting({ hold: tx.hold, notify: tx.notify });
      const { hold, notify } = rest as Pick<Transaction, 'hold' | 'notify'>;
      const result = await work({ ...Object.fromEntries(tables), hold, notify } as Transaction);
      // The last moment at which nothing of it has happened yet.
      step();
      return result;
    }) as Promise<T>;
  return {
    store,
    dieAt(at) {
      left = at;
      steps = 0;
    },
    steps: () => steps,
  };
}

/** What does not count as having happened: claims of calls, and that somebody was seen or has tried. */
const traces: ReadonlySet<TableName> = new Set(['idempotencyKeys', 'budgetEvents', 'entries']);
const seen: ReadonlySet<string> = new Set(['lastActiveAt', 'lastSeenAt']);

/** Everything that is in the store, as one text. */
export async function contentOf(store: Store): Promise<string> {
  const names = (Object.keys(schema) as TableName[]).filter((name) => !traces.has(name));
  const tables = await Promise.all(names.map(async (name) => [name, await store.read[name].find()]));
  return JSON.stringify(tables, (key, value: unknown) => (seen.has(key) ? undefined : value), 1);
}
