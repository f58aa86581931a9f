import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { freePort } from '../../scripts/free-port.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A running portal as a person would start it, on a free port and, unless told otherwise, a new data folder. */
export interface RunningPortal {
  url: string;
  dataDir: string;
  /** Everything it printed so far. */
  output(): string;
  /** So many seconds pass on its machine at once; browser and test stay where they are. */
  pass(seconds: number): Promise<void>;
  /** Asks it to end with SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** Removes the data folder, when this helper made it. */
  clean(): Promise<void>;
}

function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', done))
    : Promise.resolve(child.exitCode);
}

async function ready(child: ChildProcess, output: () => string, line: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    const limit = setTimeout(
      () => failed(new Error(`The portal did not start in 120 s:\n${output()}`)),
      120_000,
    );
    const look = () => {
      if (!output().split('\n').includes(line)) return;
      clearTimeout(limit);
      done();
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(limit);
      failed(new Error(`The portal ended with code ${code} before it was ready:\n${output()}`));
    });
  });
}

/** Starts the portal the way `npm start` does; the environment given here is added to the test's own. */
export async function startPortal(environment: Record<string, string> = {}): Promise<RunningPortal> {
  const port = environment['PORT'] ?? String(await freePort());
  const made = environment['DATA_DIR'] ? undefined : await mkdtemp(join(tmpdir(), 'crew-portal-'));
  const dataDir = environment['DATA_DIR'] ?? made ?? '';
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', './test/support/hands.ts', 'scripts/start.ts'],
    {
      cwd: root,
      env: { ...process.env, ...environment, PORT: port, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => (text += chunk));
  }
  const url = `http://localhost:${port}`;
  await ready(child, () => text, `Crew portal: ${url}`);
  return {
    url,
    dataDir,
    output: () => text,
    async pass(seconds) {
      const set = once(child, 'message');
      child.send(seconds);
      await set;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended(child);
    },
    clean: async () => {
      if (made) await rm(made, { recursive: true, force: true });
    },
  };
}

/**
 * The same over a copy of a data folder that is seeded once for all journeys of a run, where the runner gives them a
 * place for it.
 */
export async function startSeededPortal(environment: Record<string, string> = {}): Promise<RunningPortal> {
  const shared = process.env['SEEDED_DATA_DIR'];
  if (!shared) return startPortal(environment);
  if (!existsSync(shared)) await seed(shared);
  const dataDir = await mkdtemp(join(tmpdir(), 'crew-portal-'));
  await cp(shared, dataDir, { recursive: true });
  const portal = await startPortal({ ...environment, DATA_DIR: dataDir });
  return { ...portal, clean: () => rm(dataDir, { recursive: true, force: true }) };
}

async function seed(shared: string): Promise<void> {
  const draft = `${shared}-${process.pid}`;
  const portal = await startPortal({ DATA_DIR: draft });
  await portal.stop();
  await rename(draft, shared);
}
