import { join } from 'node:path';
import type { Store } from '../stores/port.js';
import { openPglite } from '../stores/sql/dialect-pglite.js';
import { openPostgres } from '../stores/sql/dialect-postgres.js';
import { lockFolder } from './lock-file.js';
import { reasonOf, StartError } from './start-error.js';

export interface OpenedStore {
  store: Store;
  /** Closes the store, then gives the folder back. */
  close(): Promise<void>;
}

/** PostgreSQL where an address is given, else the embedded database in its folder; with the newest tables. */
export async function openStore(settings: {
  databaseUrl: string | null;
  databaseConnections: number;
  dataDir: string;
}): Promise<OpenedStore> {
  const { databaseUrl, databaseConnections, dataDir } = settings;
  return databaseUrl === null ? openEmbedded(dataDir) : openServer(databaseUrl, databaseConnections);
}

async function openEmbedded(dataDir: string): Promise<OpenedStore> {
  const unlock = await lockFolder(dataDir);
  let store: Store | undefined;
  try {
    store = await openPglite({ dataDir: join(dataDir, 'database') });
    await store.migrate();
  } catch (error) {
    await store?.close().catch(() => undefined);
    await unlock();
    throw new StartError(
      `The database in ${dataDir} can't be opened (${reasonOf(error)}). Restore the folder, or set DATA_DIR to a new one.`,
    );
  }
  const opened = store;
  return {
    store: opened,
    async close() {
      await opened.close();
      await unlock();
    },
  };
}

async function openServer(url: string, connections: number): Promise<OpenedStore> {
  let store: Store | undefined;
  try {
    store = openPostgres(url, { connections });
    await store.ping();
    await store.migrate();
  } catch (error) {
    await store?.close().catch(() => undefined);
    throw new StartError(`The database of DATABASE_URL can't be used (${causeOf(error)}).`);
  }
  const opened = store;
  return { store: opened, close: () => opened.close() };
}

/** The innermost reason: a store wraps what the driver said. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : reasonOf(error);
}
