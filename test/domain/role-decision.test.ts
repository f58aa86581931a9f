import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  decideRole,
  roleAvailability,
  roleIds,
  type AccountKind,
  type Grant,
  type RoleContext,
  type RoleId,
} from '../../src/domain/index.js';
import { directGrant, inheritedGrant } from './builders.js';

const short: Record<string, RoleId> = {
  O: 'account_owner',
  M: 'account_manager',
  C: 'campaign_creator',
  PM: 'partner_manager',
};

/**
 * Written out by hand from domain.md 2c for a new invitation: who acts (role, and where it was given), on which
 * kind of account, and the answer for each role. `yes` or the reason.
 */
const table = `
actor    on          owner               manager            creator            partner
O direct parent      role_not_grantable  yes                yes                yes
M direct parent      role_not_grantable  forbidden          forbidden          role_above_actor
C direct parent      role_not_grantable  role_above_actor   forbidden          role_above_actor
PM direct parent     role_not_grantable  role_above_actor   role_above_actor   forbidden
none -   parent      role_not_grantable  forbidden          forbidden          forbidden
O direct child       role_not_grantable  yes                yes                role_not_available
M direct child       role_not_grantable  forbidden          forbidden          role_not_available
C direct child       role_not_grantable  role_above_actor   forbidden          role_not_available
O inherited child    role_not_grantable  yes                yes                role_not_available
M inherited child    role_not_grantable  forbidden          forbidden          role_not_available
C inherited child    role_not_grantable  role_above_actor   forbidden          role_not_available
PM inherited child   role_not_grantable  yes                yes                role_not_available
none -   child       role_not_grantable  forbidden          forbidden          role_not_available
O direct standalone  role_not_grantable  yes                yes                role_not_available
M direct standalone  role_not_grantable  forbidden          forbidden          role_not_available
C direct standalone  role_not_grantable  role_above_actor   forbidden          role_not_available
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

function grantsOf(actor: string, source: string): Grant[] {
  const roleId = short[actor];
  if (!roleId) return [];
  return [source === 'inherited' ? inheritedGrant(roleId) : directGrant(roleId)];
}

function answer(roleId: unknown, context: RoleContext): string {
  const decision = decideRole(roleId, context);
  return decision.available ? 'yes' : decision.reason;
}

describe('2c: every actor, every kind of account, every role', () => {
  assert.equal(rows.length, 16);
  for (const [actor = '', source = '', kind = '', ...expected] of rows) {
    it(`${actor} ${source} on a ${kind}`, () => {
      const context = { accountKind: kind as AccountKind, grants: grantsOf(actor, source) };
      assert.deepEqual(
        roleIds.map((roleId) => answer(roleId, context)),
        expected,
      );
      const listed = roleAvailability(context).map((role) => (role.available ? 'yes' : role.reason));
      assert.deepEqual(listed, expected, 'the list for a picker says the same');
      assert.deepEqual(
        roleAvailability(context).map((role) => role.roleId),
        [...roleIds],
      );
    });
  }
});

describe('2c: the first reason wins', () => {
  const bare: RoleContext = { accountKind: 'child', grants: [], target: { isOwner: true, isActor: true } };

  it('1 role_required, whatever else is wrong', () => {
    for (const nothing of [undefined, null, '']) assert.equal(answer(nothing, bare), 'role_required');
  });

  it('2 role_unknown: compared exactly', () => {
    for (const other of [
      'admin',
      'account_manager ',
      'ACCOUNT_MANAGER',
      '__proto__',
      7,
      {},
      [],
      ['account_manager'],
    ]) {
      assert.equal(answer(other, bare), 'role_unknown', String(other));
    }
  });

  it('3 role_not_grantable before 4: ownership, on any account', () => {
    assert.equal(answer('account_owner', bare), 'role_not_grantable');
  });

  it('4 role_not_available before 5: Partner Manager on a child (R1)', () => {
    assert.equal(answer('partner_manager', bare), 'role_not_available');
  });

  it('5 last_owner before 6: the target is the owner (R55)', () => {
    assert.equal(answer('account_manager', bare), 'last_owner');
  });

  it('6 role_self_change before 7: the target is oneself (R58)', () => {
    assert.equal(
      answer('account_manager', { ...bare, target: { isOwner: false, isActor: true } }),
      'role_self_change',
    );
  });

  it('7 forbidden: no grant reaches the account', () => {
    const stranger = { ...bare, target: { isOwner: false, isActor: false } };
    assert.equal(answer('campaign_creator', stranger), 'forbidden');
  });

  it('8 role_above_actor before 9 and 10', () => {
    const context: RoleContext = {
      accountKind: 'child',
      grants: [inheritedGrant('campaign_creator')],
      ceiling: 'campaign_creator',
    };
    assert.equal(answer('account_manager', context), 'role_above_actor');
  });

  it('9 role_above_ceiling before 10 (R91)', () => {
    const context: RoleContext = {
      accountKind: 'child',
      grants: [inheritedGrant('partner_manager')],
      ceiling: 'campaign_creator',
    };
    assert.equal(answer('account_manager', context), 'role_above_ceiling');
    assert.equal(answer('campaign_creator', context), 'forbidden', '10: the ceiling took users.manage away');
  });

  it('10 forbidden: no users.manage there', () => {
    assert.equal(
      answer('campaign_creator', { accountKind: 'child', grants: [directGrant('account_manager')] }),
      'forbidden',
    );
  });
});

describe('R91: ceilings', () => {
  const reach = (ceiling: RoleId | null, grants: Grant[]): RoleContext => ({
    accountKind: 'child',
    grants,
    ceiling,
  });

  it('a ceiling of Partner Manager, or none, lets partner people grant', () => {
    for (const ceiling of ['partner_manager', 'account_owner', null] as const) {
      assert.equal(answer('account_manager', reach(ceiling, [inheritedGrant('partner_manager')])), 'yes');
    }
  });

  it('a ceiling binds what comes through the link, not the direct grant of the same person', () => {
    const both = [directGrant('account_owner'), inheritedGrant('partner_manager')];
    assert.equal(answer('account_manager', reach('campaign_creator', both)), 'yes');
  });

  it('a direct manager does not lift the ceiling for inherited rights', () => {
    const both = [directGrant('account_manager'), inheritedGrant('partner_manager')];
    assert.equal(answer('account_manager', reach('campaign_creator', both)), 'forbidden');
  });
});

describe('R87: nobody grants what they lack', () => {
  it('an Account Manager of the parent may hand on neither more nor, without users.manage, less', () => {
    const context: RoleContext = { accountKind: 'parent', grants: [directGrant('account_manager')] };
    assert.equal(answer('partner_manager', context), 'role_above_actor');
    assert.equal(answer('campaign_creator', context), 'forbidden');
  });

  it('a gated grant gives nothing to hand on', () => {
    const gated = [directGrant('account_owner', { gate: 'mfa_enrolment' })];
    assert.equal(answer('campaign_creator', { accountKind: 'parent', grants: gated }), 'role_above_actor');
    assert.equal(answer('campaign_creator', { accountKind: 'child', grants: gated }), 'role_above_actor');
  });

  it('another member may be changed by the owner', () => {
    const context: RoleContext = {
      accountKind: 'parent',
      grants: [directGrant('account_owner')],
      target: { isOwner: false, isActor: false },
    };
    assert.equal(answer('partner_manager', context), 'yes');
  });
});
