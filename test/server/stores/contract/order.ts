import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Order, Scalar, Store } from '../../../../server/stores/port.js';
import type { Row } from '../../../../server/stores/schema.js';
import { newRow, unique } from '../rows.js';

type Member = Row<'memberships'>;
type Orders = readonly Order<'memberships'>[];

const PAGE = 3;
const orders: readonly Orders[] = [
  [],
  ...(['nameKey', 'lastActiveAt', 'roleOrder', 'mfaActive', 'createdAt', 'id'] as const).flatMap((column) =>
    (['asc', 'desc'] as const).map((direction) => [[column, direction]] satisfies Orders),
  ),
  [
    ['mfaActive', 'desc'],
    ['lastActiveAt', 'desc'],
    ['nameKey', 'asc'],
  ],
  [
    ['lastActiveAt', 'asc'],
    ['roleOrder', 'desc'],
  ],
  [
    ['roleOrder', 'asc'],
    ['lastActiveAt', 'desc'],
    ['id', 'desc'],
  ],
];

export function orderPromises(store: () => Store): void {
  describe('orders', () => {
    const accountId = unique();
    const where = { accountId };
    let all: Member[] = [];

    before(async () => {
      // Ties everywhere and nulls in the middle; names whose order depends on code points.
      const names = ['ann', 'Ann', 'anna', 'ångström', 'zoë', '￼', '🙂', 'ann'];
      const times = [
        null,
        '2026-01-01T00:00:00.000Z',
        '2026-01-01T00:00:00.001Z',
        null,
        '2025-01-01T00:00:00.000Z',
      ];
      all = await store().transaction((tx) =>
        tx.memberships.insert(
          ...Array.from({ length: 40 }, (_, index) =>
            newRow('memberships', {
              accountId,
              nameKey: names[index % names.length],
              lastActiveAt: times[index % times.length],
              roleOrder: index % 3,
              mfaActive: index % 4 === 0,
            }),
          ),
        ),
      );
    });

    for (const orderBy of orders) {
      const title = orderBy.map((order) => order.join(' ')).join(', ') || 'nothing but id';
      it(`walks all rows once by ${title}, by key and by index`, async () => {
        const expected = [...all].sort(byHand(orderBy)).map(({ id }) => id);
        assert.deepEqual(ids(await store().read.memberships.find({ where, orderBy })), expected);
        assert.deepEqual(await walk(store(), accountId, orderBy), expected);
        const windowed: string[] = [];
        for (let offset = 0; offset < expected.length; offset += PAGE) {
          windowed.push(...ids(await store().read.memberships.find({ where, orderBy, offset, limit: PAGE })));
        }
        assert.deepEqual(windowed, expected);
      });
    }

    it('goes on behind a row that is gone by now', async () => {
      const expected = [...all].sort(byHand([['nameKey', 'asc']]));
      const [gone, next] = [expected[4], expected[5]];
      assert.ok(gone && next);
      await store().transaction((tx) => tx.memberships.update(gone.id, { accountId: unique() }));
      const after = { values: [gone.nameKey], id: gone.id };
      const page = await store().read.memberships.find({
        where,
        orderBy: [['nameKey', 'asc']],
        after,
        limit: 1,
      });
      assert.equal(page[0]?.id, next.id);
      await store().transaction((tx) => tx.memberships.update(gone.id, { accountId }));
    });
  });
}

async function walk(store: Store, accountId: string, orderBy: Orders): Promise<string[]> {
  const walked: string[] = [];
  let after: { values: Scalar[]; id: string } | undefined;
  for (;;) {
    const page = await store.read.memberships.find({ where: { accountId }, orderBy, after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return walked;
    walked.push(...ids(page));
    assert.ok(walked.length <= 100, 'the walk has an end');
    after = { values: orderBy.map(([column]) => last[column]), id: last.id };
  }
}

const ids = (rows: readonly Member[]): string[] => rows.map(({ id }) => id);

/** The order the port promises, written down once more: code points, nulls last, ties by ascending id. */
function byHand(orderBy: Orders): (a: Member, b: Member) => number {
  return (a, b) => {
    for (const [column, direction] of [...orderBy, ['id', 'asc'] as const]) {
      const [left, right] = [a[column], b[column]];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const order =
        typeof left === 'string' && typeof right === 'string'
          ? Buffer.compare(Buffer.from(left), Buffer.from(right))
          : Number(left) - Number(right);
      return direction === 'asc' ? order : -order;
    }
    return 0;
  };
}
