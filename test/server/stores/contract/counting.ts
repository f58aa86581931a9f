import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createChance } from '../../../../server/scenarios/chance.js';
import type { Store, Where } from '../../../../server/stores/port.js';
import { newRow, unique } from '../rows.js';

/** A store that keeps counts instead of counting must never be off by one. */
export function countPromises(store: () => Store): void {
  describe('counts', () => {
    it('of memberships are those of the rows, after any changes and roll-backs', async () => {
      const chance = createChance(17);
      const accounts = [unique(), unique()];
      const roles = ['account_manager', 'campaign_creator'];
      const states = ['active', 'suspended', 'removed'] as const;
      const row = () =>
        newRow('memberships', {
          ...{ accountId: chance.pick(accounts), roleId: chance.pick(roles), status: chance.pick(states) },
          mfaActive: chance.percent(50),
        });
      const accountId = { in: accounts };
      for (let round = 0; round < 25; round += 1) {
        const work = store().transaction(async (tx) => {
          const rows = Array.from({ length: chance.between(0, 4) }, row);
          await tx.memberships.insert(...rows);
          await tx.memberships.updateWhere(
            { accountId, roleId: chance.pick(roles), status: chance.pick(states) },
            { status: chance.pick(states), accountId: chance.pick(accounts) },
          );
          await tx.memberships.touch({ accountId, mfaActive: true }, { mfaActive: chance.percent(50) });
          await tx.memberships.touch({ accountId }, { searchText: `round ${round}` });
          if (chance.percent(30)) await tx.memberships.remove({ accountId, status: 'removed' });
          if (chance.percent(30)) throw new Error('changed my mind');
        });
        await work.catch((error: unknown) => assert.match(String(error), /changed my mind/));
        await compare(accounts);
      }
    });

    async function compare(accounts: readonly string[]): Promise<void> {
      const { memberships } = store().read;
      const asked: Where<'memberships'>[] = [
        ...accounts.map((accountId) => ({ accountId })),
        ...accounts.map((accountId) => ({ accountId, status: { not: 'removed' } })),
        { accountId: { in: accounts }, roleId: 'account_manager', mfaActive: true, userId: undefined },
        { accountId: { in: accounts }, searchText: { contains: 'round' } },
      ];
      for (const where of asked) {
        const rows = await memberships.find({ where });
        assert.equal(await memberships.count(where), rows.length, JSON.stringify(where));
        const by = new Map<string, number>();
        for (const { status } of rows) by.set(status, (by.get(status) ?? 0) + 1);
        const found = await memberships.countBy('status', where);
        assert.deepEqual([...found].sort(), [...by].sort(), JSON.stringify(where));
      }
    }
  });
}
