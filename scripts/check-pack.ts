import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildLibrary } from './build.js';
import { root } from './files.js';

/** Packs the package as a registry would get it and lets publint and attw judge it. Builds first unless told `--built`. */
const folder = mkdtempSync(join(tmpdir(), 'crew-pack-'));

function run(title: string, command: string, words: string[]): boolean {
  const { status } = spawnSync(command, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${title}: ${status === 0 ? 'fine' : 'found faults'}`);
  return status === 0;
}

if (!process.argv.includes('--built')) await buildLibrary();
const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  cwd: root,
});
const [name = ''] = readdirSync(folder);
const tarball = join(folder, name);
const bin = (tool: string) => join(root, 'node_modules/.bin', tool);
const verdicts =
  packed.status === 0 && name
    ? [
        run('publint', bin('publint'), [tarball, '--strict']),
        run('attw', bin('attw'), [
          tarball,
          '--profile',
          'esm-only',
          '--exclude-entrypoints',
          'standalone',
          'custom-elements.json',
        ]),
      ]
    : [false, false];
rmSync(folder, { recursive: true, force: true });
const failed = verdicts.filter((fine) => !fine).length;
console.log(`package: ${verdicts.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
