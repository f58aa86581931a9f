import { seatUsage, type SeatGuard, type SeatUsage } from '../../src/domain/index.js';
import type { SeatUsage as WireSeats } from '../../src/client/wire/index.js';
import type { Plan } from '../config.js';
import type { Actor, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';

/** The plan an account is on, if the deployment knows it. */
export function planOf(context: ReadContext<Actor | null>, account: Row<'accounts'>): Plan | null {
  return context.config.plans.find((plan) => plan.id === account.planId) ?? null;
}

/**
 * Seats of one account (R15–R23). Before a seat is given away the account row must be locked, or two callers
 * count the same free seat; `accessOf` in a write does so.
 */
export async function seatsOf(
  context: ReadContext<Actor | null>,
  account: Row<'accounts'>,
): Promise<SeatUsage> {
  const counts = await countSeats(context, [account.id]);
  return usage(context, account, counts);
}

/** Seats of many accounts with two questions to the store. */
export async function seatsOfMany(
  context: ReadContext<Actor | null>,
  accounts: readonly Row<'accounts'>[],
): Promise<Map<string, SeatUsage>> {
  const counts = await countSeats(
    context,
    accounts.map(({ id }) => id),
  );
  return new Map(accounts.map((account) => [account.id, usage(context, account, counts)]));
}

/** The numbers as they travel. */
export function wireSeats(
  context: ReadContext<Actor | null>,
  account: Row<'accounts'>,
  seats: SeatUsage,
): WireSeats {
  const plan = planOf(context, account);
  return { accountId: account.id, ...seats, planName: plan?.name ?? null, planUrl: plan?.planUrl ?? null };
}

/** 409 `seat-limit-reached` with the numbers and the page where the plan is changed (R16). */
export function requireSeat(
  context: ReadContext<Actor | null>,
  account: Row<'accounts'>,
  guard: SeatGuard,
): void {
  if (guard.ok) return;
  const { limit, used, reserved } = guard;
  const planUrl = planOf(context, account)?.planUrl ?? undefined;
  throw new ProblemError('seat-limit-reached', { limit, used, reserved, planUrl });
}

interface SeatCounts {
  members: Map<string, number>;
  pending: Map<string, number>;
}

async function countSeats(
  { db, now }: ReadContext<Actor | null>,
  accountIds: readonly string[],
): Promise<SeatCounts> {
  if (accountIds.length === 0) return { members: new Map(), pending: new Map() };
  const accountId = { in: accountIds };
  return {
    members: await db.memberships.countBy('accountId', { accountId, status: 'active' }),
    pending: await db.invitations.countBy('accountId', {
      accountId,
      state: 'pending',
      expiresAt: { gt: now.toISOString() },
    }),
  };
}

function usage(
  context: ReadContext<Actor | null>,
  account: Row<'accounts'>,
  { members, pending }: SeatCounts,
): SeatUsage {
  return seatUsage({
    limit: account.kind === 'parent' ? null : (planOf(context, account)?.seatLimit ?? null),
    members: members.get(account.id) ?? 0,
    pending: pending.get(account.id) ?? 0,
    ownerUsesSeat: context.config.ownerUsesSeat,
    hasOwner: account.ownerMembershipId !== null,
  });
}
