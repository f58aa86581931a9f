import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  afterInvitationEvent,
  can,
  canAccept,
  canInvite,
  canReactivate,
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  decideRole,
  effectiveAccess,
  invitationEvents,
  invitationStates,
  isTerminal,
  invitationTransitions,
  jobTransitions,
  linkStates,
  linkTransitions,
  memberTransitions,
  nextState,
  roleAvailability,
  roleIds,
  seatUsage,
  transferTransitions,
  type AccessMembership,
  type Grant,
  type Transitions,
} from '../../src/domain/index.js';
import { account, childId, parentId, siblingId } from './builders.js';

const runs = { numRuns: 1000 };
const role = fc.constantFrom(...roleIds);
const kind = fc.constantFrom('parent', 'child', 'standalone' as const);
const gate = fc.constantFrom('none', 'mfa_enrolment' as const);

const grant: fc.Arbitrary<Grant> = fc.record({
  membershipId: fc.constant('mem_x'),
  roleId: role,
  grantAccountId: fc.constantFrom(parentId, childId),
  source: fc.constantFrom('direct', 'inherited' as const),
  status: fc.constant('active' as const),
  gate,
});

const someMembership: fc.Arbitrary<AccessMembership> = fc.record({
  id: fc.uuid(),
  accountId: fc.constantFrom(parentId, childId, siblingId),
  roleId: role,
  status: fc.constantFrom('active', 'suspended', 'removed' as const),
  gate,
});

const someLink = fc.option(
  fc.record({
    parentId: fc.constantFrom(parentId, siblingId),
    childId: fc.constantFrom(childId, siblingId),
    state: fc.constantFrom(...linkStates),
    relationship: fc.constantFrom('managed', 'referred' as const),
    maxRole: fc.option(role),
  }),
);

const facts = fc.record({
  account: kind.map((of) => account(of)),
  memberships: fc.array(someMembership, { maxLength: 5 }),
  link: someLink,
});

describe('effective access', () => {
  it('grows with every grant: there are no negative grants', () => {
    fc.assert(
      fc.property(facts, someMembership, (given, more) => {
        const held = effectiveAccess(given).capabilities;
        const grown = effectiveAccess({ ...given, memberships: [...given.memberships, more] });
        return held.every((capability) => can(grown, capability));
      }),
      runs,
    );
  });

  it('R91: shrinks with any ceiling', () => {
    fc.assert(
      fc.property(facts, role, (given, maxRole) => {
        const open = effectiveAccess({ ...given, link: given.link && { ...given.link, maxRole: null } });
        const cut = effectiveAccess({ ...given, link: given.link && { ...given.link, maxRole } });
        return (
          cut.capabilities.every((capability) => can(open, capability)) &&
          cut.grants.length === open.grants.length
        );
      }),
      runs,
    );
  });

  it('R4, R5: nobody holds what no live membership on the account or its linked parent gives', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { capabilities, grants } = effectiveAccess(given);
        if (grants.length === 0) assert.deepEqual(capabilities, []);
        for (const { grantAccountId, source, status } of grants) {
          assert.equal(status, 'active');
          assert.equal(grantAccountId === given.account.id, source === 'direct');
          if (source === 'inherited')
            assert.ok(given.link?.state === 'active' && given.account.kind === 'child');
        }
        if (given.account.kind === 'child') assert.ok(!capabilities.includes('parent.access'));
      }),
      runs,
    );
  });
});

describe('role decision', () => {
  const target = fc.option(fc.record({ isOwner: fc.boolean(), isActor: fc.boolean() }), { nil: undefined });
  const context = fc.record({
    accountKind: kind,
    grants: fc.array(grant, { maxLength: 4 }),
    ceiling: fc.option(role),
    target,
  });

  it('R1, K18: no path gives a child a Partner Manager, and none gives anybody ownership', () => {
    fc.assert(
      fc.property(context, (given) => {
        const granted = roleAvailability(given).filter((answer) => answer.available);
        assert.ok(granted.every(({ roleId }) => roleId !== 'account_owner'));
        if (given.accountKind !== 'parent')
          assert.ok(granted.every(({ roleId }) => roleId !== 'partner_manager'));
      }),
      runs,
    );
  });

  it('R87, R91: what is granted carries nothing the actor lacks, on the account and on its children', () => {
    fc.assert(
      fc.property(context, (given) => {
        const live = given.grants.filter((one) => one.gate === 'none');
        const cap = given.ceiling ? capabilitiesOnChildren(given.ceiling) : undefined;
        const held = new Set(
          live.flatMap((one) =>
            one.source === 'direct'
              ? capabilitiesOnSelf(one.roleId, given.accountKind)
              : capabilitiesOnChildren(one.roleId).filter((capability) => cap?.includes(capability) ?? true),
          ),
        );
        const below = new Set(live.flatMap((one) => capabilitiesOnChildren(one.roleId)));
        for (const answer of roleAvailability(given)) {
          if (!answer.available) continue;
          assert.ok(held.has('users.manage'));
          const carried = capabilitiesOnSelf(answer.roleId, given.accountKind);
          assert.ok(carried.every((capability) => held.has(capability)));
          const reach = given.accountKind === 'parent' ? capabilitiesOnChildren(answer.roleId) : [];
          assert.ok(reach.every((capability) => below.has(capability)));
        }
      }),
      runs,
    );
  });

  it('never throws, and knows only the four ids', () => {
    fc.assert(
      fc.property(fc.anything(), context, (value, given) => {
        const decision = decideRole(value, given);
        if (decision.available) assert.ok(roleIds.includes(decision.roleId));
      }),
      runs,
    );
  });
});

describe('seats', () => {
  const seatFacts = fc.record({
    limit: fc.option(fc.nat(20)),
    members: fc.nat(30),
    pending: fc.nat(30),
    ownerUsesSeat: fc.boolean(),
    hasOwner: fc.boolean(),
  });

  it('R17, R18: numbers are never negative, and who may invite may also accept', () => {
    fc.assert(
      fc.property(seatFacts, (given) => {
        const seats = seatUsage(given);
        assert.ok(seats.used >= 0 && seats.reserved >= 0 && (seats.available ?? 0) >= 0);
        assert.equal(canInvite(seats).ok, seats.available === null || seats.available > 0);
        if (canInvite(seats).ok) assert.ok(canAccept(seats).ok);
        assert.deepEqual(canReactivate(seats), canInvite(seats));
        if (seats.overLimit) assert.ok(!canAccept(seats).ok);
      }),
      runs,
    );
  });

  it('R18: however invitations and acceptances mix, the limit holds', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.array(fc.boolean(), { maxLength: 60 }), (limit, steps) => {
        let members = 0;
        let pending = 0;
        for (const invite of steps) {
          const seats = seatUsage({ limit, members, pending });
          if (invite && canInvite(seats).ok) pending += 1;
          if (!invite && pending > 0) {
            assert.ok(canAccept(seats).ok, 'a reserved seat is there when its holder comes');
            pending -= 1;
            members += 1;
          }
          assert.ok(members + pending <= limit);
        }
      }),
      runs,
    );
  });
});

describe('state machines', () => {
  const machines: [string, Transitions<string, string>][] = [
    ['invitation', invitationTransitions],
    ['membership', memberTransitions],
    ['link', linkTransitions],
    ['transfer', transferTransitions],
    ['job', jobTransitions],
  ];
  for (const [name, transitions] of machines) {
    const states = Object.keys(transitions);
    const events = [...new Set(Object.values(transitions).flatMap((row) => Object.keys(row)))];
    it(`${name}: every walk stays among the known states and never leaves a terminal one`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...states), fc.array(fc.constantFrom(...events)), (start, walk) => {
          let state = start;
          for (const event of walk) {
            const next = nextState(transitions, state, event);
            if (isTerminal(transitions, state)) assert.equal(next, undefined);
            state = next ?? state;
            assert.ok(states.includes(state));
          }
        }),
        runs,
      );
    });
  }

  it('R41: an invitation is accepted at most once, and never after its time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...invitationStates),
        fc.array(fc.tuple(fc.constantFrom(...invitationEvents), fc.nat(1000))),
        (start, steps) => {
          let state = start;
          let accepted = 0;
          for (const [event, now] of steps) {
            const next = afterInvitationEvent({ state, expiresAt: 500 }, event, now);
            if (event === 'accept' && next) {
              accepted += 1;
              assert.ok(now < 500);
            }
            state = next ?? state;
          }
          assert.ok(accepted <= 1);
        },
      ),
      runs,
    );
  });
});
