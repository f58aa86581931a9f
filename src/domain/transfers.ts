/** Ownership moves by transfer only (R54, R56, R57). */
import { allowed, refused, type Guard } from './guard.js';
import type { Transitions } from './machine.js';
import type { MembershipStatus } from './members.js';
import type { RoleId } from './roles.js';
import { isPast, type Instant } from './time.js';

export const transferStates = ['pending', 'accepted', 'cancelled', 'expired'] as const;
export type TransferState = (typeof transferStates)[number];
export type TransferEvent = 'accept' | 'cancel' | 'expire';

export const transferTransitions: Transitions<TransferState, TransferEvent> = {
  pending: { accept: 'accepted', cancel: 'cancelled', expire: 'expired' },
  accepted: {},
  cancelled: {},
  expired: {},
};

/** R56: on acceptance both roles change in one step. */
export const rolesAfterTransfer: { readonly from: RoleId; readonly to: RoleId } = {
  from: 'account_manager',
  to: 'account_owner',
};

/** The state now: 72 h without an answer change nothing (R57). */
export function transferState(
  transfer: { readonly state: TransferState; readonly expiresAt: Instant },
  now: Instant,
): TransferState {
  return transfer.state === 'pending' && isPast(transfer.expiresAt, now) ? 'expired' : transfer.state;
}

export interface TransferFacts {
  readonly actorIsOwner: boolean;
  readonly transferPending: boolean;
  readonly target: {
    readonly status: MembershipStatus;
    readonly mfaActive: boolean;
    readonly isActor: boolean;
  };
}

/** R56, R57: the owner starts it, to another active member with a second factor, one at a time. */
export function guardTransfer({ actorIsOwner, transferPending, target }: TransferFacts): Guard {
  if (!actorIsOwner) return refused('forbidden');
  if (target.isActor) return refused('role_self_change');
  if (target.status !== 'active') return refused('not_found');
  if (!target.mfaActive) return refused('mfa_enrolment_required');
  return transferPending ? refused('transfer_pending') : allowed;
}
