import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  bulkGrantWay,
  deviceTransitions,
  enrolmentDemand,
  enrolmentState,
  enrolmentTransitions,
  factorBudget,
  guardLink,
  guardLinkEnd,
  guardLinkRequest,
  invitationTransitions,
  isTerminal,
  jobEnd,
  jobTransitions,
  linkState,
  linkTransitions,
  memberTransitions,
  pauseSeconds,
  transferTransitions,
  type Guard,
  type LinkRequestFacts,
  type Transitions,
} from '../../src/domain/index.js';

const says = (guard: Guard): string => (guard.ok ? 'ok' : guard.code);

/** Every arrow of domain.md 4, typed out by hand. */
const arrows: Record<string, [Transitions<string, string>, string]> = {
  link: [
    linkTransitions,
    `pending approve activating; pending decline declined; pending cancel cancelled; pending expire expired;
     activating settle active; activating fail pending; active end ended; active close ended`,
  ],
  transfer: [
    transferTransitions,
    `pending accept accepted; pending cancel cancelled; pending expire expired`,
  ],
  enrolment: [
    enrolmentTransitions,
    `none start pending; pending confirm active; pending expire none; pending cancel none; pending start pending;
     active lock locked; active remove none; active reset reset_required; active recover reset_required;
     locked unlock active; locked remove none; locked reset reset_required; locked recover reset_required;
     reset_required start pending`,
  ],
  device: [
    deviceTransitions,
    `trusted expire void; trusted passwordChange void; trusted reset void; trusted forget void`,
  ],
  job: [
    jobTransitions,
    `queued start running; queued cancel cancelled; running complete completed;
     running completeWithErrors completed_with_errors; running fail failed; running cancel cancelled;
     completed_with_errors retry running`,
  ],
};

describe('state machines', () => {
  for (const [name, [transitions, expected]] of Object.entries(arrows)) {
    it(`${name}: exactly the arrows of the document`, () => {
      const found = Object.entries(transitions).flatMap(([from, events]) =>
        Object.entries(events).map(([event, to]) => `${from} ${event} ${to}`),
      );
      assert.deepEqual(
        found.sort(),
        expected
          .split(';')
          .map((arrow) => arrow.trim())
          .sort(),
      );
    });
  }

  it('the starred states are terminal, and only they', () => {
    const terminal = (transitions: Transitions<string, string>): string[] =>
      Object.keys(transitions)
        .filter((state) => isTerminal(transitions, state))
        .sort();
    assert.deepEqual(terminal(invitationTransitions), ['accepted', 'declined', 'revoked']);
    assert.deepEqual(terminal(memberTransitions), ['removed']);
    assert.deepEqual(terminal(linkTransitions), ['cancelled', 'declined', 'ended', 'expired']);
    assert.deepEqual(terminal(transferTransitions), ['accepted', 'cancelled', 'expired']);
    assert.deepEqual(terminal(enrolmentTransitions), []);
    assert.deepEqual(terminal(deviceTransitions), ['void']);
    assert.deepEqual(terminal(jobTransitions), ['cancelled', 'completed', 'failed']);
  });
});

describe('linking (R73–R78)', () => {
  const request: LinkRequestFacts = {
    parentId: 'acc_P',
    childId: 'acc_C',
    childKind: 'standalone',
    samePair: null,
    managedByAnother: false,
  };

  it('R76: a pair once, one managing parent, no ring', () => {
    assert.equal(says(guardLinkRequest(request)), 'ok');
    for (const samePair of ['pending', 'activating', 'active'] as const) {
      assert.equal(says(guardLinkRequest({ ...request, samePair })), 'link_exists', samePair);
    }
    for (const samePair of ['declined', 'cancelled', 'expired', 'ended'] as const) {
      assert.equal(says(guardLinkRequest({ ...request, samePair })), 'ok', samePair);
    }
    assert.equal(says(guardLinkRequest({ ...request, managedByAnother: true })), 'already_linked');
    assert.equal(says(guardLinkRequest({ ...request, childId: 'acc_P' })), 'link_cycle');
    assert.equal(says(guardLinkRequest({ ...request, childKind: 'parent' })), 'link_cycle');
    assert.equal(says(guardLinkRequest({ ...request, childKind: 'child', samePair: undefined })), 'ok');
  });

  it('R74: the other side answers, the asking side withdraws', () => {
    const table: ['approve' | 'decline' | 'cancel', 'parent' | 'child', 'parent' | 'child', string][] = [
      ['approve', 'parent', 'child', 'ok'],
      ['approve', 'parent', 'parent', 'forbidden'],
      ['approve', 'child', 'parent', 'ok'],
      ['approve', 'child', 'child', 'forbidden'],
      ['decline', 'parent', 'child', 'ok'],
      ['decline', 'parent', 'parent', 'forbidden'],
      ['cancel', 'parent', 'parent', 'ok'],
      ['cancel', 'parent', 'child', 'forbidden'],
      ['cancel', 'child', 'child', 'ok'],
    ];
    for (const [action, initiatedBy, side, expected] of table) {
      const guard = guardLink(action, { state: 'pending', initiatedBy }, side);
      assert.equal(says(guard), expected, `${action} of ${initiatedBy} by ${side}`);
    }
    for (const state of ['active', 'expired', 'declined'] as const) {
      assert.equal(says(guardLink('approve', { state, initiatedBy: 'parent' }, 'child')), 'link_not_pending');
    }
  });

  it('R75: a request ends after 30 days, an active link does not', () => {
    const expiresAt = '2026-12-22T00:00:00Z';
    assert.equal(linkState({ state: 'pending', expiresAt }, '2026-12-21T23:59:59Z'), 'pending');
    assert.equal(linkState({ state: 'pending', expiresAt }, expiresAt), 'expired');
    assert.equal(linkState({ state: 'active', expiresAt }, '2027-01-01T00:00:00Z'), 'active');
  });

  it('R77: Single Billing off first, and no child without an owner', () => {
    const link = { state: 'active' as const, singleBilling: false, childHasActiveOwner: true };
    assert.equal(says(guardLinkEnd(link)), 'ok');
    assert.equal(says(guardLinkEnd({ ...link, singleBilling: true })), 'single_billing_active');
    assert.equal(says(guardLinkEnd({ ...link, childHasActiveOwner: false })), 'child_without_owner');
    assert.equal(says(guardLinkEnd({ ...link, state: 'ended' })), 'not_found');
  });
});

describe('second factors (R64, R70, R71)', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const budget = (total: number, inWindow: number, secondsAgo: number) =>
    factorBudget({ total, inWindow, lastAt: new Date(now - secondsAgo * 1000) }, now);

  it('ten wrong codes in fifteen minutes pause the factor, longer each time', () => {
    assert.deepEqual(budget(9, 9, 0), { state: 'open' });
    assert.deepEqual(budget(10, 10, 0), { state: 'paused', until: new Date(now + 60_000) });
    assert.deepEqual(budget(10, 10, 59), { state: 'paused', until: new Date(now + 1000) });
    assert.deepEqual(budget(10, 10, 60), { state: 'open' });
    assert.deepEqual(budget(40, 9, 0), { state: 'open' });
    assert.deepEqual([9, 10, 19, 20, 30, 90].map(pauseSeconds), [0, 60, 60, 120, 240, 15_360]);
    assert.deepEqual(factorBudget({ total: 0, inWindow: 0, lastAt: null }, now), { state: 'open' });
  });

  it('a hundred without a success lock it for good', () => {
    assert.equal(budget(99, 1, 0).state, 'open');
    assert.equal(budget(100, 0, 9_999_999).state, 'locked');
  });

  it('R63: an unconfirmed secret is gone after ten minutes', () => {
    assert.equal(enrolmentState({ state: 'pending', startedAt: now }, now + 599_999), 'pending');
    assert.equal(enrolmentState({ state: 'pending', startedAt: now }, now + 600_000), 'none');
    assert.equal(enrolmentState({ state: 'active', startedAt: now }, now + 600_000), 'active');
  });

  it('R70: policy decides, a reset outlives an abandoned set-up (R71)', () => {
    assert.equal(enrolmentDemand({ policy: 'required', mfaActive: false }), 'required');
    assert.equal(enrolmentDemand({ policy: 'encouraged', mfaActive: false }), 'suggested');
    assert.equal(enrolmentDemand({ policy: 'off', mfaActive: false }), 'none');
    assert.equal(enrolmentDemand({ policy: 'off', mfaActive: false, resetRequired: true }), 'required');
    assert.equal(enrolmentDemand({ policy: 'required', mfaActive: true }), 'none');
  });
});

describe('jobs (R79, R80)', () => {
  it('one failed item is enough for "with errors"', () => {
    assert.equal(jobEnd(['granted', 'invited', 'changed', 'skipped']), 'completed');
    assert.equal(jobEnd(['granted', 'failed', 'granted']), 'completed_with_errors');
    assert.equal(jobEnd([]), 'completed');
  });

  it('people of the partnership get a membership, others are asked', () => {
    assert.equal(bulkGrantWay({ belongsToPartnership: true }), 'membership');
    assert.equal(bulkGrantWay({ belongsToPartnership: false }), 'invitation');
  });
});
