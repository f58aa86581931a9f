/** Seats (R15–R23): user places on an account. Agency people who enter by inheritance take none (R22). */
import { allowed, type Guard } from './guard.js';

export interface SeatFacts {
  /** Places of the plan; null is unlimited, always so on a parent (R15). */
  readonly limit: number | null;
  /** Active direct members, the owner among them. Suspended ones use no seat (R21). */
  readonly members: number;
  /** Pending invitations that have not expired (R17). */
  readonly pending: number;
  /** Host switch of R21; true unless the host says otherwise. */
  readonly ownerUsesSeat?: boolean;
  /** False while a new account has no owner among its members yet. */
  readonly hasOwner?: boolean;
}

export interface SeatUsage {
  readonly limit: number | null;
  readonly used: number;
  readonly reserved: number;
  /** Places nobody holds or waits for; null is unlimited, never negative. */
  readonly available: number | null;
  /** R23: the plan has become smaller than the people on it. */
  readonly overLimit: boolean;
  readonly ownerUsesSeat: boolean;
}

/** The numbers a refusal carries (R16). */
export interface SeatNumbers {
  readonly limit: number;
  readonly used: number;
  readonly reserved: number;
}

export type SeatGuard = Guard<SeatNumbers>;

export function seatUsage(facts: SeatFacts): SeatUsage {
  const { limit, members, pending: reserved, ownerUsesSeat = true, hasOwner = true } = facts;
  const used = Math.max(0, members - (hasOwner && !ownerUsesSeat ? 1 : 0));
  return {
    limit,
    used,
    reserved,
    available: limit === null ? null : Math.max(0, limit - used - reserved),
    overLimit: limit !== null && used > limit,
    ownerUsesSeat,
  };
}

/** R17: a new invitation needs used + reserved < limit. So does resending an expired one (R20). */
export function canInvite(seats: SeatUsage): SeatGuard {
  return decide(seats, seats.used + seats.reserved);
}

/** R18: the holder of a reserved seat needs only used < limit. */
export function canAccept(seats: SeatUsage): SeatGuard {
  return decide(seats, seats.used);
}

/** R21: reactivating a suspended member takes a seat that nobody holds or waits for. */
export function canReactivate(seats: SeatUsage): SeatGuard {
  return canInvite(seats);
}

function decide({ limit, used, reserved }: SeatUsage, taken: number): SeatGuard {
  if (limit === null || taken < limit) return allowed;
  return { ok: false, code: 'seat_limit', limit, used, reserved };
}
