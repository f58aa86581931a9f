import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Store } from '../../../../server/stores/port.js';
import { newRow } from '../rows.js';

export function valuePromises(store: () => Store): void {
  describe('values', () => {
    const roundTrip = async (input: unknown): Promise<unknown> => {
      const row = newRow('jobs', { input });
      const [returned] = await store().transaction((tx) => tx.jobs.insert(row));
      const kept = await store().read.jobs.get(row.id);
      assert.deepEqual(returned?.input, kept?.input);
      return kept?.input;
    };

    const documents: Readonly<Record<string, unknown>> = {
      'an object': { a: 1, b: [true, null, { deep: ['x'] }], c: { 'key with "quotes" and \\': '' } },
      'an array': ['a', 1, [2, [3]]],
      'an empty array': [],
      'a text': 'plain "text" with {braces} and \\ and null',
      'a text that looks like JSON': '{"a":1}',
      'a number': -12.5e-7,
      'a large number': Number.MAX_SAFE_INTEGER,
      'a boolean': false,
      null: null,
      Unicode: { 名前: '🙂 \u202E ž \u001f\n' },
      'a prototype key': JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}'),
    };
    for (const [title, document] of Object.entries(documents)) {
      it(`keeps ${title} in JSON`, async () => assert.deepEqual(await roundTrip(document), document));
    }

    it('keeps null apart from a document in a column that allows null', async () => {
      const row = newRow('jobItems', { problem: null });
      await store().transaction((tx) => tx.jobItems.insert(row));
      assert.equal((await store().read.jobItems.first({ jobId: row.jobId, problem: null }))?.id, row.id);
      await store().transaction((tx) => tx.jobItems.update(row.id, { problem: { code: 'x' } }));
      assert.deepEqual(
        (await store().read.jobItems.first({ jobId: row.jobId, problem: { not: null } }))?.problem,
        {
          code: 'x',
        },
      );
    });

    it('shares no part of a document', async () => {
      const input = { list: [1] };
      const row = newRow('jobs', { input });
      await store().transaction((tx) => tx.jobs.insert(row));
      input.list.push(2);
      const first = await store().read.jobs.get(row.id);
      (first?.input as typeof input).list.push(3);
      assert.deepEqual((await store().read.jobs.get(row.id))?.input, { list: [1] });
    });

    it('keeps times to the millisecond, before 1970 and far ahead', async () => {
      for (const at of ['2026-11-22T09:30:00.001Z', '1969-12-31T23:59:59.999Z', '2400-02-29T12:00:00.500Z']) {
        const row = newRow('entries', { at });
        const [returned] = await store().transaction((tx) => tx.entries.insert(row));
        assert.equal(returned?.at, at);
        assert.equal((await store().read.entries.first({ userId: row.userId, at }))?.at, at);
      }
    });

    it('reads a time of another zone or precision as the same moment in UTC', async () => {
      const row = newRow('entries', { at: '2026-11-22T10:30:00+01:00' });
      const [returned] = await store().transaction((tx) => tx.entries.insert(row));
      assert.equal(returned?.at, '2026-11-22T09:30:00.000Z');
      assert.equal(await store().read.entries.count({ userId: row.userId, at: '2026-11-22T09:30:00Z' }), 1);
    });

    it('keeps texts as they are, empty and unnormalised ones too', async () => {
      for (const name of [
        '',
        ' outer ',
        'e\u0301',
        'line\nbreak\ttab',
        "';drop table accounts;--",
        '\u{10FFFF}',
        '٣',
      ]) {
        const row = newRow('accounts', { name });
        await store().transaction((tx) => tx.accounts.insert(row));
        assert.equal((await store().read.accounts.first({ id: row.id, name }))?.name, name);
      }
    });

    it('replaces half a surrogate pair, in texts and documents', async () => {
      const row = newRow('jobs', { kind: 'a\uD83Db', input: ['\uDE42'] });
      await store().transaction((tx) => tx.jobs.insert(row));
      const kept = await store().read.jobs.get(row.id);
      assert.deepEqual([kept?.kind, kept?.input], ['a\uFFFDb', ['\uFFFD']]);
    });

    it('refuses values of another kind, missing values and the character NUL', async () => {
      const refused: readonly Record<string, unknown>[] = [
        { kind: 7 },
        { kind: null },
        { kind: 'a\0b' },
        { input: { text: 'a\0b' } },
        { input: undefined },
        { dryRun: 'true' },
        { version: 1.5 },
        { version: 2 ** 31 },
        { createdAt: 12 },
        { shoeSize: 42 },
      ];
      for (const values of refused) {
        const insert = store().transaction((tx) => tx.jobs.insert(newRow('jobs', values)));
        await assert.rejects(insert, TypeError, JSON.stringify(values));
      }
      await assert.rejects(
        store().transaction((tx) => tx.jobs.insert(newRow('jobs', { createdAt: 'soon' }))),
        RangeError,
      );
    });

    it('refuses a patch of what the store gives itself', async () => {
      const row = newRow('changes');
      await store().transaction((tx) => tx.changes.insert(row));
      for (const patch of [{ id: 'x' }, { version: 9 }, { seq: 1 }]) {
        await assert.rejects(
          store().transaction((tx) => tx.changes.update(row.id, patch)),
          TypeError,
        );
      }
    });
  });
}
