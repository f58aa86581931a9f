import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildLibrary } from './build.js';
import { judgeBundlers, makeHost } from './bundlers.js';
import { root } from './files.js';

/**
 * Packs the package as a registry would get it, lets publint and attw judge it, and bundles it with the three
 * bundlers hosts use. Builds first unless told `--built`.
 */
const folder = mkdtempSync(join(tmpdir(), 'crew-pack-'));
const verdicts: boolean[] = [];

function verdict(title: string, complaint: string | undefined): void {
  verdicts.push(complaint === undefined);
  console.log(`${title}: ${complaint ?? 'fine'}`);
}

function judge(tool: string, words: string[]): void {
  const program = join(root, 'node_modules/.bin', tool);
  const { status } = spawnSync(program, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  verdict(tool, status === 0 ? undefined : 'found faults, see above');
}

/** Path of the tarball. */
function pack(): string {
  const target = join(folder, 'packed');
  mkdirSync(target);
  const words = ['pack', '--silent', '--ignore-scripts', '--pack-destination', target];
  const { status } = spawnSync('npm', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [name] = readdirSync(target);
  if (status !== 0 || !name) throw new Error('npm pack failed.');
  return join(target, name);
}

async function judgeInHosts(tarball: string): Promise<void> {
  const host = join(folder, 'host');
  const place = join(host, 'node_modules/crew-components');
  mkdirSync(place, { recursive: true });
  makeHost(host);
  spawnSync('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'], { stdio: 'inherit' });
  for (const { bundler, complaint } of await judgeBundlers(host)) verdict(`bundled by ${bundler}`, complaint);
}

try {
  if (!process.argv.includes('--built')) await buildLibrary();
  const tarball = pack();
  judge('publint', [tarball, '--strict']);
  judge('attw', [
    tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'standalone',
    'custom-elements.json',
  ]);
  await judgeInHosts(tarball);
} catch (error) {
  verdict('package', error instanceof Error ? error.message : String(error));
}
rmSync(folder, { recursive: true, force: true });
const failed = verdicts.filter((fine) => !fine).length;
console.log(`package: ${verdicts.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
