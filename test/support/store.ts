import { after } from 'node:test';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { openTestPglite } from './pglite.js';
import { startPostgres, type TestPostgres } from './postgres.js';

/** Which store the tests of the backend run on: `memory` unless the environment says otherwise. */
export const storeKind = process.env['STORE'] ?? 'memory';

interface Templated {
  server: TestPostgres;
  /** A migrated database that the others are copied from. */
  template: string;
}

let postgres: Promise<Templated> | undefined;

async function startTemplated(): Promise<Templated> {
  const server = await startPostgres();
  const template = await server.createDatabase();
  const store = openPostgres(template);
  await store.migrate();
  await store.close();
  return { server, template };
}

after(async () => {
  await (await postgres)?.server.stop();
});

/** An empty, migrated store of the kind asked for. */
export async function openTestStore(): Promise<Store> {
  switch (storeKind) {
    case 'memory':
      return createMemoryStore();
    case 'pglite':
      return openTestPglite();
    case 'postgres': {
      postgres ??= startTemplated();
      const { server, template } = await postgres;
      return openPostgres(await server.createDatabase(template));
    }
    default:
      throw new Error(`STORE=${storeKind} is not memory, pglite or postgres`);
  }
}
