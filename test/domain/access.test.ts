import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  can,
  capabilitiesOnSelf,
  effectiveAccess,
  type AccessFacts,
  type Capability,
  type RoleId,
} from '../../src/domain/index.js';
import { account, childId, link, membership, parentId, siblingId } from './builders.js';

const onParent = (roleId: RoleId, change: Partial<AccessFacts> = {}) =>
  effectiveAccess({ account: account('parent'), memberships: [membership(parentId, roleId)], ...change });

const onChildOf = (roleId: RoleId, change: Partial<AccessFacts> = {}) =>
  effectiveAccess({
    account: account('child'),
    memberships: [membership(parentId, roleId)],
    link: link(),
    ...change,
  });

const onChild = (roleId: RoleId, change: Partial<AccessFacts> = {}) =>
  effectiveAccess({
    account: account('child'),
    memberships: [membership(childId, roleId)],
    link: link(),
    ...change,
  });

function assertCan(access: ReturnType<typeof effectiveAccess>, yes: Capability[], no: Capability[]): void {
  for (const capability of yes) assert.ok(can(access, capability), `may ${capability}`);
  for (const capability of no) assert.ok(!can(access, capability), `may not ${capability}`);
}

describe('effective access', () => {
  it('R4: a role on a child opens nothing of the parent', () => {
    const parent = account('parent');
    const memberships = [membership(childId, 'account_owner')];
    assert.deepEqual(effectiveAccess({ account: parent, memberships, link: link() }), {
      capabilities: [],
      grants: [],
    });
    assertCan(
      onChild('account_owner'),
      ['links.decide'],
      ['parent.access', 'children.access', 'partnerTools.use'],
    );
  });

  it('R5: a role on one child opens nothing of its sibling', () => {
    const sibling = account('child', { id: siblingId });
    const memberships = [membership(childId, 'account_owner')];
    const access = effectiveAccess({ account: sibling, memberships, link: link({ childId: siblingId }) });
    assert.deepEqual(access, { capabilities: [], grants: [] });
  });

  it('R6: Account Manager on the parent: own billing no, billing of a child yes, Single Billing where it is used', () => {
    assertCan(onParent('account_manager'), ['singleBilling.manage'], ['billing.manage']);
    assertCan(onChildOf('account_manager'), ['billing.manage'], ['singleBilling.manage']);
    const without = onParent('account_manager', { account: account('parent', { singleBilling: false }) });
    assertCan(without, ['campaigns.copyToChild'], ['singleBilling.manage']);
  });

  it('R7: a manager or creator of a child buys nothing there', () => {
    for (const roleId of ['account_manager', 'campaign_creator'] as const) {
      assertCan(onChild(roleId), ['account.access', 'campaigns.edit'], ['billing.manage']);
    }
  });

  it('R8: Campaign Creator on the parent: bills every child, schedules nothing', () => {
    assertCan(
      onChildOf('campaign_creator'),
      ['billing.manage', 'campaigns.edit'],
      ['campaigns.schedule', 'campaigns.publish', 'lists.manage'],
    );
  });

  it('R9: Partner Manager in the parent: tools, no campaigns', () => {
    assertCan(
      onParent('partner_manager'),
      ['partnerTools.use', 'children.access'],
      ['product.use', 'campaigns.edit', 'campaigns.copyToChild'],
    );
  });

  it('R10: Partner Manager in a child: entry, billing, product and people', () => {
    assertCan(
      onChildOf('partner_manager'),
      ['account.access', 'billing.manage', 'product.use', 'users.manage'],
      ['ownership.transfer'],
    );
  });

  it('R11: either of two grants suffices, and both are named', () => {
    const memberships = [membership(childId, 'account_manager'), membership(parentId, 'campaign_creator')];
    const access = effectiveAccess({ account: account('child'), memberships, link: link() });
    assertCan(access, ['billing.manage', 'campaigns.schedule'], ['users.manage']);
    assert.deepEqual(
      access.grants.map(({ roleId, source, grantAccountId }) => [roleId, source, grantAccountId]),
      [
        ['account_manager', 'direct', childId],
        ['campaign_creator', 'inherited', parentId],
      ],
    );
    assert.equal(access.grants[1]?.membershipId, memberships[1]?.id);
  });

  it('lists capabilities in the order of the tables, once each', () => {
    const { capabilities } = onChild('campaign_creator');
    assert.deepEqual(capabilities, [
      'account.access',
      'product.use',
      'campaigns.edit',
      'campaigns.report',
      'self.profile',
      'self.factors',
      'self.leave',
    ]);
  });

  it('a standalone account gives its own people the rights of a child, and nobody else any', () => {
    const standalone = account('standalone');
    const own = effectiveAccess({ account: standalone, memberships: [membership(childId, 'account_owner')] });
    assert.deepEqual(new Set(own.capabilities), new Set(capabilitiesOnSelf('account_owner', 'child')));
    const others = [membership(parentId, 'account_owner')];
    assert.deepEqual(effectiveAccess({ account: standalone, memberships: others, link: link() }).grants, []);
  });
});

describe('what carries nothing', () => {
  it('R59: a suspended or removed membership', () => {
    for (const status of ['suspended', 'removed'] as const) {
      const direct = onChild('account_owner', {
        memberships: [membership(childId, 'account_owner', { status })],
      });
      assert.deepEqual(direct, { capabilities: [], grants: [] }, status);
      const inherited = onChildOf('account_owner', {
        memberships: [membership(parentId, 'account_owner', { status })],
      });
      assert.deepEqual(inherited, { capabilities: [], grants: [] }, status);
    }
  });

  it("R70: a membership that waits for a second factor opens only one's own affairs", () => {
    const gated = [membership(childId, 'account_owner', { gate: 'mfa_enrolment' as const })];
    const access = onChild('account_owner', { memberships: gated });
    assert.deepEqual(access.capabilities, ['self.profile', 'self.factors', 'self.leave']);
    assert.equal(access.grants[0]?.gate, 'mfa_enrolment');
    const through = [membership(parentId, 'account_owner', { gate: 'mfa_enrolment' as const })];
    assert.deepEqual(onChildOf('account_owner', { memberships: through }).capabilities, access.capabilities);
  });

  it('R77: a link that is not active, not managed, or of another pair; no link', () => {
    for (const state of ['pending', 'activating', 'declined', 'cancelled', 'expired', 'ended'] as const) {
      assert.deepEqual(onChildOf('account_owner', { link: link({ state }) }).grants, [], state);
    }
    assert.deepEqual(onChildOf('account_owner', { link: link({ relationship: 'referred' }) }).grants, []);
    assert.deepEqual(onChildOf('account_owner', { link: link({ childId: siblingId }) }).grants, []);
    assert.deepEqual(onChildOf('account_owner', { link: link({ parentId: siblingId }) }).grants, []);
    assert.deepEqual(onChildOf('account_owner', { link: null }).grants, []);
    assert.deepEqual(onChildOf('account_owner', { link: undefined }).grants, []);
  });

  it('R77: direct memberships stay when the link has ended', () => {
    assert.deepEqual(
      onChild('account_manager', { link: link({ state: 'ended' }) }),
      onChild('account_manager'),
    );
  });

  it('R85: a closed account; any other status still opens', () => {
    assert.deepEqual(
      onChild('account_owner', { account: account('child', { status: 'closed' }) }).grants,
      [],
    );
    for (const status of ['trial', 'trial_expired', 'overdue', 'disabled', 'closing'] as const) {
      const access = onChild('account_owner', { account: account('child', { status }) });
      assert.ok(can(access, 'account.access'), status);
    }
  });
});

describe('R91: a ceiling cuts what comes through the link', () => {
  it('leaves the weaker of role and ceiling', () => {
    for (const roleId of [
      'account_owner',
      'partner_manager',
      'account_manager',
      'campaign_creator',
    ] as const) {
      const cut = onChildOf(roleId, { link: link({ maxRole: 'campaign_creator' }) });
      assert.deepEqual(cut.capabilities, onChildOf('campaign_creator').capabilities, roleId);
    }
    const weak = onChildOf('campaign_creator', { link: link({ maxRole: 'account_manager' }) });
    assert.deepEqual(weak.capabilities, onChildOf('campaign_creator').capabilities);
  });

  it('leaves direct grants alone, and null means full access', () => {
    const direct = onChild('account_owner', { link: link({ maxRole: 'campaign_creator' }) });
    assert.ok(can(direct, 'users.manage'));
    assert.ok(can(onChildOf('account_owner', { link: link({ maxRole: null }) }), 'ownership.transfer'));
  });
});
