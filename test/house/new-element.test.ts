import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

import { root } from '../../scripts/files.js';

const run = promisify(execFile);
const left = new Set(['node_modules', '.git', '.cache', '.data', 'dist', 'storybook-static']);

describe('npm run new', () => {
  let folder: string;
  let touched: string[];

  /** Runs a tool in the copy; fails with all it said. */
  async function tool(program: string, ...words: string[]): Promise<string> {
    try {
      const { stdout } = await run(process.execPath, [join('node_modules', program), ...words], {
        cwd: folder,
        maxBuffer: 1 << 26,
      });
      return stdout;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${program} found faults:\n${stdout}\n${stderr}`, { cause: error });
    }
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crew-new-'));
    await cp(root, folder, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const said = await tool('tsx/dist/cli.mjs', 'scripts/new-element.ts', 'cc-notice-board');
    touched = said.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('writes code, proof, story and lists', () => {
    const kinds = ['.styles.ts', '.events.ts', '.harness.ts', '.stories.ts', '.browser.test.ts', '.types.ts'];
    for (const kind of kinds)
      assert.ok(touched.includes(touched.find((path) => path.endsWith(kind)) ?? ''), kind);
    assert.ok(touched.includes('src/index.ts'));
  });

  it('compiles, type test included', async () => {
    // The rest of the project is compiled elsewhere; what the new files stand on comes along.
    const settings = JSON.parse(await readFile(join(folder, 'tsconfig.json'), 'utf8')) as object;
    const include = touched.filter((path) => path.endsWith('.ts'));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, include }));
    await tool('typescript/bin/tsc', '--noEmit');
  });

  it('passes lint and format', async () => {
    const sources = touched.filter((path) => path.endsWith('.ts'));
    await tool('eslint/bin/eslint.js', '--max-warnings', '0', ...sources);
    await tool('prettier/bin/prettier.cjs', '--check', ...sources);
  });

  it('is in the manifest, every part described', async () => {
    assert.match(await tool('tsx/dist/cli.mjs', 'scripts/manifest.ts', '--check'), /1 passed, 0 failed/);
  });

  it('passes its own browser test', async () => {
    const said = await tool(
      '@web/test-runner/dist/bin.js',
      '--files',
      'test/elements/notice-board.browser.test.ts',
    );
    assert.match(said, /[1-9]\d* passed, 0 failed/);
  });

  it('refuses a tag that is none, and one that is taken', async () => {
    await assert.rejects(
      tool('tsx/dist/cli.mjs', 'scripts/new-element.ts', 'x-board'),
      /is no tag of this package/,
    );
    await assert.rejects(
      tool('tsx/dist/cli.mjs', 'scripts/new-element.ts', 'cc-notice-board'),
      /exists already/,
    );
  });
});
