import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

import { doors } from './doors.js';
import { filesBelow, root } from './files.js';
import { libraryConfig, mockConfig, standaloneConfig } from './library.js';
import { manifestText } from './manifest.js';

/** Everything that is published: modules per door, the mock, the standalone files, declarations, the manifest. */
const declarations = join(root, '.cache/declarations');

function emitDeclarations(): void {
  rmSync(declarations, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The declarations could not be made: see the compiler messages above.');
}

/** Copies the declarations a host can reach, and refuses one that points at what is not published. */
function publishDeclarations(): void {
  const below = '.cache/declarations/src/';
  for (const file of filesBelow(below.slice(0, -1), (path) => path.endsWith('.d.ts'))) {
    const text = readFileSync(join(root, file), 'utf8');
    const depth = file.slice(below.length).split('/').length;
    // From this depth, as many `../` as there are folders leave `dist`.
    const leaving = new RegExp(`from ['"](?:\\.\\./){${depth}}`);
    if (leaving.test(text)) throw new Error(`${file} shows a type of the backend, which is not published.`);
    const target = join(root, 'dist', file.slice(below.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** What a page loads must run without a bundler: no `process`, and every named library a dependency. */
function checkOutput(): void {
  for (const { name, output } of doors()) {
    const text = readFileSync(join(root, 'dist', output), 'utf8');
    if (text.length === 0) throw new Error(`${name} came out empty.`);
  }
  const bad = filesBelow('dist', (path) => path.endsWith('.js') && !path.startsWith('dist/mock/')).filter(
    (path) => /\bprocess\.env\b/.test(readFileSync(join(root, path), 'utf8')),
  );
  if (bad.length > 0) throw new Error(`Pages have no process.env, but it is left in: ${bad.join(', ')}`);
}

export async function buildLibrary(): Promise<void> {
  await build(libraryConfig());
  await build(mockConfig());
  await build(standaloneConfig());
  emitDeclarations();
  publishDeclarations();
  checkOutput();
  writeFileSync(join(root, 'custom-elements.json'), await manifestText());
  cpSync(join(root, 'custom-elements.json'), join(root, 'dist/custom-elements.json'));
}

if (process.argv[1] === join(root, 'scripts/build.ts')) {
  const started = performance.now();
  await buildLibrary();
  const count = filesBelow('dist', (path) => path.endsWith('.js')).length;
  console.log(
    `Built ${doors().length} doors, ${count} modules in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
}
