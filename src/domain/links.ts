/** Bringing an existing account under a parent (R73–R78, domain.md 4). */
import { allowed, refused, type Guard } from './guard.js';
import type { AccountKind } from './accounts.js';
import type { Transitions } from './machine.js';
import { isPast, type Instant } from './time.js';

export const linkStates = [
  'pending',
  'activating',
  'active',
  'declined',
  'cancelled',
  'expired',
  'ended',
] as const;
export type LinkState = (typeof linkStates)[number];

export type LinkEvent = 'approve' | 'settle' | 'fail' | 'decline' | 'cancel' | 'expire' | 'end' | 'close';

/** `settle`: billing is arranged; `fail`: it could not be, the reason is kept; `close`: the child was closed. */
export const linkTransitions: Transitions<LinkState, LinkEvent> = {
  pending: { approve: 'activating', decline: 'declined', cancel: 'cancelled', expire: 'expired' },
  activating: { settle: 'active', fail: 'pending' },
  active: { end: 'ended', close: 'ended' },
  declined: {},
  cancelled: {},
  expired: {},
  ended: {},
};

/** The two ends of a link. */
export const linkSides = ['parent', 'child'] as const;
export type LinkSide = (typeof linkSides)[number];

/** The state now: a request nobody answered is expired from its deadline on (R75). */
export function linkState(
  link: { readonly state: LinkState; readonly expiresAt: Instant },
  now: Instant,
): LinkState {
  return link.state === 'pending' && isPast(link.expiresAt, now) ? 'expired' : link.state;
}

/** Only the other side answers a request, and only the side that asked may withdraw it. */
export function guardLink(
  action: 'approve' | 'decline' | 'cancel',
  link: { readonly state: LinkState; readonly initiatedBy: LinkSide },
  side: LinkSide,
): Guard {
  if (link.state !== 'pending') return refused('link_not_pending');
  const asked = link.initiatedBy === side;
  return asked === (action === 'cancel') ? allowed : refused('forbidden');
}

export interface LinkRequestFacts {
  readonly parentId: string;
  readonly childId: string;
  /** Kind of the account that would become the child. */
  readonly childKind: AccountKind;
  /** State of an earlier link of the same pair, as `linkState` gives it. */
  readonly samePair?: LinkState | null;
  /** Has the child an active managing parent other than this one? */
  readonly managedByAnother: boolean;
}

/** R76: may this pair be linked? A parent cannot hang under a parent, so no ring can form. */
export function guardLinkRequest(facts: LinkRequestFacts): Guard {
  if (facts.parentId === facts.childId || facts.childKind === 'parent') return refused('link_cycle');
  const open: readonly (LinkState | null | undefined)[] = ['pending', 'activating', 'active'];
  if (open.includes(facts.samePair)) return refused('link_exists');
  return facts.managedByAnother ? refused('already_linked') : allowed;
}

/** R77: Single Billing must be off, and the child must have an active owner of its own. */
export function guardLinkEnd(link: {
  readonly state: LinkState;
  readonly singleBilling: boolean;
  readonly childHasActiveOwner: boolean;
}): Guard {
  if (link.state !== 'active') return refused('not_found');
  if (link.singleBilling) return refused('single_billing_active');
  return link.childHasActiveOwner ? allowed : refused('child_without_owner');
}
