import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Find, Store } from '../../../../server/stores/port.js';
import { newRow, unique } from '../rows.js';

export function readPromises(store: () => Store): void {
  describe('reads', () => {
    const accountId = unique();
    const early = '2026-01-01T00:00:00.000Z';
    const late = '2026-06-01T00:00:00.000Z';
    const people = [
      {
        id: `a ${accountId}`,
        nameKey: 'ada',
        roleOrder: 1,
        lastActiveAt: early,
        mfaActive: true,
        invitedBy: null,
      },
      {
        id: `b ${accountId}`,
        nameKey: 'bob',
        roleOrder: 2,
        lastActiveAt: late,
        mfaActive: false,
        invitedBy: 'x',
      },
      {
        id: `c ${accountId}`,
        nameKey: 'cyd',
        roleOrder: 2,
        lastActiveAt: null,
        mfaActive: false,
        invitedBy: 'y',
      },
    ];
    before(() =>
      store().transaction(async (tx) => {
        await tx.memberships.insert(
          ...people.map((person) => newRow('memberships', { ...person, accountId })),
        );
        await tx.memberships.insert(newRow('memberships', { nameKey: 'elsewhere' }));
      }),
    );
    const names = async (where: Find<'memberships'>['where'], query: Find<'memberships'> = {}) =>
      (await store().read.memberships.find({ ...query, where: { accountId, ...where } })).map(
        (row) => row.nameKey,
      );

    it('gets one row by id, and nothing for another id', async () => {
      assert.equal((await store().read.memberships.get(`b ${accountId}`))?.nameKey, 'bob');
      assert.equal(await store().read.memberships.get(unique()), undefined);
    });

    it('finds by equality, null included, and asks nothing for an undefined condition', async () => {
      assert.deepEqual(await names({ nameKey: 'bob' }), ['bob']);
      assert.deepEqual(await names({ lastActiveAt: null }), ['cyd']);
      assert.deepEqual(await names({ mfaActive: true }), ['ada']);
      assert.deepEqual(await names({ nameKey: undefined }), ['ada', 'bob', 'cyd']);
      assert.deepEqual(await names({ nameKey: 'bob', roleOrder: 1 }), []);
    });

    it('finds what is in a list, null included, and nothing in an empty one', async () => {
      assert.deepEqual(await names({ nameKey: { in: ['cyd', 'ada', 'zoe'] } }), ['ada', 'cyd']);
      assert.deepEqual(await names({ lastActiveAt: { in: [late, null] } }), ['bob', 'cyd']);
      assert.deepEqual(await names({ roleOrder: { in: [1] } }), ['ada']);
      assert.deepEqual(await names({ mfaActive: { in: [false] } }), ['bob', 'cyd']);
      assert.deepEqual(await names({ nameKey: { in: [] } }), []);
      assert.deepEqual(await names({ id: { in: [`c ${accountId}`, `a ${accountId}`, 'none'] } }), [
        'ada',
        'cyd',
      ]);
    });

    it('takes list values with quotes, commas, braces and backslashes literally', async () => {
      const odd = ['a,b', '{x}', '"q"', "o'k", 'back\\slash', '', 'NULL'];
      const group = unique();
      await store().transaction((tx) =>
        tx.budgetEvents.insert(
          ...odd.map((bucket) => newRow('budgetEvents', { bucket: `${group}${bucket}` })),
        ),
      );
      const found = await store().read.budgetEvents.find({
        where: { bucket: { in: odd.map((one) => group + one) } },
      });
      assert.deepEqual(found.map(({ bucket }) => bucket.slice(group.length)).sort(), [...odd].sort());
    });

    it('counts a null as different from any value', async () => {
      assert.deepEqual(await names({ lastActiveAt: { not: early } }), ['bob', 'cyd']);
      assert.deepEqual(await names({ invitedBy: { not: 'x' } }), ['ada', 'cyd']);
      assert.deepEqual(await names({ lastActiveAt: { not: null } }), ['ada', 'bob']);
      assert.deepEqual(await names({ nameKey: { not: 'ada' } }), ['bob', 'cyd']);
    });

    it('compares times, numbers and texts, and never matches null', async () => {
      assert.deepEqual(await names({ lastActiveAt: { lt: late } }), ['ada']);
      assert.deepEqual(await names({ lastActiveAt: { lte: late } }), ['ada', 'bob']);
      assert.deepEqual(await names({ lastActiveAt: { gt: early } }), ['bob']);
      assert.deepEqual(await names({ lastActiveAt: { gte: early } }), ['ada', 'bob']);
      assert.deepEqual(await names({ lastActiveAt: { lt: null } }), []);
      assert.deepEqual(await names({ roleOrder: { gt: 1 } }), ['bob', 'cyd']);
      assert.deepEqual(await names({ nameKey: { gte: 'bob' } }), ['bob', 'cyd']);
      assert.deepEqual(await names({ nameKey: { gt: 'ada', lt: 'cyd' } }), ['bob']);
    });

    it('finds what lies before a moment or never was', async () => {
      assert.deepEqual(await names({ lastActiveAt: { before: late } }), ['ada', 'cyd']);
      assert.deepEqual(await names({ lastActiveAt: { before: early } }), ['cyd']);
      assert.deepEqual(await names({ lastActiveAt: { before: null } }), ['cyd']);
      assert.deepEqual(await names({ roleOrder: { before: 2 } }), ['ada']);
    });

    it('limits and skips', async () => {
      assert.deepEqual(await names({}, { limit: 2 }), ['ada', 'bob']);
      assert.deepEqual(await names({}, { offset: 1 }), ['bob', 'cyd']);
      assert.deepEqual(await names({}, { offset: 1, limit: 1 }), ['bob']);
      assert.deepEqual(await names({}, { offset: 9 }), []);
      assert.deepEqual(await names({}, { limit: 0 }), []);
    });

    it('gives the first match in the order asked for', async () => {
      const first = await store().read.memberships.first({ accountId }, { orderBy: [['nameKey', 'desc']] });
      assert.equal(first?.nameKey, 'cyd');
      assert.equal(await store().read.memberships.first({ accountId, nameKey: 'zoe' }), undefined);
    });

    it('counts matches, and matches per value', async () => {
      const { memberships } = store().read;
      assert.equal(await memberships.count({ accountId }), 3);
      assert.equal(await memberships.count({ accountId, roleOrder: 2 }), 2);
      assert.equal(await memberships.count({ accountId: unique() }), 0);
      assert.ok((await memberships.count()) >= 4);
      assert.deepEqual(
        await memberships.countBy('roleOrder', { accountId }),
        new Map([
          ['1', 1],
          ['2', 2],
        ]),
      );
      assert.deepEqual(
        new Map([...(await memberships.countBy('lastActiveAt', { accountId }))].sort()),
        new Map([
          ['', 1],
          [early, 1],
          [late, 1],
        ]),
      );
      assert.equal((await memberships.countBy('mfaActive', { accountId })).get('false'), 2);
    });

    it('finds substrings with % _ \\ quotes and Unicode literally', async () => {
      const group = unique();
      const texts = [
        '100% sure',
        '100 sure',
        'snake_case',
        'snakeXcase',
        'back\\slash',
        "o'brien",
        '"quoted"',
        'žluťoučký 東京 🙂',
      ];
      await store().transaction((tx) =>
        tx.memberships.insert(
          ...texts.map((searchText) => newRow('memberships', { accountId: group, searchText })),
        ),
      );
      const search = async (contains: string) =>
        (await store().read.memberships.find({ where: { accountId: group, searchText: { contains } } })).map(
          ({ searchText }) => searchText,
        );
      assert.deepEqual(await search('0%'), ['100% sure']);
      assert.deepEqual(await search('e_c'), ['snake_case']);
      assert.deepEqual(await search('k\\s'), ['back\\slash']);
      assert.deepEqual(await search('\\'), ['back\\slash']);
      assert.deepEqual(await search("'"), ["o'brien"]);
      assert.deepEqual(await search('"q'), ['"quoted"']);
      assert.deepEqual(await search('ťoučký 東'), ['žluťoučký 東京 🙂']);
      assert.deepEqual(await search('🙂'), ['žluťoučký 東京 🙂']);
      assert.deepEqual(await search('SURE'), []);
      assert.deepEqual(await search('100\0'), []);
      assert.equal((await search('')).length, texts.length);
    });

    it('answers nothing to ids and values that no text can hold', async () => {
      assert.equal(await store().read.memberships.get('a\0b'), undefined);
      assert.deepEqual(await names({ nameKey: 'ada\0' }), []);
    });

    it('hands out copies that nobody shares', async () => {
      const first = await store().read.memberships.get(`a ${accountId}`);
      assert.ok(first);
      first.nameKey = 'changed';
      assert.equal((await store().read.memberships.get(`a ${accountId}`))?.nameKey, 'ada');
    });

    it('refuses columns that do not exist', async () => {
      const where = { shoeSize: 42 } as Find<'memberships'>['where'];
      await assert.rejects(store().read.memberships.find({ where }), TypeError);
      await assert.rejects(
        store().read.memberships.find({ orderBy: [['shoeSize' as 'id', 'asc']] }),
        TypeError,
      );
    });

    it('refuses writes and locks outside transactions', async () => {
      const { memberships } = store().read;
      const id = `a ${accountId}`;
      await assert.rejects(memberships.insert(newRow('memberships')), TypeError);
      await assert.rejects(memberships.update(id, { nameKey: 'x' }), TypeError);
      await assert.rejects(memberships.updateWhere({ id }, { nameKey: 'x' }), TypeError);
      await assert.rejects(memberships.touch({ id }, { nameKey: 'x' }), TypeError);
      await assert.rejects(memberships.increment(id, 'roleOrder'), TypeError);
      await assert.rejects(memberships.remove({ id }), TypeError);
      await assert.rejects(memberships.get(id, { lock: true }), TypeError);
      assert.equal((await memberships.get(id))?.nameKey, 'ada');
    });
  });
}
