import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { root } from './files.js';

/**
 * `npm test`: every lane, all of them even when one fails, turn by turn; lanes of one turn run at once. At the end stand
 * the lines `✗ …` in which lanes named what failed; the last line is `N passed, M failed`. A lane that cannot run, or
 * says nothing, counts as a failure.
 */
interface Lane {
  name: string;
  command: string[];
  /** True when the lane prints `<name>: N passed, M failed` itself; else its exit code is one check. */
  counts: boolean;
}

interface Result {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  /** What failed, by name. */
  faults: string[];
}

const bin = (tool: string) => join(root, 'node_modules/.bin', tool);
const script = (name: string, ...words: string[]) => [
  process.execPath,
  '--import',
  'tsx',
  join(root, 'scripts', `${name}.ts`),
  ...words,
];

const turns: Lane[][] = [
  [
    { name: 'types', command: [bin('tsc'), '--noEmit'], counts: false },
    { name: 'lint', command: [bin('eslint'), '.', '--max-warnings', '0'], counts: false },
    { name: 'format', command: [bin('prettier'), '--check', '.', '--log-level', 'warn'], counts: false },
    { name: 'manifest', command: script('manifest', '--check'), counts: true },
  ],
  [{ name: 'node tests', command: script('test-node'), counts: true }],
  [{ name: 'browser tests', command: [bin('wtr')], counts: true }],
  [{ name: 'size', command: script('size'), counts: true }],
  [{ name: 'package', command: script('check-pack', '--built'), counts: true }],
  [{ name: 'stories', command: script('test-stories'), counts: true }],
  [{ name: 'journeys', command: script('test-node', 'e2e'), counts: true }],
];

const tally = /^([a-z ]+?)(?: \([^)]*\))?: (\d+) passed, (\d+) failed$/gm;

const title = (name: string) => console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);

/** What a lane says is shown as it comes; of lanes that run at once, when each has ended. */
async function runLane({ name, command, counts }: Lane, alone: boolean): Promise<Result> {
  if (alone) title(name);
  const started = performance.now();
  const [program = '', ...words] = command;
  const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    output += chunk;
    if (alone) process.stdout.write(chunk);
  });
  const code = await new Promise<number>((done) => {
    child.once('error', (error) => {
      console.log(`${program} could not be started: ${error.message}`);
      done(1);
    });
    child.once('close', (status) => done(status ?? 1));
  });
  if (!alone) {
    title(name);
    process.stdout.write(output);
  }
  const seconds = (performance.now() - started) / 1000;
  const plain = stripVTControlCharacters(output);
  const faults = plain.split('\n').filter((line) => line.startsWith('✗ '));
  if (!counts) return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds, faults };
  const said = [...plain.matchAll(tally)].filter(([, lane]) => lane === name);
  const passed = said.reduce((sum, [, , count]) => sum + Number(count), 0);
  const failed = said.reduce((sum, [, , , count]) => sum + Number(count), 0);
  // Nothing said, or an exit code without a failure to show for it, is a failure of the lane itself.
  const silent = said.length === 0 || passed + failed === 0 || (code !== 0 && failed === 0);
  return { name, passed, failed: silent ? failed + 1 : failed, seconds, faults };
}

const chosen = process.argv.slice(2);
const results: Result[] = [];
for (const turn of turns) {
  const wanted = turn.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  results.push(...(await Promise.all(wanted.map((lane) => runLane(lane, wanted.length === 1)))));
}

console.log(`\n── summary ${'─'.repeat(63)}`);
for (const { name, passed, failed, seconds } of results) {
  const mark = failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `${name.padEnd(14)} ${mark.padEnd(7)} ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
  );
}
for (const line of results.flatMap(({ faults }) => faults)) console.log(line);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
