import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../server/stores/port.js';
import { openPglite, type PgliteOptions } from '../../server/stores/sql/dialect-pglite.js';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** A migrated PGlite of its own for one test file. A template folder is made once, since a start takes seconds. */
export async function openTestPglite(options: Omit<PgliteOptions, 'dataDir'> = {}): Promise<Store> {
  const folder = await pgliteFolder();
  const store = await openPglite({ ...options, dataDir: folder });
  const close = store.close.bind(store);
  store.close = async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  };
  return store;
}

/** A folder with all tables and no rows, for tests that open it themselves, and again after a crash. */
export async function pgliteFolder(): Promise<string> {
  const folder = join(tmpdir(), `crew-pglite-${randomBytes(6).toString('hex')}`);
  await cp(await template(), folder, { recursive: true });
  return folder;
}

async function template(): Promise<string> {
  const folder = join(root, '.cache', `pglite-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { recursive: true });
  const store = await openPglite({ dataDir: draft });
  await store.migrate();
  await store.close();
  // Another test file may have been quicker; its template is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

/** Changes with the migrations and with PGlite. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const migrations = join(root, 'server/stores/sql/migrations');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  hash.update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return hash.digest('hex').slice(0, 12);
}
