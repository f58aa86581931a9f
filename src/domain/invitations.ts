/** Life of an invitation (domain.md 4, R37–R43). */
import { limits } from './limits.js';
import { nextState, type Transitions } from './machine.js';
import { addSeconds, isPast, toMillis, type Instant } from './time.js';

export const invitationStates = ['pending', 'accepted', 'declined', 'revoked', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const invitationEvents = ['accept', 'decline', 'revoke', 'expire', 'resend', 'close'] as const;
/** `close`: the account was closed, or its link to the inviter's parent ended (R43). */
export type InvitationEvent = (typeof invitationEvents)[number];

export const invitationTransitions: Transitions<InvitationState, InvitationEvent> = {
  pending: {
    accept: 'accepted',
    decline: 'declined',
    revoke: 'revoked',
    expire: 'expired',
    resend: 'pending',
    close: 'revoked',
  },
  expired: { revoke: 'revoked', resend: 'pending', close: 'revoked' },
  accepted: {},
  declined: {},
  revoked: {},
};

/** Where the mail is. `held` waits for a username to become free (R53). */
export const deliveries = ['held', 'queued', 'sent', 'delivered', 'bounced'] as const;
export type Delivery = (typeof deliveries)[number];
export type DeliveryEvent = 'release' | 'send' | 'deliver' | 'bounce' | 'resend';

/** A relay may refuse at once, so `queued` can bounce; a resend queues a new mail. */
export const deliveryTransitions: Transitions<Delivery, DeliveryEvent> = {
  held: { release: 'queued' },
  queued: { send: 'sent', bounce: 'bounced', resend: 'queued' },
  sent: { deliver: 'delivered', bounce: 'bounced', resend: 'queued' },
  delivered: { bounce: 'bounced', resend: 'queued' },
  bounced: { resend: 'queued' },
};

/** R44: the two ways a link travels. Only the mailed one proves the mailbox. */
export const linkChannels = ['mail', 'copied'] as const;
export type LinkChannel = (typeof linkChannels)[number];

/** The state now: a pending invitation is expired from its deadline on, whether or not a sweep has run (R37). */
export function invitationState(
  invitation: { readonly state: InvitationState; readonly expiresAt: Instant },
  now: Instant,
): InvitationState {
  return invitation.state === 'pending' && isPast(invitation.expiresAt, now) ? 'expired' : invitation.state;
}

/** May the event happen to the invitation as it is now? Undefined means `invitation-not-pending` (R40). */
export function afterInvitationEvent(
  invitation: { readonly state: InvitationState; readonly expiresAt: Instant },
  event: InvitationEvent,
  now: Instant,
): InvitationState | undefined {
  return nextState(invitationTransitions, invitationState(invitation, now), event);
}

/** A life within what a deployment may choose (R37). */
export function inviteLifeSeconds(wanted: number = limits.inviteLifeSeconds): number {
  return Math.min(Math.max(wanted, limits.inviteLifeMinSeconds), limits.inviteLifeMaxSeconds);
}

/**
 * R39: when the invitation may be resent; null when it may be now.
 * `lastSentAt` is the last mail of any kind; `resentAt` are the resends, of which the last 24 h count.
 */
export function resendAvailableAt(
  sent: { readonly lastSentAt: Instant | null; readonly resentAt: readonly Instant[] },
  now: Instant,
): Date | null {
  const day = 24 * 60 * 60;
  const recent = sent.resentAt.map(toMillis).filter((at) => at > toMillis(now) - day * 1000);
  recent.sort((a, b) => b - a);
  const waits: Date[] = [];
  if (sent.lastSentAt !== null) waits.push(addSeconds(sent.lastSentAt, limits.resendGapSeconds));
  const oldestThatCounts = recent[limits.resendsPerDay - 1];
  if (oldestThatCounts !== undefined) waits.push(addSeconds(oldestThatCounts, day));
  const latest = Math.max(...waits.map(toMillis));
  return latest > toMillis(now) ? new Date(latest) : null;
}

/** R20: resending an expired invitation takes a free seat; a pending one keeps the seat it has. */
export function resendNeedsSeat(state: InvitationState): boolean {
  return state === 'expired';
}

/** R46: first letters only, with the same dots for every length: `j•••@e•••.test`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const dot = email.lastIndexOf('.');
  const first = (text: string): string => Array.from(text)[0] ?? '';
  if (at < 1 || dot < at) return `${first(email)}•••`;
  return `${first(email)}•••@${first(email.slice(at + 1))}•••${email.slice(dot)}`;
}
