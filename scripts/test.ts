import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { root } from './files.js';

/**
 * `npm test`: every lane, all of them even when one fails, turn by turn; lanes of one turn run at once. Words choose
 * lanes. A few tests that failed are asked a second time, alone: what passes then is named with `~`, what fails again
 * with `✗`. The last line is `N passed, M failed`. A lane that cannot run, or says nothing, counts as a failure.
 */
interface Lane {
  name: string;
  command: string[];
  /** How the lane's own lines `…: N passed, M failed` begin; without it, its exit code is one check. */
  counts?: string;
  /** The command that asks just these again; each was named in the last brackets of a line `✗ … (<name>)`. */
  again?: (names: string[]) => string[];
  /** Runs only when it is asked for. */
  extra?: true;
}

interface Result {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  /** What failed, as the lane's lines `✗ …` say it. */
  faults: string[];
  /** What failed once, and passed when it was asked again. */
  unsure: string[];
}

/** So many failures may be the machine's; more are not asked again. */
const fewFaults = 5;

const bin = (tool: string) => join(root, 'node_modules/.bin', tool);
const script = (name: string, ...words: string[]) => [
  process.execPath,
  '--import',
  'tsx',
  join(root, 'scripts', `${name}.ts`),
  ...words,
];

const nodeTests = (...words: string[]) => script('test-node', ...words);
const browserTests = (...words: string[]) => [bin('wtr'), ...words];
const stories = (...words: string[]) => script('test-stories', ...words);
const engines = (...words: string[]) => script('test-engines', ...words);

const turns: Lane[][] = [
  [
    { name: 'types', command: [bin('tsc'), '--noEmit'] },
    { name: 'lint', command: [bin('eslint'), '.', '--max-warnings', '0'] },
    { name: 'format', command: [bin('prettier'), '--check', '.', '--log-level', 'warn'] },
    { name: 'manifest', command: script('manifest', '--check'), counts: 'manifest' },
  ],
  [
    {
      name: 'node tests',
      command: nodeTests(),
      counts: 'node tests',
      again: (files) => nodeTests(...files),
    },
  ],
  [
    {
      name: 'browser tests',
      command: browserTests(),
      counts: 'browser tests',
      again: (files) => browserTests('--files', ...files),
    },
  ],
  [{ name: 'size', command: script('size'), counts: 'size' }],
  [{ name: 'package', command: script('check-pack', '--built'), counts: 'package' }],
  [
    {
      name: 'stories',
      command: stories(),
      counts: 'stories',
      again: (ids) => stories('--built', ...ids),
    },
  ],
  [
    {
      name: 'journeys',
      command: nodeTests('e2e'),
      counts: 'journeys',
      again: (files) => nodeTests('e2e', ...files),
    },
  ],
  [
    {
      name: 'engines',
      command: engines(),
      counts: 'browser tests',
      again: (files) => engines(...files),
      extra: true,
    },
  ],
];

const tally = /^([a-z ]+?)(?: \([^)]*\))?: (\d+) passed, (\d+) failed$/gm;
const named = /\(([^\s(),]+)(?:, [^()]*)?\)$/;

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
  const result = { name, seconds, faults, unsure: [] };
  if (!counts) return { ...result, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const said = [...plain.matchAll(tally)].filter(([, beginning]) => beginning === counts);
  const passed = said.reduce((sum, [, , count]) => sum + Number(count), 0);
  const failed = said.reduce((sum, [, , , count]) => sum + Number(count), 0);
  // Nothing said, or an exit code without a failure to show for it, is a failure of the lane itself.
  const silent = said.length === 0 || passed + failed === 0 || (code !== 0 && failed === 0);
  return { ...result, passed, failed: silent ? failed + 1 : failed };
}

/** Asks a few that failed once more, with nothing beside them. */
async function lookAgain(lane: Lane, first: Result): Promise<Result> {
  const names = first.faults.map((line) => named.exec(line)?.[1] ?? '');
  const few = first.failed === names.length && names.length <= fewFaults;
  if (first.failed === 0 || !lane.again || !few || names.includes('')) return first;
  const second = await runLane({ ...lane, command: lane.again([...new Set(names)]) }, true);
  const seconds = first.seconds + second.seconds;
  if (second.failed > 0) return { ...first, seconds };
  return {
    ...first,
    seconds,
    passed: first.passed + first.failed,
    failed: 0,
    faults: [],
    unsure: first.faults,
  };
}

const chosen = process.argv.slice(2);
const isWanted = ({ name, extra }: Lane) => (chosen.length === 0 ? !extra : chosen.includes(name));
const lanes = turns.map((turn) => turn.filter(isWanted)).filter((turn) => turn.length > 0);
const ended: [Lane, Result][] = [];
for (const turn of lanes) {
  const results = await Promise.all(turn.map((lane) => runLane(lane, turn.length === 1)));
  for (const [index, lane] of turn.entries()) ended.push([lane, results[index] as Result]);
}
const results: Result[] = [];
for (const [lane, first] of ended) results.push(await lookAgain(lane, first));

console.log(`\n── summary ${'─'.repeat(63)}`);
for (const { name, passed, failed, seconds } of results) {
  const mark = failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `${name.padEnd(14)} ${mark.padEnd(7)} ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
  );
}
for (const line of results.flatMap(({ unsure }) => unsure))
  console.log(line.replace('✗', '~ passed when asked again:'));
for (const line of results.flatMap(({ faults }) => faults)) console.log(line);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
