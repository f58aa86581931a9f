import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store, Table } from '../../../../server/stores/port.js';
import type { Row, TableName } from '../../../../server/stores/schema.js';
import { newRow, tableNames, unique } from '../rows.js';

export function writePromises(store: () => Store): void {
  const addJob = async (): Promise<Row<'jobs'>> => {
    const [job] = await store().transaction((tx) => tx.jobs.insert(newRow('jobs')));
    assert.ok(job);
    return job;
  };

  describe('writes', () => {
    for (const name of tableNames) {
      it(`keeps a row of ${name} as it was given`, async () => {
        const given = newRow(name);
        const [returned] = await store().transaction((tx) => (tx[name] as Table<TableName>).insert(given));
        const kept = await store().read[name].get(given.id);
        assert.deepEqual(returned, kept);
        assert.deepEqual({ ...kept, seq: undefined }, { ...given, seq: undefined });
      });
    }

    it('inserts nothing when nothing is given', async () => {
      assert.deepEqual(await store().transaction((tx) => tx.jobs.insert()), []);
    });

    it('inserts thousands of rows at once', async () => {
      const bucket = unique();
      const rows = Array.from({ length: 12_000 }, () => newRow('budgetEvents', { bucket }));
      const stored = await store().transaction((tx) => tx.budgetEvents.insert(...rows));
      assert.deepEqual(
        stored.map(({ id }) => id),
        rows.map(({ id }) => id),
      );
      assert.equal(await store().read.budgetEvents.count({ bucket }), 12_000);
    });

    it('numbers rows in rising order', async () => {
      const insert = async () =>
        await store().transaction((tx) => tx.changes.insert(newRow('changes'), newRow('changes')));
      const numbers = [...(await insert()), ...(await insert())].map(({ seq }) => seq);
      assert.ok(numbers.every((seq, index) => Number.isSafeInteger(seq) && seq > (numbers[index - 1] ?? 0)));
    });

    it('changes what a patch names and raises the version by one', async () => {
      const job = await addJob();
      const changed = await store().transaction((tx) =>
        tx.jobs.update(job.id, { status: 'running', finishedAt: null, kind: undefined }),
      );
      assert.deepEqual(changed, { ...job, status: 'running', finishedAt: null, version: job.version + 1 });
      assert.deepEqual(await store().read.jobs.get(job.id), changed);
    });

    it('raises the version even when the patch is empty', async () => {
      const job = await addJob();
      assert.equal((await store().transaction((tx) => tx.jobs.update(job.id, {})))?.version, job.version + 1);
    });

    it('answers undefined to a change of a row that is not there', async () => {
      assert.equal(
        await store().transaction((tx) => tx.jobs.update(unique(), { status: 'running' })),
        undefined,
      );
    });

    it('compares and sets: the second of two equal attempts changes nothing', async () => {
      const job = await addJob();
      const take = () =>
        store().transaction((tx) =>
          tx.jobs.updateWhere({ id: job.id, status: 'queued' }, { status: 'running' }),
        );
      assert.deepEqual([await take(), await take()], [1, 0]);
      assert.equal((await store().read.jobs.get(job.id))?.version, job.version + 1);
    });

    it('changes every match and says how many', async () => {
      const actorUserId = unique();
      const rows = Array.from({ length: 3 }, () => newRow('jobs', { actorUserId }));
      const changed = await store().transaction(async (tx) => {
        await tx.jobs.insert(...rows, newRow('jobs'));
        return tx.jobs.updateWhere({ actorUserId }, { status: 'failed' });
      });
      assert.equal(changed, 3);
      assert.equal(await store().read.jobs.count({ actorUserId, status: 'failed', version: 2 }), 3);
    });

    it('touches without a new version', async () => {
      const job = await addJob();
      const leaseUntil = '2027-01-01T00:00:00.000Z';
      assert.equal(await store().transaction((tx) => tx.jobs.touch({ id: job.id }, { leaseUntil })), 1);
      assert.deepEqual(await store().read.jobs.get(job.id), { ...job, leaseUntil });
    });

    it('adds to a number in place, without a new version', async () => {
      const [enrolment] = await store().transaction((tx) =>
        tx.mfaEnrolments.insert(newRow('mfaEnrolments', { failures: 4 })),
      );
      assert.ok(enrolment);
      const add = (by?: number) =>
        store().transaction((tx) => tx.mfaEnrolments.increment(enrolment.id, 'failures', by));
      assert.deepEqual([await add(), await add(10), await add(-15)], [5, 15, 0]);
      assert.deepEqual(await store().read.mfaEnrolments.get(enrolment.id), { ...enrolment, failures: 0 });
      assert.equal(
        await store().transaction((tx) => tx.mfaEnrolments.increment(unique(), 'failures')),
        undefined,
      );
    });

    it('removes every match and says how many', async () => {
      const bucket = unique();
      const removed = await store().transaction(async (tx) => {
        await tx.budgetEvents.insert(newRow('budgetEvents', { bucket }), newRow('budgetEvents', { bucket }));
        await tx.budgetEvents.insert(newRow('budgetEvents', { bucket, at: '2027-01-01T00:00:00.000Z' }));
        return tx.budgetEvents.remove({ bucket, at: { lt: '2027-01-01T00:00:00.000Z' } });
      });
      assert.equal(removed, 2);
      assert.equal(await store().read.budgetEvents.count({ bucket }), 1);
    });

    it('sees its own writes inside a transaction', async () => {
      const row = newRow('entries');
      const seen = await store().transaction(async (tx) => {
        await tx.entries.insert(row);
        await tx.entries.update(row.id, { at: '2027-01-01T00:00:00.000Z' });
        return tx.entries.find({ where: { userId: row.userId } });
      });
      assert.deepEqual(seen, [{ ...row, at: '2027-01-01T00:00:00.000Z' }]);
    });

    it('never changes or removes an audit event', async () => {
      const row = newRow('auditEvents');
      await store().transaction((tx) => tx.auditEvents.insert(row));
      await assert.rejects(store().transaction((tx) => tx.auditEvents.update(row.id, { action: 'x' })));
      await assert.rejects(
        store().transaction((tx) => tx.auditEvents.touch({ id: row.id }, { action: 'x' })),
      );
      await assert.rejects(store().transaction((tx) => tx.auditEvents.remove({ id: row.id })));
      assert.equal((await store().read.auditEvents.get(row.id))?.action, row.action);
    });
  });
}
