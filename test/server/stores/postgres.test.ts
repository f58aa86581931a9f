import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Store } from '../../../server/stores/port.js';
import { openPostgres } from '../../../server/stores/sql/dialect-postgres.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { storeContract } from './contract.js';
import { newRow } from './rows.js';

let server: TestPostgres;
let url: string;
before(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
});
after(() => server.stop());

storeContract('on PostgreSQL', async () => openPostgres(url));

describe('PostgreSQL alone', () => {
  let store: Store;
  before(() => {
    store = openPostgres(url);
  });
  after(() => store.close());

  it('shows that the races above are races: without the lock more take the last seat than there are seats', async () => {
    const account = newRow('accounts');
    await store.transaction((tx) => tx.accounts.insert(account));
    let counted = 0;
    const work = () =>
      store.transaction(async (tx) => {
        if ((await tx.memberships.count({ accountId: account.id })) >= 1) return;
        counted += 1;
        // What a busy server does by itself now and then: several have counted before the first one inserts.
        for (let waited = 0; counted < 5 && waited < 5_000; waited += 5) await wait(5);
        await tx.memberships.insert(newRow('memberships', { accountId: account.id }));
      });
    await Promise.all(Array.from({ length: 40 }, work));
    const members = await store.read.memberships.count({ accountId: account.id });
    assert.ok(members > 1, `${members} members`);
  });

  it('leaves out the rows another transaction holds, and waits for them otherwise', async () => {
    const [first, second] = [newRow('outbox', { locale: 'skip' }), newRow('outbox', { locale: 'skip' })];
    await store.transaction((tx) => tx.outbox.insert(first, second));
    await store.transaction(async (tx) => {
      assert.ok(await tx.outbox.get(first.id, { lock: true }));
      // Another connection, as another process has.
      const found = await other((theirs) =>
        theirs.transaction((their) => their.outbox.find({ where: { locale: 'skip' }, lock: 'skip' })),
      );
      assert.deepEqual(
        found.map(({ id }) => id),
        [second.id],
      );
      const waits = other((theirs) =>
        theirs.transaction((their) => their.outbox.get(first.id, { lock: true })),
      );
      await assert.rejects(waits, { name: 'StoreUnavailable' });
    });
  });

  it('tells other processes', async () => {
    const heard: string[] = [];
    await other(async (theirs) => {
      await theirs.listen('changes', (payload) => heard.push(payload));
      await store.transaction((tx) => tx.notify('changes', 'hello'));
      for (let waited = 0; heard.length === 0 && waited < 5_000; waited += 10) {
        await wait(10);
      }
    });
    assert.deepEqual(heard, ['hello']);
  });

  it('keeps audit events against everybody who can write SQL', async () => {
    const row = newRow('auditEvents');
    await store.transaction((tx) => tx.auditEvents.insert(row));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of [
        "update audit_events set action = 'x'",
        'delete from audit_events',
        'truncate audit_events',
      ]) {
        await assert.rejects(client.query(statement), /append-only/, statement);
      }
    } finally {
      await client.end();
    }
    assert.equal((await store.read.auditEvents.get(row.id))?.action, row.action);
  });

  it('V09: lets one of four processes migrate while the others wait', async () => {
    const fresh = await server.createDatabase();
    const stores = Array.from({ length: 4 }, () => openPostgres(fresh));
    try {
      await Promise.all(stores.map((one) => one.migrate()));
      for (const one of stores) assert.equal(await one.read.users.count(), 0);
    } finally {
      await Promise.all(stores.map((one) => one.close()));
    }
  });

  it('searches by substring without pg_trgm too', async () => {
    const plain = new URL(await server.createDatabase());
    await admin(plain.href, [
      `create role plain login password 'plain'`,
      `grant create, usage on schema public to plain`,
    ]);
    [plain.username, plain.password] = ['plain', 'plain'];
    const limited = openPostgres(plain.href);
    try {
      await limited.migrate();
      await limited.transaction((tx) =>
        tx.memberships.insert(newRow('memberships', { searchText: 'a needle' })),
      );
      assert.equal(await limited.read.memberships.count({ searchText: { contains: 'needle' } }), 1);
    } finally {
      await limited.close();
    }
    const [extension] = await admin(plain.href.replace('plain:plain', 'postgres:password'), [
      `select 1 from pg_extension where extname = 'pg_trgm'`,
    ]);
    assert.equal(extension, 0);
  });
});

/** A store of another process on the same database, which does not wait long for locks. */
async function other<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = openPostgres(url, { lockMs: 100 });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Runs statements as the administrator; answers how many rows each gave. */
async function admin(database: string, statements: readonly string[]): Promise<(number | null)[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const counts: (number | null)[] = [];
    for (const statement of statements) counts.push((await client.query(statement)).rowCount);
    return counts;
  } finally {
    await client.end();
  }
}
