import { createApp } from '../../server/app.js';
import { createConfig } from '../../server/config.js';
import { listen } from '../../server/node/listen.js';
import { createLog } from '../../server/node/log.js';
import { argon2, systemClock, systemRandom, systemScheduler } from '../../server/node/system-ports.js';
import type { Store, Table, Tables, Transaction } from '../../server/stores/port.js';
import type { TableName } from '../../server/stores/schema.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';

let kept = false;
process.on('SIGUSR2', () => (kept = true));

/**
 * The product with every lock taken out: it counts, finds a free seat, and writes, as a naive check does. The
 * races must be lost by it, or they would prove nothing about the product. SIGUSR2 puts the locks back in, so
 * that nothing but the locks differs.
 */
function withoutLocks(store: Store): Store {
  const { transaction } = store;
  store.transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    transaction.call(store, (tx: Transaction) => work(kept ? tx : unlocked(tx))) as Promise<T>;
  return store;
}

function unlocked(tx: Transaction): Transaction {
  const free: Record<string, unknown> = { ...tx, hold: async () => undefined };
  const tables: Tables = tx;
  for (const name of Object.keys(tx) as TableName[]) {
    if (typeof tx[name] === 'object') free[name] = unlockedTable(tables[name] as Table<TableName>);
  }
  return free as unknown as Transaction;
}

function unlockedTable(table: Table<TableName>): Table<TableName> {
  return new Proxy(table, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]) => Reflect.apply(value, target, words.map(withoutLock)) as unknown;
    },
  });
}

function withoutLock(word: unknown): unknown {
  if (typeof word !== 'object' || word === null || !('lock' in word)) return word;
  return { ...word, lock: undefined };
}

const { DATABASE_URL = '', PORT = '0' } = process.env;
const ports = {
  store: withoutLocks(openPostgres(DATABASE_URL)),
  ...{ clock: systemClock, random: systemRandom, passwordHash: argon2, scheduler: systemScheduler },
  mail: { send: async () => undefined },
  log: createLog(),
};
const app = createApp(ports, createConfig({ publicUrl: `http://localhost:${PORT}` }));
await listen(Number(PORT), ['127.0.0.1', '::1'], (request, peer) => app.fetch(request, peer));
process.stdout.write(`Naive server: http://localhost:${PORT}\n`);
