import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UniqueViolation, type Store, type Table, type Tables } from '../../../../server/stores/port.js';
import {
  schema,
  type TableDefinition,
  type TableName,
  type UniqueRule,
} from '../../../../server/stores/schema.js';
import { newRow, tableNames, unique } from '../rows.js';

/** Another value of a column that a rule's `where` names, for a row the rule does not count. */
const others: Readonly<Record<string, string>> = {
  'users.status': 'deleted',
  'users.accountId': 'somewhere',
  'memberships.roleId': 'account_manager',
  'memberships.status': 'removed',
  'invitations.state': 'revoked',
  'invitationTokens.status': 'spent',
  'mfaEnrolments.state': 'pending',
  'accountLinks.state': 'ended',
  'accountLinks.relationship': 'referred',
  'ownershipTransfers.state': 'expired',
};

type AnyRow = Record<string, unknown> & { id: string };
type AnyTable = { [Method in keyof Table<'users'>]: (...values: unknown[]) => Promise<unknown> };

const table = (tables: Tables, name: TableName): AnyTable => tables[name] as unknown as AnyTable;

/** A row that the rule counts, with these values of the rule's columns. */
function counted(name: TableName, rule: UniqueRule, like: Record<string, unknown> = {}): AnyRow {
  const row = newRow(name) as AnyRow;
  for (const [column, wanted] of Object.entries(rule.where ?? {})) {
    if (wanted === null || typeof wanted !== 'object') row[column] = wanted;
  }
  for (const column of rule.columns) if (column in like) row[column] = like[column];
  return row;
}

export function uniquePromises(store: () => Store): void {
  const violates = (rule: string) => (error: unknown) =>
    error instanceof UniqueViolation && error.rule === rule;

  describe('unique rules', () => {
    for (const name of tableNames) {
      const definition: TableDefinition = schema[name];
      for (const [rule, body] of Object.entries(definition.unique ?? {})) {
        it(`${rule}: refuses a second row on insert and on update`, async () => {
          const first = counted(name, body);
          const free = counted(name, body);
          await store().transaction((tx) => table(tx, name).insert(first, free));
          const again = store().transaction((tx) => table(tx, name).insert(counted(name, body, first)));
          await assert.rejects(again, violates(rule));
          const patch = Object.fromEntries(body.columns.map((column) => [column, first[column]]));
          const turned = store().transaction((tx) => table(tx, name).update(free.id, patch));
          await assert.rejects(turned, violates(rule));
          const written = store().transaction((tx) => table(tx, name).updateWhere({ id: free.id }, patch));
          await assert.rejects(written, violates(rule));
        });

        for (const [column, wanted] of Object.entries(body.where ?? {})) {
          it(`${rule}: does not count rows with another ${column}, until it changes`, async () => {
            const first = counted(name, body);
            const other = counted(name, body, first);
            const fitting = other[column];
            other[column] = isNot(wanted, null) ? null : others[`${name}.${column}`];
            await store().transaction((tx) => table(tx, name).insert(first, other));
            if (body.columns.includes(column)) return;
            const turned = store().transaction((tx) =>
              table(tx, name).update(other.id, { [column]: fitting }),
            );
            await assert.rejects(turned, violates(rule));
          });
        }
      }
    }

    it('refuses a second row with the same id', async () => {
      const row = newRow('users');
      await store().transaction((tx) => tx.users.insert(row));
      const again = store().transaction((tx) => tx.users.insert(newRow('users', { id: row.id })));
      await assert.rejects(again, violates('id'));
    });

    it('frees a value when its row goes or changes', async () => {
      const row = newRow('users');
      await store().transaction(async (tx) => {
        await tx.users.insert(row);
        await tx.users.update(row.id, { usernameKey: unique() });
        await tx.users.insert(newRow('users', { id: `${row.id} 2`, usernameKey: row.usernameKey }));
        await tx.users.remove({ id: `${row.id} 2` });
        await tx.users.insert(newRow('users', { usernameKey: row.usernameKey }));
      });
      assert.equal(await store().read.users.count({ usernameKey: row.usernameKey }), 1);
    });

    it('adds none of several rows when one stands against a rule, and the transaction goes on', async () => {
      const [taken, fresh, kept] = [newRow('users'), newRow('users'), newRow('users')];
      await store().transaction(async (tx) => {
        await tx.users.insert(taken);
        const both = tx.users.insert(fresh, newRow('users', { usernameKey: taken.usernameKey }));
        await assert.rejects(both, violates('username_taken'));
        await tx.users.insert(kept);
      });
      assert.equal(await store().read.users.get(fresh.id), undefined);
      assert.ok(await store().read.users.get(taken.id));
      assert.ok(await store().read.users.get(kept.id));
    });

    it('goes on after a refused change, with the row as it was', async () => {
      const [one, two] = [newRow('users'), newRow('users')];
      const seen = await store().transaction(async (tx) => {
        await tx.users.insert(one, two);
        await assert.rejects(tx.users.update(two.id, { usernameKey: one.usernameKey }), UniqueViolation);
        return tx.users.get(two.id);
      });
      assert.deepEqual(seen, two);
    });

    it('lets one of two parallel inserts win', async () => {
      const usernameKey = unique();
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, () =>
          store().transaction((tx) => tx.users.insert(newRow('users', { usernameKey }))),
        ),
      );
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const result of results) {
        if (result.status === 'rejected')
          assert.ok(violates('username_taken')(result.reason), String(result.reason));
      }
    });
  });
}

function isNot(wanted: unknown, value: unknown): boolean {
  return typeof wanted === 'object' && wanted !== null && (wanted as { not: unknown }).not === value;
}
