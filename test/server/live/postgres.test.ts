import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { recordAudit } from '../../../server/services/audit.js';
import { newId } from '../../../server/services/new-id.js';
import { systemContext } from '../../../server/services/system-context.js';
import type { Store, Transaction } from '../../../server/stores/port.js';
import { openPostgres } from '../../../server/stores/sql/dialect-postgres.js';
import type { Account } from '../../../src/client/wire/index.js';
import { listenTo } from '../../support/events.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const alpha = accountIdOf('alpha');

describe('live changes on PostgreSQL, two servers on one database', () => {
  let postgres: TestPostgres;
  let url: string;
  let one: TestServer;
  let two: TestServer;
  before(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
    const store = openPostgres(url);
    await store.migrate();
    one = await startServer({ scenario: world, store });
    // Ids of its own: the random numbers of tests are the same in every server.
    const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
    two = await startServer({ scenario: null, store: openPostgres(url), ports: { random } });
  });
  after(async () => {
    await Promise.all([one.close(), two.close()]);
    await postgres.stop();
  });

  const rename = async (caller: Caller, account: string, name: string) => {
    const path = `/accounts/${accountIdOf(account)}`;
    const { version } = (await caller.get(path)).json<Account>();
    const headers = { 'if-match': `"v${String(version)}"` };
    return caller.send('PATCH', path, { body: { name }, headers });
  };

  it('what one server writes, a reader of the other hears', async () => {
    const stream = await listenTo(two, await two.as('alpha.owner'), alpha);
    assert.equal((await stream.next())?.event, 'ready');
    const writer = await one.as('alpha.owner');
    assert.equal((await rename(writer, 'alpha', 'Told across')).status, 200);
    assert.equal((await stream.next())?.data.kind, 'account');
    await stream.close();
  });

  it('what was written while the listening connection was lost is heard when it is back', async () => {
    const stream = await listenTo(two, await two.as('beta.owner'), accountIdOf('beta'));
    assert.equal((await stream.next())?.event, 'ready');
    const next = stream.next();
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%changes%' and pid <> pg_backend_pid()`,
    );
    await admin.end();
    assert.ok(rowCount);
    const writer = await one.as('beta.owner');
    assert.equal((await rename(writer, 'beta', 'Told later')).status, 200);
    assert.equal((await next)?.data.kind, 'account');
    await stream.close();
  });

  it('40 writers on two servers: a reader hears every change once, in order, while they write', async () => {
    const stream = await listenTo(two, await two.as('alpha.owner'), alpha);
    assert.equal((await stream.next())?.event, 'ready');
    const [last] = await one.store.read.changes.find({ orderBy: [['seq', 'desc']], limit: 1 });
    const first = last?.seq ?? 0;
    const write = (server: TestServer, index: number) =>
      server.store.transaction((tx) => change(server, tx, `acc ${String(index)}`));
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(index % 2 ? one : two, index)));
    const rows = await one.store.read.changes.find({
      where: { accountId: alpha, seq: { gt: first } },
      orderBy: [['seq', 'asc']],
    });
    assert.equal(rows.length, 40);
    const heard = await stream.until(({ id }) => id === rows.at(-1)?.seq);
    assert.deepEqual(
      heard.filter(({ id }) => id > first).map(({ id }) => id),
      rows.map(({ seq }) => seq),
    );
    await stream.close();
  });

  /** One change of alpha's, as any use-case records it. */
  async function change(server: TestServer, tx: Transaction, targetId: string): Promise<void> {
    const context = systemContext(tx, server.ports, server.config);
    await recordAudit(context, {
      accountId: alpha,
      action: 'account.updated',
      targetType: 'account',
      targetId,
    });
  }

  /** The same without holding the account's changes: what must not be done. */
  async function naive(server: TestServer, tx: Transaction, targetId: string): Promise<void> {
    const id = newId(server.ports.random, 'change');
    const at = server.clock.now().toISOString();
    await tx.changes.insert({
      id,
      accountId: alpha,
      kind: 'account.updated',
      targetId,
      targetVersion: 1,
      at,
    });
  }

  /** Writes `slow` and `quick` in two transactions; `slow` has its number first and commits last, if it can. */
  async function overtake(write: typeof change): Promise<{ slow: number; quick: number; missed: boolean }> {
    let release = (): void => undefined;
    const wait = new Promise<void>((resolve) => (release = resolve));
    let written = (): void => undefined;
    const numbered = new Promise<void>((resolve) => (written = resolve));
    const slow = one.store.transaction(async (tx) => {
      await write(one, tx, 'slow');
      written();
      await wait;
    });
    await numbered;
    const quick = two.store.transaction((tx) => write(two, tx, 'quick'));
    // Either it overtakes, or it waits for the other: whatever is seen now is what a reader has read up to.
    await Promise.race([quick, waitsForLock()]);
    const readTo = (await newest(one.store))?.seq ?? 0;
    release();
    await Promise.all([slow, quick]);
    const seqOf = async (targetId: string) =>
      (await one.store.read.changes.find({ where: { targetId }, orderBy: [['seq', 'desc']], limit: 1 }))[0]
        ?.seq ?? 0;
    const seqs = { slow: await seqOf('slow'), quick: await seqOf('quick') };
    // Numbers that appeared behind the back of a reader who goes on from the newest it saw.
    return { ...seqs, missed: readTo > seqs.slow };
  }

  const newest = async (store: Store) =>
    (await store.read.changes.find({ where: { accountId: alpha }, orderBy: [['seq', 'desc']], limit: 1 }))[0];

  async function waitsForLock(): Promise<void> {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    try {
      for (;;) {
        const { rowCount } = await admin.query(
          `select 1 from pg_locks where locktype = 'advisory' and not granted`,
        );
        if (rowCount) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      await admin.end();
    }
  }

  it('numbers of an account become visible in their order; written naively they do not', async () => {
    assert.deepEqual((await overtake(change)).missed, false);
    assert.deepEqual((await overtake(naive)).missed, true);
  });
});
