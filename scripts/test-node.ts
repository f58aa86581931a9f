import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

import { filesBelow, root } from './files.js';

/**
 * Runs tests of node:test, two files at a time. Without arguments all of them except journeys; with `e2e` the
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

const files = chosen().map((path) => resolve(root, path));
let passed = 0;
let failed = 0;
const complaints: string[] = [];

const stream = run({ files, concurrency: journeys ? 1 : 2, timeout: 300_000 });
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
