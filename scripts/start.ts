import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { bundle } from './bundle.js';
import { filesBelow, root } from './files.js';

/**
 * `npm start`: bundles the portal for the browser and the backend for Node, then runs the backend in this very
 * process, so that a signal reaches it and its exit code is ours. What was built stays in .cache until a source
 * changes.
 */
const cache = join(root, '.cache/start');

/** Changes when any source, or any installed version, changes. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = ['src', 'server', 'hosts/portal', 'scripts'].flatMap((folder) =>
    filesBelow(folder, () => true),
  );
  for (const path of [...sources, 'package.json', 'package-lock.json', 'tsconfig.json']) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Keeps the newest builds only, and lets another start in progress finish with its own. */
function forget(current: string): void {
  const byAge = readdirSync(cache)
    .filter((name) => name !== current)
    .map((name) => ({ name, age: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { name } of byAge.slice(3)) rmSync(join(cache, name), { recursive: true, force: true });
}

async function prepare(): Promise<string> {
  const key = fingerprint();
  const finished = join(cache, key);
  if (existsSync(finished)) return finished;
  mkdirSync(cache, { recursive: true });
  const draft = join(cache, `draft-${key}-${process.pid}`);
  await bundle(draft).catch((error: unknown) => {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  });
  try {
    renameSync(draft, finished);
  } catch {
    // Another start finished the same build first: ours is of no use then.
    rmSync(draft, { recursive: true, force: true });
  }
  forget(key);
  return finished;
}

const built = await prepare();
const entry = pathToFileURL(join(built, 'server/main.mjs')).href;
const { main } = (await import(entry)) as { main: (options: { portalDir: string }) => Promise<void> };
await main({ portalDir: join(built, 'portal') });
