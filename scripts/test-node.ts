import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

import { filesBelow, root } from './files.js';

/**
 * Runs tests of node:test, three processes at a time. Without arguments all of them except journeys; with `e2e` the
 * journeys, one after the other; with paths just those. Ends with `<lane>: N passed, M failed`, after a line
 * `✗ <test>` for each that failed.
 */
const words = process.argv.slice(2);
const journeys = words[0] === 'e2e';
const lane = journeys ? 'journeys' : 'node tests';
const isTest = (path: string) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts');

function chosen(): string[] {
  if (journeys) return words.length > 1 ? words.slice(1) : filesBelow('test/e2e', isTest);
  // What shared a process is named by its folder.
  const all = (path: string) => (path.endsWith('.ts') ? [path] : filesBelow(path, isTest));
  if (words.length > 0) return words.flatMap(all);
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

/** Folders whose files share a process: they start nothing, and the description of the contract is costly to make. */
const shared = /^test\/(client|domain|i18n|stores|server\/(?!node|stores|live|mail)[a-z]+)\//;

/** All the tests as plain JavaScript, once; none has to translate. Answers what is to be run, a process each. */
async function built(paths: readonly string[]): Promise<string[]> {
  const outdir = resolve(root, '.cache/tests', String(process.pid));
  await build({
    entryPoints: paths.map((path) => resolve(root, path)),
    ...{ outdir, outbase: root, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, splitting: true, platform: 'node', format: 'esm', target: 'node20' },
    ...{ packages: 'external', sourcemap: 'inline', logLevel: 'warning', plugins: [standsInSource] },
  });
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const alone: string[] = [];
  const together = new Map<string, string[]>();
  for (const path of paths.map((named) => relative(root, resolve(root, named)))) {
    const test = resolve(outdir, path.replace(/\.ts$/, '.mjs'));
    const folder = dirname(path);
    if (shared.test(path)) together.set(folder, [...(together.get(folder) ?? []), test]);
    else alone.push(test);
  }
  const groups = [...together].map(([folder, tests]) => {
    const group = resolve(outdir, `${folder}.test.mjs`);
    writeFileSync(group, tests.map((test) => `import ${JSON.stringify(test)};\n`).join(''));
    return group;
  });
  return [...alone, ...groups];
}

/** The test file as a person knows it, or the folder whose files shared a process. */
const named = (file = '') => {
  const path = relative(root, file.replace(/^.*\.cache\/tests\/\d+\//, '')).replace(/\.mjs$/, '.ts');
  return existsSync(resolve(root, path)) ? path : path.replace(/\.test\.ts$/, '');
};

const firstLine = ({ cause }: Error) => String((cause as Error | undefined)?.message ?? cause).split('\n')[0];

const fault = (complaint: string) => {
  failed += 1;
  complaints.push(complaint);
};

const sources = chosen();
let passed = 0;
let failed = 0;
const complaints: string[] = [];

// What is given to this process is given to those of the tests as well.
process.execArgv.splice(0, Infinity, '--enable-source-maps');
const files = await built(sources);
// Journeys that begin with the sample people share the making of them.
const seeded = resolve(root, '.cache/tests', `seeded-${process.pid}`);
if (files.length > 1) process.env['SEEDED_DATA_DIR'] = seeded;
process.once('exit', () => rmSync(seeded, { recursive: true, force: true }));
const stream = run({ files, concurrency: journeys ? 1 : 3, timeout: 600_000 });
stream.on('test:pass', ({ name, file, nesting, details, skip, todo }) => {
  if (details.type === 'suite') return;
  if (skip !== undefined || todo !== undefined)
    fault(`${name}: skipped, which counts as failed (${named(file)})`);
  else if (nesting === 0 && file && resolve(root, name) === file) fault(`${named(file)}: no test in it`);
  else passed += 1;
});
stream.on('test:fail', ({ name, file, details }) => {
  if (details.type === 'suite') return;
  failed += 1;
  complaints.push(`${name}: ${firstLine(details.error)} (${named(file)})`);
});
const report = stream.compose(new spec());
report.on('end', () => {
  if (files.length === 0) fault('no test file was found');
  for (const complaint of complaints) console.log(`✗ ${complaint}`);
  console.log(`${lane}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
report.pipe(process.stdout);
