import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { nobody, ready, signIn, startDeployment, until } from '../support/deployment.js';
import type { Deployment, Person, Reply } from '../support/deployment.js';
import type { PortalProcess } from '../support/portal-process.js';
import { accountIdOf } from '../support/server.js';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { held, mailed, send, type Intent } from './load.js';

const members = `/accounts/${accountIdOf('northwind')}/members`;

describe('V06: a database in trouble', { timeout: 300_000 }, () => {
  let place: Deployment;
  let line: TcpProxy;
  let server: PortalProcess;
  let person: Person;
  let admin: pg.Client;
  before(async () => {
    place = await startDeployment();
    line = await startTcpProxy(place.databaseUrl);
    const environment = { SCENARIO: 'three', DATABASE_URL: line.through(place.databaseUrl) };
    server = await ready(await place.start({ environment }));
    person = await signIn(server.url, 'partner.owner');
    admin = new pg.Client({ connectionString: place.databaseUrl });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await line.close();
    await place.close();
  });

  const intent = (name: string): Intent => ({ email: `${name}@example.test`, key: crypto.randomUUID() });
  const health = async (path: string) => (await fetch(server.url + path)).status;
  const isReady = async () => ((await health('/readyz')) === 200 ? true : undefined);

  function unavailable(reply: Reply): void {
    assert.equal(reply.status, 503, JSON.stringify(reply.body));
    assert.equal(reply.body['type'], '/problems/unavailable');
    assert.ok(Number(reply.headers.get('retry-after')) > 0);
    assert.equal(reply.body['instance'], reply.headers.get('x-request-id'));
  }

  /** Repeats with the same key until there is an answer, as the client does. */
  const repeated = (wanted: Intent): Promise<Reply> =>
    until(`an answer for ${wanted.email}`, async () => {
      const reply = await send(server, person, wanted);
      return reply.status === 503 || reply.status === 409 ? undefined : reply;
    });

  it('that goes away is told with Retry-After, and when it is back the server goes on by itself', async () => {
    const away = intent('away');
    await line.cut();
    unavailable(await person(server.url, 'GET', members));
    unavailable(await send(server, person, away));
    unavailable(await nobody(server.url, 'POST', '/auth/sessions', { username: 'a', password: 'b' }));
    assert.deepEqual([await health('/readyz'), await health('/healthz')], [503, 200]);
    await line.restore();
    await until('readiness', isReady);
    assert.equal((await person(server.url, 'GET', members)).status, 200);
    assert.equal((await repeated(away)).status, 201);
    assert.equal((await held(server, person, away)).length, 1);
    await until('the mail', () => (mailed(place.sink, away).letters > 0 ? true : undefined));
    assert.match(server.err(), /"level":"warn","event":"store-unavailable","requestId":"req_/);
    assert.doesNotMatch(server.err(), /"event":"unexpected"/);
  });

  it('that breaks again and again under load loses and doubles nothing', async (t) => {
    const wanted = Array.from({ length: 24 }, (_, index) => intent(`flaky${index}`));
    let done = 0;
    const work = async (share: readonly Intent[]): Promise<void> => {
      for (const one of share) {
        assert.equal((await repeated(one)).status, 201);
        done += 1;
      }
    };
    const all = Promise.all([0, 1, 2].map((index) => work(wanted.filter((_, at) => at % 3 === index))));
    let cuts = 0;
    for (const after of [4, 9, 14]) {
      await until(`${after} answers`, () => (done >= after ? true : undefined));
      await line.cut();
      await line.restore();
      cuts += 1;
    }
    // A call whose process lost its claim on the way waits until the claim is over.
    await place.store.transaction((tx) =>
      tx.idempotencyKeys.updateWhere({ status: null }, { expiresAt: '2000-01-01T00:00:00.000Z' }),
    );
    await all;
    for (const one of wanted) assert.equal((await held(server, person, one)).length, 1, one.email);
    t.diagnostic(`${wanted.length} invitations over ${cuts} cuts of the line: 0 lost, 0 doubled`);
  });

  it('that has no room: 503, not ready, no partial row, and on its own again', async () => {
    const full = intent('full');
    const rows = async () => {
      const { invitations, invitationTokens, auditEvents, outbox } = place.store.read;
      const tables = [invitations, invitationTokens, auditEvents, outbox] as const;
      return Promise.all(tables.map((table) => table.count()));
    };
    // So does a mail whose worker lost the line before it could say that the mail is sent.
    await place.store.transaction((tx) =>
      tx.outbox.updateWhere({ status: 'sending' }, { leaseUntil: '2000-01-01T00:00:00.000Z' }),
    );
    await until('quiet', async () =>
      (await place.store.read.outbox.count({ status: { in: ['queued', 'sending'] } })) === 0
        ? true
        : undefined,
    );
    const before = await rows();
    await admin.query(`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    await admin.query(
      `create trigger no_room before insert on audit_events for each row execute function no_room()`,
    );
    unavailable(await send(server, person, full));
    assert.deepEqual([await health('/readyz'), await health('/healthz')], [503, 200]);
    assert.equal((await person(server.url, 'GET', members)).status, 200, 'reading goes on');
    assert.deepEqual(await rows(), before);
    await admin.query('drop trigger no_room on audit_events');
    await until('readiness', isReady);
    assert.equal((await repeated(full)).status, 201);
  });

  it('that holds every connection: 503 with Retry-After for the rest, and answers again afterwards', async () => {
    await admin.query('begin');
    await admin.query('lock table memberships in access exclusive mode');
    const replies = await Promise.all(Array.from({ length: 14 }, () => person(server.url, 'GET', members)));

    await admin.query('rollback');
    replies.forEach(unavailable);
    await until('readiness', isReady);
    assert.equal((await person(server.url, 'GET', members)).status, 200);
  });
});
