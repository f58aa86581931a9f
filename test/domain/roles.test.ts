import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  capabilities,
  capabilitiesAt,
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  effectiveRoleOnChild,
  isCapability,
  isRoleId,
  noteAt,
  roleDefinitions,
  roleIds,
  type Capability,
  type Placement,
  type RoleId,
} from '../../src/domain/index.js';

/** Written out by hand from domain.md 2a: A allow, D deny, a word for how far an allow goes. */
const accountTable = `
                    O@P→P O@P→C O@C→C  M@P→P M@P→C M@C→C  C@P→P C@P→C C@C→C  PM@P→P PM@P→C
account.access      A     A     A      A     A     A      A     A     A      tools  A
users.manage        A     A     A      D     D     D      D     D     D      D      A
settings.manage     A     A     A      A     A     A      D     D     D      D      A
ownership.transfer  A     A     A      D     D     D      D     D     D      D      D
billing.manage      A     A     A      D     A     D      D     A     D      D      A
product.use         A     A     A      A     A     A      lim   lim   lim    D      A
campaigns.edit      A     A     A      A     A     A      A     A     A      D      A
campaigns.schedule  A     A     A      A     A     A      D     D     D      D      A
campaigns.publish   A     A     A      A     A     A      D     D     D      D      A
campaigns.delete    A     A     A      A     A     A      D     D     D      D      A
lists.manage        A     A     A      A     A     A      D     D     D      D      A
contacts.view       A     A     A      A     A     A      D     D     D      D      A
campaigns.report    A     A     A      A     A     A      sum   sum   sum    D      A
mfa.resetOther      A     A     A      D     D     D      D     D     D      D      A
audit.read          A     A     A      D     D     D      D     D     D      D      A
self.profile        A     A     A      A     A     A      A     A     A      A      A
self.factors        A     A     A      A     A     A      A     A     A      A      A
self.leave          A     A     A      A     A     A      A     A     A      A      A
`;

/** Written out by hand from domain.md 2b; a dash in the document is a D here: nothing grants it there. */
const partnershipTable = `
                       O@P→P M@P→P C@P→P PM@P→P  O@C→C M@C→C C@C→C
parent.access          A     A     A     tools   D     D     D
children.access        A     A     A     A       D     D     D
singleBilling.manage   A     A     D     D       D     D     D
campaigns.copyToChild  A     A     draft D       D     D     D
partnerTools.use       A     A     A     A       D     D     D
resources.view         A     A     A     A       D     D     D
partnerReports.run     A     A     D     A       D     D     D
links.request          A     D     D     A       D     D     D
links.decide           D     D     D     D       A     D     D
`;

const roleOf: Record<string, RoleId> = {
  O: 'account_owner',
  M: 'account_manager',
  C: 'campaign_creator',
  PM: 'partner_manager',
};
const placementOf: Record<string, Placement> = { '@P→P': 'parent', '@P→C': 'children', '@C→C': 'child' };
const noteOf: Record<string, string> = {
  tools: 'tools_only',
  lim: 'limited',
  sum: 'summary',
  draft: 'draft_only',
};

interface Cell {
  capability: Capability;
  column: string;
  roleId: RoleId;
  placement: Placement;
  expected: string;
}

function cells(table: string): Cell[] {
  const [head = '', ...rows] = table.trim().split('\n');
  const columns = head.trim().split(/\s+/);
  return rows.flatMap((row) => {
    const [capability = '', ...values] = row.trim().split(/\s+/);
    assert.ok(isCapability(capability), capability);
    assert.equal(values.length, columns.length, capability);
    return columns.map((column, at) => {
      const [letters = '', rest = ''] = column.split(/(?=@)/);
      const roleId = roleOf[letters];
      const placement = placementOf[rest];
      assert.ok(roleId && placement, column);
      return { capability, column, roleId, placement, expected: values[at] ?? '' };
    });
  });
}

function assertCell({ capability, roleId, placement, expected }: Cell): void {
  assert.equal(capabilitiesAt(roleId, placement).includes(capability), expected !== 'D');
  assert.equal(noteAt(roleId, placement, capability), noteOf[expected]);
}

for (const [name, table] of Object.entries({ '2a': accountTable, '2b': partnershipTable })) {
  describe(`table ${name}`, () => {
    for (const cell of cells(table)) {
      it(`${cell.column} ${cell.capability}: ${cell.expected}`, () => assertCell(cell));
    }
  });
}

describe('the tables together', () => {
  it('name every capability, and no table holds a cell that is not typed out above', () => {
    const all = [...cells(accountTable), ...cells(partnershipTable)];
    assert.deepEqual([...new Set(all.map((cell) => cell.capability))].sort(), [...capabilities].sort());
    const known = new Set(all.map((cell) => `${cell.roleId} ${cell.placement} ${cell.capability}`));
    for (const roleId of roleIds) {
      for (const placement of ['parent', 'children', 'child'] as const) {
        for (const capability of capabilitiesAt(roleId, placement)) {
          assert.ok(
            known.has(`${roleId} ${placement} ${capability}`),
            `${roleId} ${placement} ${capability}`,
          );
        }
      }
    }
  });

  it('K18: a Partner Manager on a child can do nothing, because it cannot exist', () => {
    assert.deepEqual(capabilitiesOnSelf('partner_manager', 'child'), []);
    assert.deepEqual(capabilitiesOnSelf('partner_manager', 'standalone'), []);
    assert.deepEqual(roleDefinitions.partner_manager.grantableOn, ['parent']);
  });

  it('a standalone account has the rules of a child', () => {
    for (const roleId of roleIds) {
      assert.deepEqual(capabilitiesOnSelf(roleId, 'standalone'), capabilitiesOnSelf(roleId, 'child'));
    }
    assert.notDeepEqual(
      capabilitiesOnSelf('account_owner', 'parent'),
      capabilitiesOnSelf('account_owner', 'child'),
    );
  });

  it('no capability is listed twice in one place', () => {
    for (const roleId of roleIds) {
      for (const placement of ['parent', 'children', 'child'] as const) {
        const held = capabilitiesAt(roleId, placement);
        assert.equal(new Set(held).size, held.length, `${roleId} ${placement}`);
      }
    }
  });
});

describe('role definitions', () => {
  it('R2: Account Owner is never handed out, the others are', () => {
    const assignable = roleIds.filter((roleId) => roleDefinitions[roleId].assignable);
    assert.deepEqual(assignable, ['account_manager', 'campaign_creator', 'partner_manager']);
  });

  it('R1: what a child knows', () => {
    const onChild = roleIds.filter((roleId) => roleDefinitions[roleId].grantableOn.includes('child'));
    assert.deepEqual(onChild, ['account_owner', 'account_manager', 'campaign_creator']);
  });

  it('lists go by a fixed order', () => {
    const sorted = roleIds.toSorted((a, b) => roleDefinitions[a].order - roleDefinitions[b].order);
    assert.deepEqual(sorted, ['account_owner', 'account_manager', 'campaign_creator', 'partner_manager']);
    for (const roleId of roleIds) assert.equal(roleDefinitions[roleId].id, roleId);
  });

  it('an id is compared exactly', () => {
    assert.ok(isRoleId('account_manager'));
    for (const value of ['Account_Manager', ' account_manager', 'toString', '__proto__', '', null, 7]) {
      assert.equal(isRoleId(value), false, String(value));
    }
  });
});

describe('R91: the weaker of role and ceiling', () => {
  const chain: RoleId[] = ['campaign_creator', 'account_manager', 'partner_manager', 'account_owner'];

  it('on children each role holds all of the one below it', () => {
    for (const [at, roleId] of chain.entries()) {
      const lower = chain[at - 1];
      if (!lower) continue;
      const held = capabilitiesOnChildren(roleId);
      assert.ok(
        capabilitiesOnChildren(lower).every((capability) => held.includes(capability)),
        roleId,
      );
      assert.ok(held.length > capabilitiesOnChildren(lower).length, roleId);
    }
  });

  it('is the lower of the two in that chain, and the role itself without a ceiling', () => {
    for (const [at, roleId] of chain.entries()) {
      assert.equal(effectiveRoleOnChild(roleId, null), roleId);
      assert.equal(effectiveRoleOnChild(roleId, undefined), roleId);
      for (const [cap, ceiling] of chain.entries()) {
        assert.equal(effectiveRoleOnChild(roleId, ceiling), chain[Math.min(at, cap)], `${roleId} ${ceiling}`);
      }
    }
  });
});
