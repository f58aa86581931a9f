import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  guardMember,
  guardTransfer,
  memberActions,
  memberEvents,
  memberTransitions,
  membershipStatuses,
  nextState,
  rolesAfterTransfer,
  transferState,
  type MemberAction,
  type MemberFacts,
  type TransferFacts,
} from '../../src/domain/index.js';

const colleague: MemberFacts = {
  status: 'active',
  isOwner: false,
  isActor: false,
  actorManagesUsers: true,
  withinReach: true,
};

/** Written out by hand: who is the target, and what each action on them is answered. */
const table = `
target            changeRole        suspend           reactivate        remove      leave       resetFactors
colleague         ok                ok                ok                ok          forbidden   ok
suspended         ok                ok                ok                ok          forbidden   ok
removed           not_found         not_found         not_found         not_found   forbidden   not_found
owner             last_owner        last_owner        last_owner        last_owner  last_owner  reset_out_of_scope
self              role_self_change  role_self_change  role_self_change  ok          ok          reset_out_of_scope
self-suspended    role_self_change  role_self_change  role_self_change  ok          ok          reset_out_of_scope
self-owner        last_owner        last_owner        last_owner        last_owner  last_owner  reset_out_of_scope
powerless         forbidden         forbidden         forbidden         forbidden   forbidden   forbidden
powerless-self    role_self_change  role_self_change  role_self_change  ok          ok          forbidden
elsewhere         ok                ok                ok                ok          forbidden   reset_out_of_scope
`;

const targets: Record<string, Partial<MemberFacts>> = {
  colleague: {},
  suspended: { status: 'suspended' },
  removed: { status: 'removed' },
  owner: { isOwner: true },
  self: { isActor: true },
  'self-suspended': { isActor: true, status: 'suspended' },
  'self-owner': { isActor: true, isOwner: true },
  powerless: { actorManagesUsers: false },
  'powerless-self': { actorManagesUsers: false, isActor: true },
  elsewhere: { withinReach: false },
};

describe('R54–R59, R71, R72: who may do what to whom', () => {
  const [head = '', ...rows] = table.trim().split('\n');
  const actions = head.trim().split(/\s+/).slice(1) as MemberAction[];
  it('the table speaks of every action and every target', () => {
    assert.deepEqual(actions, [...memberActions]);
    assert.deepEqual(
      rows.map((row) => row.split(/\s+/)[0]),
      Object.keys(targets),
    );
  });
  for (const row of rows) {
    const [target = '', ...expected] = row.trim().split(/\s+/);
    it(target, () => {
      const answers = actions.map((action) => {
        const guard = guardMember(action, { ...colleague, ...targets[target] });
        return guard.ok ? 'ok' : guard.code;
      });
      assert.deepEqual(answers, expected);
    });
  }
});

describe('states of a membership', () => {
  const machine = `
             suspend    reactivate  remove   leave    offboard  close
  active     suspended  -           removed  removed  removed   removed
  suspended  -          active      removed  removed  removed   removed
  removed    -          -           -        -        -         -
  `;
  const [head = '', ...rows] = machine.trim().split('\n');
  it('name every state and event', () => {
    assert.deepEqual(head.trim().split(/\s+/), [...memberEvents]);
    assert.equal(rows.length, membershipStatuses.length);
  });
  for (const row of rows) {
    const [state, ...expected] = row.trim().split(/\s+/);
    it(`R59: ${state}`, () => {
      const status = membershipStatuses.find((known) => known === state);
      assert.ok(status);
      assert.deepEqual(
        memberEvents.map((event) => nextState(memberTransitions, status, event) ?? '-'),
        expected,
      );
    });
  }
});

describe('R56, R57: ownership transfer', () => {
  const ready: TransferFacts = {
    actorIsOwner: true,
    transferPending: false,
    target: { status: 'active', mfaActive: true, isActor: false },
  };
  const answer = (change: Partial<TransferFacts>, target: Partial<TransferFacts['target']> = {}): string => {
    const guard = guardTransfer({ ...ready, ...change, target: { ...ready.target, ...target } });
    return guard.ok ? 'ok' : guard.code;
  };

  it('the owner starts it, to another active member with a second factor, one at a time', () => {
    assert.equal(answer({}), 'ok');
    assert.equal(answer({ actorIsOwner: false }), 'forbidden');
    assert.equal(answer({}, { isActor: true }), 'role_self_change');
    assert.equal(answer({}, { status: 'suspended' }), 'not_found');
    assert.equal(answer({}, { status: 'removed' }), 'not_found');
    assert.equal(answer({}, { mfaActive: false }), 'mfa_enrolment_required');
    assert.equal(answer({ transferPending: true }), 'transfer_pending');
  });

  it('the former owner becomes Account Manager', () => {
    assert.deepEqual(rolesAfterTransfer, { from: 'account_manager', to: 'account_owner' });
  });

  it('72 h without an answer end it, and nothing decided ends by time', () => {
    const expiresAt = new Date('2026-11-25T00:00:00Z');
    const early = new Date('2026-11-24T23:59:59Z');
    assert.equal(transferState({ state: 'pending', expiresAt }, early), 'pending');
    assert.equal(transferState({ state: 'pending', expiresAt }, expiresAt), 'expired');
    assert.equal(transferState({ state: 'accepted', expiresAt }, expiresAt), 'accepted');
  });
});
