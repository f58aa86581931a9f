import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../../scripts/free-port.js';
import { demoPassword } from '../../../server/scenarios/index.js';
import { streamOf } from '../../support/events.js';
import { runPortal, temporaryFolder, type PortalProcess } from '../../support/portal-process.js';
import { startPostgres } from '../../support/postgres.js';
import { startSmtpSink } from '../../support/smtp-sink.js';

interface Mailed {
  to: string;
  text: string;
}

/** Signs in over HTTP and gives the cookie. */
async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/v1/auth/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  assert.equal(answer.status, 201);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function firstAccount(url: string, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/v1/me/memberships?limit=1`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: { account: { id: string } }[] };
  return items[0]?.account.id ?? '';
}

async function send(url: string, cookie: string, account: string, email: string): Promise<number> {
  const answer = await fetch(`${url}/v1/accounts/${account}/invitations`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ email, roleId: 'campaign_creator' }),
  });
  return answer.status;
}

/** The answer, where it is one. */
async function heeded(asked: Promise<Response>): Promise<Response | undefined> {
  const answer = await asked;
  if (answer.ok) return answer;
  await answer.body?.cancel();
  return undefined;
}

async function until<T>(what: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('waited 10 seconds in vain');
}

describe('the process', { timeout: 300_000 }, () => {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    place = await temporaryFolder();
  });
  after(() => place.remove());

  async function started(environment: Record<string, string>): Promise<PortalProcess> {
    const portal = await runPortal(place.portal, environment);
    assert.equal(await portal.ready, 'ready', portal.err());
    return portal;
  }

  /** Expects one line on standard error, nothing on standard output, and a code that is not 0. */
  async function refusal(environment: Record<string, string>): Promise<string> {
    const portal = await runPortal(place.portal, environment);
    assert.equal(await portal.ended, 1, portal.err());
    assert.equal(portal.out(), '');
    const lines = portal.err().trimEnd().split('\n');
    assert.equal(lines.length, 1, portal.err());
    return lines[0] ?? '';
  }

  it('starts on an embedded database, works, ends cleanly, and has all data after a restart', async () => {
    const DATA_DIR = join(place.folder, 'kept');
    const first = await started({ DATA_DIR });
    assert.equal(first.out(), `Crew portal: http://localhost:${first.port}\n`);
    for (const path of [
      '/',
      '/healthz',
      '/readyz',
      '/v1/openapi.json',
      '/mailbox',
      '/mailbox.json',
      '/demo.json',
    ]) {
      assert.equal((await fetch(first.url + path)).status, 200, path);
    }
    const cookie = await signIn(first.url, 'partner.owner');
    const account = await firstAccount(first.url, cookie);
    assert.equal(await send(first.url, cookie, account, 'kept@example.test'), 201);
    const mail = await until(async () => {
      const mails = (await (await fetch(`${first.url}/mailbox.json`)).json()) as Mailed[];
      return mails.find(({ to }) => to === 'kept@example.test');
    });
    assert.match(mail.text, new RegExp(`${first.url}/accept#cci_`));

    const second = await runPortal(place.portal, { DATA_DIR });
    assert.equal(await second.ended, 1);
    assert.match(second.err(), new RegExp(`is in use by process ${first.pid}\\.`));

    const listen = () => fetch(`${first.url}/v1/accounts/${account}/events`, { headers: { cookie } });
    for (let count = 0; count < 25; count += 1) {
      // A reader that goes away gives its stream back, or the limit of 20 would be reached.
      const stream = streamOf(await until(() => heeded(listen())));
      assert.equal((await stream.next())?.event, 'ready');
      await stream.close();
    }
    const live = streamOf(await listen());
    assert.equal((await live.next())?.event, 'ready');
    assert.equal(await send(first.url, cookie, account, 'live@example.test'), 201);
    const told = await live.until(({ data }) => data.kind === 'invitation');
    assert.equal(told.at(-1)?.data.kind, 'invitation');

    first.signal('SIGTERM');
    // V10: an open stream ends in order and holds nobody up.
    await live.until(() => false);
    assert.equal(await first.ended, 0);
    assert.equal(existsSync(join(DATA_DIR, 'lock')), false);
    assert.ok(!/cci_|crew_session|northwind-demo/.test(first.err()), 'no secret in the log');

    const again = await started({ DATA_DIR });
    const later = await signIn(again.url, 'partner.owner');
    const list = await fetch(`${again.url}/v1/accounts/${account}/invitations?q=kept@`, {
      headers: { cookie: later },
    });
    const { items } = (await list.json()) as { items: { email: string }[] };
    assert.deepEqual(
      items.map(({ email }) => email),
      ['kept@example.test'],
    );
    const clients = await fetch(`${again.url}/v1/accounts?limit=1`, { headers: { cookie: later } });
    assert.equal(((await clients.json()) as { total: number }).total, 240, 'seeded once');
    again.signal('SIGINT');
    assert.equal(await again.ended, 0);
  });

  it('survives being killed: the lock of the dead process is taken over and acknowledged data is there', async () => {
    const DATA_DIR = join(place.folder, 'killed');
    const first = await started({ DATA_DIR });
    const cookie = await signIn(first.url, 'partner.owner');
    const account = await firstAccount(first.url, cookie);
    assert.equal(await send(first.url, cookie, account, 'survivor@example.test'), 201);
    first.signal('SIGKILL');
    await first.ended;
    assert.equal(existsSync(join(DATA_DIR, 'lock')), true);
    const again = await started({ DATA_DIR });
    const later = await signIn(again.url, 'partner.owner');
    assert.equal(await send(again.url, later, account, 'survivor@example.test'), 409);
    const mails = await until(async () => {
      const all = (await (await fetch(`${again.url}/mailbox.json`)).json()) as Mailed[];
      return all.some(({ to }) => to === 'survivor@example.test') ? all : undefined;
    });
    assert.equal(mails.filter(({ to }) => to === 'survivor@example.test').length, 1);
    again.signal('SIGTERM');
    assert.equal(await again.ended, 0);
  });

  it('says in one line that the port is in use, before anything else is touched', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as { port: number };
    const DATA_DIR = join(place.folder, 'untouched');
    assert.match(
      await refusal({ PORT: String(port), DATA_DIR }),
      new RegExp(`^Port ${port} is already in use\\.`),
    );
    assert.equal(existsSync(DATA_DIR), false);
    busy.close();
  });

  it('says in one line that the data folder cannot be used, or what is in it cannot be opened', async () => {
    const file = join(place.folder, 'file');
    await writeFile(file, 'not a folder');
    assert.match(await refusal({ DATA_DIR: file }), /^The data folder .*file can't be used/);
    const broken = join(place.folder, 'broken');
    await mkdir(join(broken, 'database'), { recursive: true });
    await writeFile(join(broken, 'database', 'PG_VERSION'), '9');
    assert.match(await refusal({ DATA_DIR: broken }), /^The database in .*broken can't be opened/);
    assert.equal(existsSync(join(broken, 'lock')), false);
  });

  it('says in one line that the database server cannot be reached, without its password', async () => {
    const line = await refusal({ DATABASE_URL: 'postgres://crew:hunter2@127.0.0.1:1/crew' });
    assert.match(line, /^The database of DATABASE_URL can't be used \(ECONNREFUSED\)\.$/);
  });

  it('T30: production needs its own database, mail server and address', async () => {
    assert.match(
      await refusal({ NODE_ENV: 'production' }),
      /DATABASE_URL, SMTP_URL, PUBLIC_URL, SECRET_KEY\.$/,
    );
  });

  it('T30: in production there is no mailbox, no demo login, no sample people; and a database that has them is refused', async () => {
    const postgres = await startPostgres();
    const sink = await startSmtpSink();
    const DATABASE_URL = await postgres.createDatabase();
    const SECRET_KEY = '0f9e8d7c6b5a49382716f5e4d3c2b1a0';
    const deployed = {
      ...{ NODE_ENV: 'production', DATABASE_URL, SMTP_URL: sink.url, SECRET_KEY },
      HOST: '127.0.0.1',
    };
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const production = await runPortal(place.portal, { ...deployed, PORT: String(port), PUBLIC_URL: url });
    assert.equal(await production.ready, 'ready', production.err());
    for (const path of ['/mailbox.json', '/demo.json']) {
      assert.equal((await fetch(url + path)).status, 404, path);
    }
    assert.match(await (await fetch(`${url}/mailbox`)).text(), /<title>Portal</, 'no page of its own');
    const body = JSON.stringify({ username: 'partner.owner', password: demoPassword });
    const headers = { 'content-type': 'application/json' };
    assert.equal((await fetch(`${url}/v1/auth/sessions`, { method: 'POST', headers, body })).status, 401);
    production.signal('SIGTERM');
    assert.equal(await production.ended, 0);

    const demo = await started({ DATABASE_URL, SMTP_URL: sink.url });
    assert.equal((await fetch(`${demo.url}/mailbox.json`)).status, 404);
    const cookie = await signIn(demo.url, 'partner.owner');
    assert.equal(
      await send(demo.url, cookie, await firstAccount(demo.url, cookie), 'smtp@example.test'),
      201,
    );
    await until(async () => sink.mails.find(({ to }) => to[0] === 'smtp@example.test'));
    demo.signal('SIGTERM');
    assert.equal(await demo.ended, 0);

    assert.match(
      await refusal({ ...deployed, PUBLIC_URL: 'https://crew.example' }),
      /^The database holds the sample people of the demo/,
    );
    await sink.close();
    await postgres.stop();
  });

  it('V10: an answer that is under way when the signal comes still arrives', async () => {
    const DATA_DIR = join(place.folder, 'drained');
    const portal = await started({ DATA_DIR });
    const cookie = await signIn(portal.url, 'partner.owner');
    const account = await firstAccount(portal.url, cookie);
    const answers = Array.from({ length: 10 }, (_, index) =>
      send(portal.url, cookie, account, `load${index}@example.test`),
    );
    await new Promise((done) => setTimeout(done, 60));
    portal.signal('SIGTERM');
    const results = await Promise.allSettled(answers);
    assert.equal(await portal.ended, 0);
    const acknowledged = results.filter(
      (result) => result.status === 'fulfilled' && result.value === 201,
    ).length;
    const again = await started({ DATA_DIR });
    const later = await signIn(again.url, 'partner.owner');
    const list = await fetch(`${again.url}/v1/accounts/${account}/invitations?q=load`, {
      headers: { cookie: later },
    });
    const { total } = (await list.json()) as { total: number };
    assert.ok(total >= acknowledged, `${acknowledged} acknowledged, ${total} there`);
    assert.ok(acknowledged > 0);
    again.signal('SIGTERM');
    assert.equal(await again.ended, 0);
  });
});
