/** Life of a membership, and the guards of owner and self (R54–R59). */
import { allowed, refused, type Guard } from './guard.js';
import { nextState, type Transitions } from './machine.js';

export const membershipStatuses = ['active', 'suspended', 'removed'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** `mfa_enrolment`: the account asks for a second factor first; only one's own affairs are open (R70). */
export const membershipGates = ['none', 'mfa_enrolment'] as const;
export type MembershipGate = (typeof membershipGates)[number];

export const membershipSources = ['invitation', 'bulk', 'owner_setup'] as const;
export type MembershipSource = (typeof membershipSources)[number];

export const memberEvents = ['suspend', 'reactivate', 'remove', 'leave', 'offboard', 'close'] as const;
export type MemberEvent = (typeof memberEvents)[number];

export const memberTransitions: Transitions<MembershipStatus, MemberEvent> = {
  active: {
    suspend: 'suspended',
    remove: 'removed',
    leave: 'removed',
    offboard: 'removed',
    close: 'removed',
  },
  suspended: {
    reactivate: 'active',
    remove: 'removed',
    leave: 'removed',
    offboard: 'removed',
    close: 'removed',
  },
  removed: {},
};

/** What somebody wants to do to a membership. */
export const memberActions = [
  'changeRole',
  'suspend',
  'reactivate',
  'remove',
  'leave',
  'resetFactors',
] as const;
export type MemberAction = (typeof memberActions)[number];

export interface MemberFacts {
  readonly status: MembershipStatus;
  /** Does the target hold the account's one ownership (R54)? */
  readonly isOwner: boolean;
  /** Is the target the person who acts? */
  readonly isActor: boolean;
  /** Has the actor `users.manage` on the account? */
  readonly actorManagesUsers: boolean;
  /** For `resetFactors`: every account the member belongs to is managed by the actor (R71, R72). */
  readonly withinReach?: boolean;
}

/**
 * May the actor do this to the member? First reason wins, in the order of 2c: the owner (R55), oneself (R58),
 * the actor's right, then the state. Which role is granted is the role decision's matter.
 */
export function guardMember(action: MemberAction, member: MemberFacts): Guard {
  if (action === 'resetFactors') return guardReset(member);
  if (member.isOwner) return refused('last_owner');
  if (action === 'leave') return member.isActor ? inState(member.status, 'leave') : refused('forbidden');
  // Removing oneself is leaving (domain.md 6), which needs no right over others.
  if (action === 'remove' && member.isActor) return inState(member.status, 'leave');
  if (member.isActor) return refused('role_self_change');
  if (!member.actorManagesUsers) return refused('forbidden');
  if (action === 'changeRole') return member.status === 'removed' ? refused('not_found') : allowed;
  return inState(member.status, action);
}

/** R71, R72: never for oneself or for an owner, and only where the actor manages all of the member's accounts. */
function guardReset(member: MemberFacts): Guard {
  if (!member.actorManagesUsers) return refused('forbidden');
  if (member.isOwner || member.isActor || !member.withinReach) return refused('reset_out_of_scope');
  return member.status === 'removed' ? refused('not_found') : allowed;
}

/** Asking for the status a member already has is no error: a repeat must be harmless. */
function inState(status: MembershipStatus, event: MemberEvent): Guard {
  if (status === 'removed') return refused('not_found');
  const unchanged =
    (event === 'suspend' && status === 'suspended') || (event === 'reactivate' && status === 'active');
  return unchanged || nextState(memberTransitions, status, event) ? allowed : refused('not_found');
}
