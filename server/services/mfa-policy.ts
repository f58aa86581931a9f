import { enrolmentDemand, mfaPolicies, type MfaPolicy } from '../../src/domain/index.js';
import type { MfaOverview } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Tables } from '../stores/port.js';
import type { Row } from '../stores/schema.js';

/** A factor was reset or recovered, and no new one is active yet (R66, R71). */
export async function resetPending(db: Pick<Tables, 'mfaEnrolments'>, userId: string): Promise<boolean> {
  return (await db.mfaEnrolments.count({ userId, state: 'reset_required' })) > 0;
}

/** What every account of a person asks of them now: brings the gates of their memberships up to date (R70). */
export async function gatePerson({ tx }: Context<Actor | null>, user: Row<'users'>): Promise<void> {
  const resetRequired = await resetPending(tx, user.id);
  const memberships = await tx.memberships.find({ where: { userId: user.id, status: { not: 'removed' } } });
  const accountIds = memberships.map(({ accountId }) => accountId);
  // Held, so that no policy becomes stricter between the question and the answer.
  const accounts = await tx.accounts.find({
    where: { id: { in: accountIds } },
    orderBy: [['id', 'asc']],
    lock: 'update',
  });
  const policyOf = new Map(accounts.map(({ id, mfaPolicy }) => [id, mfaPolicy as MfaPolicy]));
  for (const { id, accountId, gate } of memberships) {
    const policy = policyOf.get(accountId) ?? 'off';
    const wanted = gateOf(policy, user.mfaActive, resetRequired);
    if (gate !== wanted) await tx.memberships.touch({ id }, { gate: wanted });
  }
}

/** The gate of one membership. */
export function gateOf(
  policy: MfaPolicy,
  mfaActive: boolean,
  resetRequired: boolean,
): 'none' | 'mfa_enrolment' {
  return enrolmentDemand({ policy, mfaActive, resetRequired }) === 'required' ? 'mfa_enrolment' : 'none';
}

/**
 * R70: a stricter policy puts members without a factor behind the gate, the owner too; a milder one lets them
 * through, but nobody whose own factor was reset.
 */
export async function applyMfaPolicy({ tx }: Context, account: Row<'accounts'>): Promise<void> {
  const where = { accountId: account.id, status: { not: 'removed' } };
  if (account.mfaPolicy === 'required') {
    await tx.memberships.updateWhere({ ...where, gate: 'none', mfaActive: false }, { gate: 'mfa_enrolment' });
    return;
  }
  const gated = await tx.memberships.find({ where: { ...where, gate: 'mfa_enrolment' } });
  const reset = await tx.mfaEnrolments.find({
    where: { userId: { in: gated.map(({ userId }) => userId) }, state: 'reset_required' },
  });
  const stay = new Set(reset.map(({ userId }) => userId));
  const free = gated.filter(({ userId }) => !stay.has(userId)).map(({ id }) => id);
  await tx.memberships.updateWhere({ id: { in: free } }, { gate: 'none' });
}

/** The strictest policy among a person's accounts, and what it asks of them. */
export async function demandOf(
  { db }: ReadContext<Actor | null>,
  user: Row<'users'>,
): Promise<Pick<MfaOverview, 'policy' | 'demand'>> {
  const memberships = await db.memberships.find({ where: { userId: user.id, status: 'active' } });
  const accounts = await db.accounts.find({
    where: { id: { in: memberships.map(({ accountId }) => accountId) }, status: { not: 'closed' } },
  });
  const rank = ({ mfaPolicy }: Row<'accounts'>) => mfaPolicies.indexOf(mfaPolicy as MfaPolicy);
  const policy = mfaPolicies[Math.max(0, ...accounts.map(rank))] ?? 'off';
  const resetRequired = await resetPending(db, user.id);
  return { policy, demand: enrolmentDemand({ policy, mfaActive: user.mfaActive, resetRequired }) };
}
