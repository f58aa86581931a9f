import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

import { filesBelow, root } from './files.js';

/**
 * Runs tests of node:test, three files at a time. Without arguments all of them except journeys; with `e2e` the
 * journeys, one after the other; with paths just those. Ends with `<lane>: N passed, M failed`.
 */
const words = process.argv.slice(2);
const journeys = words[0] === 'e2e';
const lane = journeys ? 'journeys' : 'node tests';
const isTest = (path: string) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts');

function chosen(): string[] {
  if (journeys) return words.length > 1 ? words.slice(1) : filesBelow('test/e2e', isTest);
  if (words.length > 0) return words;
  return filesBelow('test', (path) => isTest(path) && !path.startsWith('test/e2e/'));
}

/** A module that has been built still says where its source stands. */
const standsInSource: Plugin = {
  name: 'stands-in-source',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const here = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', here), loader: 'ts' };
    });
  },
};

/** All the tests as plain JavaScript, once: each file has a process of its own, and none has to translate. */
async function built(paths: readonly string[]): Promise<string[]> {
  const outdir = resolve(root, '.cache/tests', String(process.pid));
  await build({
    entryPoints: paths.map((path) => resolve(root, path)),
    ...{ outdir, outbase: root, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20' },
    ...{ packages: 'external', sourcemap: 'inline', logLevel: 'warning', plugins: [standsInSource] },
  });
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  return paths.map((path) => resolve(outdir, relative(root, resolve(root, path)).replace(/\.ts$/, '.mjs')));
}

const sources = chosen();
let passed = 0;
let failed = 0;
const complaints: string[] = [];

// What is given to this process is given to those of the tests as well.
process.execArgv.splice(0, Infinity, '--enable-source-maps');
const files = await built(sources);
const stream = run({ files, concurrency: journeys ? 1 : 3, timeout: 300_000 });
stream.on('test:pass', ({ name, file, nesting, details, skip, todo }) => {
  if (details.type === 'suite') return;
  if (skip !== undefined || todo !== undefined)
    complaints.push(`skipped, so counted as failed: ${name} (${file ?? ''})`);
  else if (nesting === 0 && file && resolve(root, name) === file) complaints.push(`no test in ${name}`);
  else passed += 1;
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') failed += 1;
});
const report = stream.compose(new spec());
report.on('end', () => {
  if (files.length === 0) complaints.push('no test file was found');
  for (const complaint of complaints) console.log(complaint);
  failed += complaints.length;
  console.log(`${lane}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
report.pipe(process.stdout);
