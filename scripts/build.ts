import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

import { publishDeclarations } from './declarations.js';
import { doors } from './doors.js';
import { filesBelow, root } from './files.js';
import { libraryConfig, mockConfig, standaloneConfig } from './library.js';
import { manifestText } from './manifest.js';

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

/** Everything that is published: modules per door, the mock, the standalone files, declarations, the manifest. */
export async function buildLibrary(): Promise<void> {
  await build(libraryConfig());
  await build(mockConfig());
  await build(standaloneConfig());
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
