import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store, Transaction } from '../../../../server/stores/port.js';
import { newRow, unique } from '../rows.js';

const TAKERS = 40;

/** One unit of work that takes a seat if one is free. */
async function takeSeat(tx: Transaction, accountId: string, limit: number): Promise<boolean> {
  if ((await tx.memberships.count({ accountId, status: 'active' })) >= limit) return false;
  await tx.memberships.insert(newRow('memberships', { accountId }));
  return true;
}

export function transactionPromises(store: () => Store): void {
  const accountWithOneSeatLeft = async (): Promise<string> => {
    const account = newRow('accounts');
    await store().transaction(async (tx) => {
      await tx.accounts.insert(account);
      for (const roleId of ['account_owner', 'account_manager']) {
        await tx.memberships.insert(newRow('memberships', { accountId: account.id, roleId }));
      }
    });
    return account.id;
  };

  const race = async (work: (tx: Transaction) => Promise<boolean>): Promise<number> => {
    const results = await Promise.all(Array.from({ length: TAKERS }, () => store().transaction(work)));
    return results.filter(Boolean).length;
  };

  describe('transactions', () => {
    it('returns what the work returns', async () => {
      assert.equal(await store().transaction(async () => 'done'), 'done');
    });

    it('leaves nothing behind when the work throws, and throws the same', async () => {
      const [kept, added] = [newRow('users'), newRow('users')];
      const bucket = unique();
      await store().transaction(async (tx) => {
        await tx.users.insert(kept);
        await tx.budgetEvents.insert(newRow('budgetEvents', { bucket }));
      });
      const fault = new Error('half way');
      const work = store().transaction(async (tx) => {
        await tx.users.insert(added);
        await tx.users.update(kept.id, { usernameKey: unique(), displayName: 'changed' });
        await tx.users.increment(kept.id, 'enrolVersion');
        await tx.users.touch({ id: kept.id }, { locale: 'xx' });
        await tx.budgetEvents.remove({ bucket });
        await tx.users.insert(newRow('users', { usernameKey: kept.usernameKey }));
        throw fault;
      });
      await assert.rejects(work, fault);
      assert.deepEqual(await store().read.users.get(kept.id), kept);
      assert.equal(await store().read.users.get(added.id), undefined);
      assert.equal(await store().read.users.count({ usernameKey: kept.usernameKey }), 1);
      assert.equal(await store().read.budgetEvents.count({ bucket }), 1);
      // The values the lost rows held are free again.
      await store().transaction((tx) => tx.users.insert(newRow('users', { usernameKey: added.usernameKey })));
    });

    it('does not show an open transaction to others, nor ever what was rolled back', async () => {
      const [row, old] = [newRow('entries'), newRow('entries')];
      await store().transaction((tx) => tx.entries.insert(old));
      const open = gate();
      const end = gate();
      const work = store().transaction(async (tx) => {
        await tx.entries.insert(row);
        await tx.entries.update(old.id, { accountId: 'moved' });
        open.pass();
        await end.passed;
        throw new Error('never mind');
      });
      await open.passed;
      const reading = Promise.all([
        store().read.entries.get(row.id),
        store().read.entries.find({ where: { userId: { in: [row.userId, old.userId] } } }),
        store().read.entries.count({ accountId: 'moved', userId: old.userId }),
      ]);
      setTimeout(end.pass, 30);
      await assert.rejects(work, /never mind/);
      assert.deepEqual(await reading, [undefined, [old], 0]);
    });

    it('refuses statements after the end', async () => {
      let late: Transaction | undefined;
      await store().transaction(async (tx) => {
        late = tx;
      });
      assert.ok(late);
      await assert.rejects(late.users.insert(newRow('users')), TypeError);
      await assert.rejects(late.users.count(), TypeError);
      await assert.rejects(late.hold('anything'), TypeError);
      await assert.rejects(late.notify('anything', 'x'), TypeError);
    });

    it('runs statements that were started together', async () => {
      const rows = Array.from({ length: 8 }, () => newRow('users'));
      const usernameKey = rows[3]?.usernameKey;
      await store().transaction(async (tx) => {
        const results = await Promise.allSettled([
          ...rows.map((row) => tx.users.insert(row)),
          tx.users.insert(newRow('users', { usernameKey })),
          tx.users.count({ usernameKey }),
        ]);
        assert.equal(results.filter(({ status }) => status === 'rejected').length, 1);
      });
      assert.equal(await store().read.users.count({ id: { in: rows.map(({ id }) => id) } }), rows.length);
    });

    it(`R19: of ${TAKERS} that take the last seat under the account's lock, one wins`, async () => {
      const accountId = await accountWithOneSeatLeft();
      const winners = await race(async (tx) => {
        await tx.accounts.get(accountId, { lock: true });
        return takeSeat(tx, accountId, 3);
      });
      assert.equal(winners, 1);
      assert.equal(await store().read.memberships.count({ accountId }), 3);
    });

    it('locks rows found by a condition as well', async () => {
      const accountId = await accountWithOneSeatLeft();
      const winners = await race(async (tx) => {
        await tx.accounts.find({ where: { id: accountId }, lock: 'update' });
        assert.ok(await tx.accounts.first({ id: accountId }, { lock: true }));
        return takeSeat(tx, accountId, 3);
      });
      assert.equal(winners, 1);
    });

    it(`holds a name: of ${TAKERS} that hold it, one wins`, async () => {
      const accountId = await accountWithOneSeatLeft();
      const winners = await race(async (tx) => {
        await tx.hold(`seats of ${accountId}`);
        return takeSeat(tx, accountId, 3);
      });
      assert.equal(winners, 1);
    });

    it('counts parallel increments and compare-and-sets once each', async () => {
      const enrolment = newRow('mfaEnrolments', { failures: 0, lastStep: 1 });
      await store().transaction((tx) => tx.mfaEnrolments.insert(enrolment));
      await race(async (tx) => (await tx.mfaEnrolments.increment(enrolment.id, 'failures')) !== undefined);
      const winners = await race(
        async (tx) =>
          (await tx.mfaEnrolments.updateWhere({ id: enrolment.id, lastStep: { lt: 2 } }, { lastStep: 2 })) ===
          1,
      );
      assert.equal(winners, 1);
      assert.equal((await store().read.mfaEnrolments.get(enrolment.id))?.failures, TAKERS);
    });

    it('hands each row of a queue to one worker only', async () => {
      const jobId = unique();
      const items = Array.from({ length: TAKERS }, (_, position) =>
        newRow('jobItems', { jobId, position, outcome: 'pending' }),
      );
      await store().transaction((tx) => tx.jobItems.insert(...items));
      const taken: string[] = [];
      await race(async (tx) => {
        const [item] = await tx.jobItems.find({
          where: { jobId, outcome: 'pending' },
          orderBy: [['position', 'asc']],
          limit: 1,
          lock: 'skip',
        });
        if (!item) return false;
        await tx.jobItems.update(item.id, { outcome: 'granted' });
        taken.push(item.id);
        return true;
      });
      assert.equal(new Set(taken).size, taken.length);
      assert.equal(await store().read.jobItems.count({ jobId, outcome: 'granted' }), taken.length);
    });

    it('answers a ping', async () => {
      await store().ping();
    });

    it('V09: finds nothing to do when migrated again', async () => {
      const row = newRow('users');
      await store().transaction((tx) => tx.users.insert(row));
      await Promise.all([store().migrate(), store().migrate()]);
      assert.ok(await store().read.users.get(row.id));
    });
  });
}

function gate(): { passed: Promise<void>; pass: () => void } {
  let pass = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  return { passed, pass: () => pass() };
}
