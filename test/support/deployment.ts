import { demoPassword } from '../../server/scenarios/index.js';
import { hashSecret } from '../../server/services/secrets.js';
import type { Store } from '../../server/stores/port.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { runPortal, temporaryFolder, type PortalProcess } from './portal-process.js';
import { startPostgres, type TestPostgres } from './postgres.js';
import { startSmtpSink, type SmtpSink } from './smtp-sink.js';

/** What came back: enough to judge by. */
export interface Reply {
  status: number;
  headers: Headers;
  /** The body, or an empty object where there is none. */
  body: Record<string, unknown>;
}

/** Somebody who talks to any of the servers over HTTP, with the same login everywhere. */
export type Person = (
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** Several server processes, one database, one mail server: what a deployment looks like. */
export interface Deployment {
  postgres: TestPostgres;
  databaseUrl: string;
  sink: SmtpSink;
  /** The database as the test sees it. */
  store: Store;
  servers: PortalProcess[];
  /** One more server; `script` other than the product's own for a variant of it. */
  start(options?: { script?: string; environment?: Record<string, string> }): Promise<PortalProcess>;
  close(): Promise<void>;
}

/** An empty PostgreSQL and a mail server; the servers are started by the test. */
export async function startDeployment(): Promise<Deployment> {
  const [postgres, sink, place] = [await startPostgres(), await startSmtpSink(), await temporaryFolder()];
  const databaseUrl = await postgres.createDatabase();
  const store = openPostgres(databaseUrl);
  const servers: PortalProcess[] = [];
  return {
    ...{ postgres, databaseUrl, sink, store, servers },
    async start({ script, environment } = {}) {
      const settings = { DATABASE_URL: databaseUrl, SMTP_URL: sink.url, SCENARIO: 'empty', ...environment };
      const server = await runPortal(place.portal, settings, script);
      servers.push(server);
      return server;
    },
    async close() {
      for (const server of servers) server.signal('SIGKILL');
      await Promise.all(servers.map(({ ended }) => ended));
      await store.close();
      await sink.close();
      await postgres.stop();
      await place.remove();
    },
  };
}

/** Resolves when the server takes requests. */
export async function ready(server: PortalProcess): Promise<PortalProcess> {
  const state = await server.ready;
  if (state !== 'ready') throw new Error(`The server ended with ${String(state)}:\n${server.err()}`);
  return server;
}

export async function call(
  url: string,
  method: string,
  path: string,
  { body, headers }: { body?: unknown; headers: Record<string, string> },
): Promise<Reply> {
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: answer.status, headers: answer.headers, body: read };
}

/** Calls without a login. */
export const nobody: Person = (url, method, path, body, headers = {}) =>
  call(url, method, path, { body, headers });

/** Signs in at one server; the login counts at all of them. */
export async function signIn(url: string, username: string): Promise<Person> {
  const answer = await nobody(url, 'POST', '/auth/sessions', { username, password: demoPassword });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 201 || !cookie) throw new Error(`${username} is refused: ${answer.status}`);
  return (other, method, path, body, headers = {}) =>
    call(other, method, path, { body, headers: { cookie, ...headers } });
}

/** Gives the mailed link of an invitation this token, as if the mail had been read. */
export async function plantToken(store: Store, invitationId: string, token: string): Promise<void> {
  const tokenHash = hashSecret('invitation', token);
  await store.transaction((tx) =>
    tx.invitationTokens.updateWhere({ invitationId, channel: 'mail', status: 'live' }, { tokenHash }),
  );
}

/** Looks again and again, for up to a minute, until there is something to see. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Waited a minute in vain for ${what}`);
}

/** How often each value occurs, as a line to print. */
export function tally(values: readonly (string | number)[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([value, count]) => `${count} × ${value}`)
    .join(', ');
}
