import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from '../../scripts/free-port.js';

const product = fileURLToPath(new URL('./run-main.ts', import.meta.url));

const builds = new Map<string, Promise<string>>();

/** One file of plain JavaScript: a process that starts from it is there in a third of the time. */
function built(script: string): Promise<string> {
  const known = builds.get(script) ?? buildOnce(script);
  builds.set(script, known);
  return known;
}

async function buildOnce(script: string): Promise<string> {
  const name = `${basename(script, '.ts')}-${process.pid}.mjs`;
  // Inside the checkout, where the packages are found.
  const outfile = join(fileURLToPath(new URL('../../.cache/processes', import.meta.url)), name);
  const shared = { bundle: true, platform: 'node', format: 'esm', target: 'node20' } as const;
  await build({ ...shared, entryPoints: [script], packages: 'external', outfile });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}

/** A process that runs the portal's entry, without the portal's own build in front. */
export interface PortalProcess {
  url: string;
  port: number;
  pid: number;
  /** Standard output and standard error so far. */
  out(): string;
  err(): string;
  /** Resolves when it has printed its line, or has ended: then with the exit code. */
  ready: Promise<number | null | 'ready'>;
  signal(name: NodeJS.Signals): void;
  ended: Promise<number | null>;
}

/** A folder that goes away with the test, with the smallest possible portal in it. */
export async function temporaryFolder(): Promise<{
  folder: string;
  portal: string;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'crew-main-'));
  const portal = join(folder, 'portal');
  await mkdir(join(portal, 'assets'), { recursive: true });
  await writeFile(join(portal, 'index.html'), '<!doctype html><title>Portal</title>\n');
  await writeFile(join(portal, 'assets/index-Bx8dfK2a.js'), 'export {};\n');
  return { folder, portal, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** `script` other than the product's own runs a variant of it that speaks the same way. */
export async function runPortal(
  portal: string,
  environment: Record<string, string>,
  script = product,
): Promise<PortalProcess> {
  const port = Number(environment.PORT ?? (await freePort()));
  const { NODE_ENV: _env, DATABASE_URL: _database, SMTP_URL: _smtp, ...inherited } = process.env;
  const child = spawn(process.execPath, [await built(script), portal], {
    env: { ...inherited, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const printed = new Promise<'ready'>((resolve) => {
    child.stdout.on('data', () => out.includes('\n') && resolve('ready'));
  });
  return {
    url: `http://localhost:${port}`,
    port,
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    ready: Promise.race([printed, ended]),
    signal: (name) => child.kill(name),
    ended,
  };
}
