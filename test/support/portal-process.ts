import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/free-port.js';

const product = fileURLToPath(new URL('./run-main.ts', import.meta.url));

/** A process that runs the portal's entry, without a build in front. */
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
  const child = spawn(process.execPath, ['--import', 'tsx', script, portal], {
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
