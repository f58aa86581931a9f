import type { SeatUsage } from '../../src/client/wire/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import { recordAudit } from './audit.js';
import { seatsOf, wireSeats } from './seats.js';

/**
 * Puts an account on another plan, or on none. R23: nobody is removed; with fewer seats than users the account is over
 * its limit, invites and acceptances are refused, and whoever manages its users is asked whom to suspend.
 */
export async function changePlan(
  context: Context<Actor | null>,
  accountId: string,
  planId: string | null,
): Promise<SeatUsage> {
  const { tx, config } = context;
  if (planId !== null && !config.plans.some(({ id }) => id === planId)) {
    throw new ProblemError('type-mismatch', { errors: [{ pointer: '/planId', code: 'type_mismatch' }] });
  }
  // The row that everybody locks who gives a seat away.
  const account = await tx.accounts.get(accountId, { lock: true });
  if (!account || account.status === 'closed') throw new ProblemError('not-found');
  if (account.planId === planId) return wireSeats(context, account, await seatsOf(context, account));
  const changed = await tx.accounts.update(accountId, { planId });
  if (!changed) throw new ProblemError('not-found');
  await recordAudit(context, {
    accountId,
    action: 'account.updated',
    targetType: 'account',
    targetId: accountId,
    targetVersion: changed.version,
    before: { planId: account.planId },
    after: { planId },
  });
  return wireSeats(context, changed, await seatsOf(context, changed));
}
