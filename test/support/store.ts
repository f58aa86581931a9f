import { after } from 'node:test';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { openTestPglite } from './pglite.js';
import { startPostgres, type TestPostgres } from './postgres.js';

/** Which store the tests of the backend run on: `memory` unless the environment says otherwise. */
export const storeKind = process.env['STORE'] ?? 'memory';

let postgres: Promise<TestPostgres> | undefined;

after(async () => {
  await (await postgres)?.stop();
});

/** An empty, migrated store of the kind asked for. */
export async function openTestStore(): Promise<Store> {
  switch (storeKind) {
    case 'memory':
      return createMemoryStore();
    case 'pglite':
      return openTestPglite();
    case 'postgres': {
      postgres ??= startPostgres();
      const store = openPostgres(await (await postgres).createDatabase());
      await store.migrate();
      return store;
    }
    default:
      throw new Error(`STORE=${storeKind} is not memory, pglite or postgres`);
  }
}
