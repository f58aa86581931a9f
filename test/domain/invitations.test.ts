import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  afterInvitationEvent,
  deliveries,
  deliveryTransitions,
  invitationEvents,
  invitationState,
  invitationStates,
  inviteLifeSeconds,
  isTerminal,
  limits,
  maskEmail,
  nextState,
  resendAvailableAt,
  type DeliveryEvent,
  type InvitationState,
} from '../../src/domain/index.js';

const sentAt = new Date('2026-11-22T09:00:00.000Z');
const expiresAt = new Date('2026-11-29T09:00:00.000Z');
const before = new Date(expiresAt.getTime() - 1000);
const after = new Date(expiresAt.getTime() + 1000);

/** Written out by hand from domain.md 4; a dash means it may not happen. */
const table = `
          accept    decline   revoke   expire   resend   close
pending   accepted  declined  revoked  expired  pending  revoked
expired   -         -         revoked  -        pending  revoked
accepted  -         -         -        -        -        -
declined  -         -         -        -        -        -
revoked   -         -         -        -        -        -
`;

describe('life of an invitation', () => {
  const [head = '', ...rows] = table.trim().split('\n');
  const events = head.trim().split(/\s+/);
  it('the table speaks of every state and event', () => {
    assert.deepEqual(events, [...invitationEvents]);
    assert.deepEqual(rows.map((row) => row.split(/\s+/)[0]).sort(), [...invitationStates].sort());
  });
  for (const row of rows) {
    const [state = '', ...targets] = row.trim().split(/\s+/);
    it(`R38–R43: ${state}`, () => {
      const reached = invitationEvents.map(
        (event) => afterInvitationEvent({ state: state as InvitationState, expiresAt }, event, before) ?? '-',
      );
      assert.deepEqual(reached, targets);
    });
  }

  it('R37, P9: pending until the second before, expired from the moment on', () => {
    const pending = { state: 'pending' as const, expiresAt };
    assert.equal(invitationState(pending, before), 'pending');
    assert.equal(invitationState(pending, expiresAt), 'expired');
    assert.equal(invitationState(pending, after), 'expired');
    assert.equal(invitationState({ ...pending, expiresAt: expiresAt.toISOString() }, after), 'expired');
    assert.equal(afterInvitationEvent(pending, 'accept', after), undefined);
    assert.equal(afterInvitationEvent(pending, 'resend', after), 'pending');
  });

  it('R37: time changes nothing that is decided', () => {
    for (const state of ['accepted', 'declined', 'revoked'] as const) {
      assert.equal(invitationState({ state, expiresAt }, after), state);
    }
  });

  it('R37: a deployment chooses between one and thirty days', () => {
    const day = 86_400;
    assert.equal(inviteLifeSeconds(), 7 * day);
    assert.equal(inviteLifeSeconds(3 * day), 3 * day);
    assert.equal(inviteLifeSeconds(60), day);
    assert.equal(inviteLifeSeconds(90 * day), 30 * day);
  });
});

describe('where the mail is', () => {
  const paths: [string, DeliveryEvent, string | undefined][] = [
    ['held', 'release', 'queued'],
    ['held', 'send', undefined],
    ['held', 'resend', undefined],
    ['queued', 'send', 'sent'],
    ['queued', 'deliver', undefined],
    ['queued', 'bounce', 'bounced'],
    ['sent', 'deliver', 'delivered'],
    ['sent', 'bounce', 'bounced'],
    ['delivered', 'bounce', 'bounced'],
    ['bounced', 'deliver', undefined],
    ['bounced', 'resend', 'queued'],
    ['delivered', 'resend', 'queued'],
  ];
  for (const [from, event, to] of paths) {
    it(`R36, R53: ${from} --${event}--> ${to ?? 'nowhere'}`, () => {
      const state = deliveries.find((delivery) => delivery === from);
      assert.ok(state);
      assert.equal(nextState(deliveryTransitions, state, event), to);
    });
  }

  it('no mail state is final: a resend always starts a new mail', () => {
    for (const delivery of deliveries) assert.equal(isTerminal(deliveryTransitions, delivery), false);
  });
});

describe('R39: resending', () => {
  const at = (seconds: number): Date => new Date(sentAt.getTime() + seconds * 1000);
  const waits = (resentAt: Date[], lastSentAt: Date | null, now: Date): number | null => {
    const free = resendAvailableAt({ lastSentAt, resentAt }, now);
    return free && (free.getTime() - sentAt.getTime()) / 1000;
  };

  it('not within 60 s of the last mail', () => {
    assert.equal(waits([], sentAt, at(0)), 60);
    assert.equal(waits([], sentAt, at(59)), 60);
    assert.equal(waits([], sentAt, at(60)), null);
    assert.equal(waits([], null, at(0)), null);
  });

  it('not more than five times in 24 h', () => {
    const five = [100, 200, 300, 400, 500].map(at);
    assert.equal(waits(five, at(500), at(600)), 100 + 86_400, 'free when the first of the five is a day old');
    assert.equal(waits(five.toReversed(), at(500), at(600)), 100 + 86_400, 'in any order');
    assert.equal(waits(five, at(500), at(100 + 86_400)), null);
    assert.equal(waits(five.slice(0, 4), at(400), at(600)), null);
    const six = [...five, at(100 + 86_400)];
    assert.equal(waits(six, at(100 + 86_400), at(160 + 86_400)), 200 + 86_400);
  });

  it('the longer wait counts', () => {
    const five = [100, 200, 300, 400, 86_480].map(at);
    assert.equal(waits(five, at(86_480), at(86_490)), 86_540);
  });
});

describe('R46: a masked address', () => {
  const masks: [string, string][] = [
    ['jane@example.test', 'j•••@e•••.test'],
    ['j@e.test', 'j•••@e•••.test'],
    ['jane.doe+tag@mail.example.co.uk', 'j•••@m•••.uk'],
    ['jane', 'j•••'],
    ['', '•••'],
  ];
  for (const [email, mask] of masks)
    it(`${email || 'nothing'} → ${mask}`, () => assert.equal(maskEmail(email), mask));

  it('shows neither the length nor the rest of the local part', () => {
    assert.equal(maskEmail('jane@example.test'), maskEmail('jonathan.long@elsewhere.test'));
  });
});

it('the numbers of R34, R37 and R39', () => {
  assert.deepEqual(
    [limits.invitesPerDayFirstMonth, limits.invitesPerDay, limits.resendGapSeconds, limits.resendsPerDay],
    [50, 500, 60, 5],
  );
});
