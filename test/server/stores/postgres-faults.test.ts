import assert from 'node:assert/strict';
import { AsyncResource } from 'node:async_hooks';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StoreUnavailable, type Store } from '../../../server/stores/port.js';
import { openPostgres, type PostgresOptions } from '../../../server/stores/sql/dialect-postgres.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { newRow } from './rows.js';

let server: TestPostgres;
let url: string;
let admin: pg.Client;

before(async () => {
  server = await startPostgres();
  url = await server.createDatabase();
  await using(async (store) => store.migrate());
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
  // A row of this table stands in conflict as often as its `bucket` says.
  await admin.query(`create sequence conflicts`);
  await admin.query(`create function conflict() returns trigger language plpgsql as $$
    begin
      if new.bucket like 'conflict %' and nextval('conflicts') <= split_part(new.bucket, ' ', 2)::int then
        raise exception 'made up' using errcode = '40001';
      end if;
      return new;
    end $$`);
  await admin.query(
    `create trigger conflict before insert on budget_events for each row execute function conflict()`,
  );
});
after(async () => {
  await admin.end();
  await server.stop();
});

/** Runs something as another request would, not as part of the transaction that is open here. */
const request = new AsyncResource('request');
const fromOutside = <T>(work: () => Promise<T>): Promise<T> => request.runInAsyncScope(work);

async function using<T>(use: (store: Store) => Promise<T>, options?: PostgresOptions): Promise<T> {
  const store = openPostgres(url, options);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const conflicting = async (store: Store, times: number): Promise<number> => {
  await admin.query(`alter sequence conflicts restart`);
  let attempts = 0;
  await store.transaction(async (tx) => {
    attempts += 1;
    // Work that hides the conflict from the store is tried again as well.
    await tx.budgetEvents.insert(newRow('budgetEvents', { bucket: `conflict ${times}` })).catch(() => {
      throw new Error('my own words');
    });
  });
  return attempts;
};

const kill = (application = 'crew-components') =>
  admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and datname = current_database()`,
    [application],
  );

describe('PostgreSQL in trouble', () => {
  it('V07: tries a conflict three times again, then succeeds', () =>
    using(async (store) => {
      assert.equal(await conflicting(store, 1), 2);
      assert.equal(await conflicting(store, 3), 4);
    }));

  it('V07: is unavailable when the conflict stays', () =>
    using(async (store) => {
      await assert.rejects(conflicting(store, 4), StoreUnavailable);
      assert.equal(await store.read.budgetEvents.count({ bucket: 'conflict 4' }), 0);
    }));

  it('V07: ends a deadlock with both transactions done', () =>
    using(async (store) => {
      const [one, two] = [newRow('entries'), newRow('entries')];
      await store.transaction((tx) => tx.entries.insert(one, two));
      let attempts = 0;
      let holding = 0;
      const cross = (first: string, second: string) =>
        store.transaction(async (tx) => {
          attempts += 1;
          await tx.entries.get(first, { lock: true });
          holding += 1;
          while (holding < 2) await wait(5);
          await tx.entries.update(second, { at: '2027-01-01T00:00:00.000Z' });
        });
      await Promise.all([cross(one.id, two.id), cross(two.id, one.id)]);
      assert.ok(attempts > 2, 'one of them was a victim');
      assert.equal(
        await store.read.entries.count({ id: { in: [one.id, two.id] }, at: '2027-01-01T00:00:00.000Z' }),
        2,
      );
    }));

  it('throws a fault that the work has swallowed instead of losing its writes silently', () =>
    using(async (store) => {
      const row = newRow('entries');
      const work = store.transaction(async (tx) => {
        await tx.entries.insert(row);
        await tx.accounts.insert(newRow('accounts', { kind: 'no such kind' })).catch(() => undefined);
      });
      await assert.rejects(work, /accounts_kind_check/);
      assert.equal(await store.read.entries.get(row.id), undefined);
    }));

  it('V06: is unavailable while nobody answers', async () => {
    const nobody = openPostgres('postgres://postgres:password@127.0.0.1:1/none');
    await assert.rejects(nobody.ping(), StoreUnavailable);
    await assert.rejects(nobody.read.users.get('x'), StoreUnavailable);
    await assert.rejects(
      nobody.transaction(async () => 1),
      StoreUnavailable,
    );
    await assert.rejects(nobody.migrate(), StoreUnavailable);
    await assert.rejects(
      nobody.listen('changes', () => undefined),
      StoreUnavailable,
    );
    await nobody.close();
  });

  it('is unavailable for a wrong password or database', async () => {
    for (const wrong of [url.replace('password', 'guess'), url.replace(/test_\w+/, 'nowhere')]) {
      const store = openPostgres(wrong);
      await assert.rejects(store.ping(), StoreUnavailable);
      await store.close();
    }
  });

  it('V06: a full disk is told to the write that meets it and to whoever asks for readiness; reading goes on', () =>
    using(async (store) => {
      await admin.query(`create function no_room() returns trigger language plpgsql as $$
        begin raise exception 'no space left on device' using errcode = '53100'; end $$`);
      await admin.query(
        `create trigger no_room before insert on entries for each row execute function no_room()`,
      );
      const [bucket, entry] = [newRow('budgetEvents'), newRow('entries')];
      const work = () =>
        store.transaction(async (tx) => {
          await tx.budgetEvents.insert(bucket);
          await tx.entries.insert(entry);
        });
      await assert.rejects(work(), StoreUnavailable);
      await assert.rejects(store.ping(), StoreUnavailable);
      assert.equal(await store.read.budgetEvents.get(bucket.id), undefined, 'no half of it is there');
      await admin.query(`drop trigger no_room on entries`);
      await work();
      assert.ok(await store.read.entries.get(entry.id));
    }));

  it('V06: is unavailable while the pool is empty, and answers again afterwards', () =>
    using(
      async (store) => {
        let refused: unknown;
        await store.transaction(async () => {
          refused = await fromOutside(() => store.ping()).catch((error: unknown) => error);
        });
        assert.ok(refused instanceof StoreUnavailable, String(refused));
        await store.ping();
      },
      { connections: 1, connectMs: 100 },
    ));

  for (const [limit, options] of [
    ['lock wait', { lockMs: 100 }],
    ['statement', { lockMs: 0, statementMs: 100 }],
  ] as const) {
    it(`is unavailable after the time limit of a ${limit}`, () =>
      using(async (store) => {
        await store.transaction(async (tx) => {
          await tx.hold('busy');
          const theirs = fromOutside(() => store.transaction((their) => their.hold('busy')));
          await assert.rejects(theirs, StoreUnavailable);
        });
      }, options));
  }

  it('is unavailable when a transaction stands still for too long', () =>
    using(
      async (store) => {
        const row = newRow('entries');
        const work = store.transaction(async (tx) => {
          await tx.entries.insert(row);
          await wait(400);
          await tx.entries.count();
        });
        await assert.rejects(work, StoreUnavailable);
        assert.equal(await store.read.entries.get(row.id), undefined);
      },
      { idleMs: 100 },
    ));

  it('V01: loses a transaction whole when the connection breaks, and goes on with a new one', () =>
    using(async (store) => {
      const row = newRow('entries');
      const work = store.transaction(async (tx) => {
        await tx.entries.insert(row);
        await kill();
        await tx.entries.update(row.id, { accountId: 'x' });
      });
      await assert.rejects(work, StoreUnavailable);
      assert.equal(await store.read.entries.get(row.id), undefined);
      await store.ping();
    }));

  it('survives the loss of idle connections', () =>
    using(async (store) => {
      await Promise.all(Array.from({ length: 5 }, () => store.ping()));
      await kill();
      await wait(50);
      await store.ping();
    }));

  it('listens again after its connection was lost, and says that something may be missing', () =>
    using(async (store) => {
      const heard: string[] = [];
      await store.listen('changes', (payload) => heard.push(payload));
      const until = async (count: number) => {
        for (let waited = 0; heard.length < count && waited < 8_000; waited += 20) await wait(20);
      };
      await kill();
      await until(1);
      await store.transaction((tx) => tx.notify('changes', 'back'));
      await until(2);
      assert.deepEqual(heard, ['', 'back']);
    }));

  it('refuses its own reads and further transactions inside a transaction', () =>
    using(async (store) => {
      await store.transaction(async () => {
        await assert.rejects(store.read.users.count(), TypeError);
        await assert.rejects(
          store.transaction(async () => 1),
          TypeError,
        );
      });
      await store.ping();
    }));

  it('is unavailable after it was closed', async () => {
    const store = openPostgres(url);
    await store.ping();
    await store.close();
    await store.close();
    await assert.rejects(store.ping(), StoreUnavailable);
    await assert.rejects(
      store.transaction(async () => 1),
      StoreUnavailable,
    );
  });
});
