import { can, guardMember, problemOf, type MembershipStatus } from '../../src/domain/index.js';
import type { Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { accessOf, withinToken, type AccountAccess } from './access.js';
import { forgetTries, holdFactor } from './factor-budgets.js';
import { changeFactors, securityUrlOf, tellOwner } from './factor-changes.js';
import { shownName } from './people.js';

/**
 * R71, R72: takes a member's factor, recovery codes, remembered browsers and sessions away, so that they set up a new
 * factor before they enter any account again. It never gives the person who resets a way in: the password stays.
 */
export async function resetMember(
  context: Context,
  access: AccountAccess,
  member: Row<'memberships'>,
): Promise<void> {
  const { tx } = context;
  const user = await tx.users.get(member.userId, { lock: true });
  if (!user) throw new ProblemError('not-found');
  await requireReach(context, access, member);
  if (!user.mfaActive) return;
  await holdFactor(context, user.id);
  await tx.mfaEnrolments.remove({ userId: user.id, state: 'pending' });
  await tx.mfaEnrolments.updateWhere({ userId: user.id }, { state: 'reset_required', secret: '' });
  await tx.recoveryCodes.remove({ userId: user.id });
  await forgetTries(context, user.id);
  const changed = await changeFactors(context, user, { mfaActive: false, action: 'mfa.reset' });
  await tellBoth(context, access, changed);
}

/** Every account the member belongs to has to be one that the actor manages; an owner is never reset. */
async function requireReach(
  context: Context,
  access: AccountAccess,
  member: Row<'memberships'>,
): Promise<void> {
  const all = await context.tx.memberships.find({
    where: { userId: member.userId, status: { not: 'removed' } },
    orderBy: [['accountId', 'asc']],
  });
  let withinReach = true;
  for (const { accountId } of all) withinReach &&= await managesFactors(context, accountId);
  const answer = guardMember('resetFactors', {
    status: member.status as MembershipStatus,
    isOwner: all.some(({ roleId }) => roleId === 'account_owner'),
    isActor: member.userId === context.actor.user.id,
    actorManagesUsers: can(access, 'mfa.resetOther'),
    withinReach,
  });
  if (!answer.ok) throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
}

/** A closed account lets nobody in, so that nobody's sign-in there can become weaker. */
async function managesFactors(context: Context, accountId: string): Promise<boolean> {
  const account = await context.tx.accounts.get(accountId);
  if (!account || account.status === 'closed') return true;
  const access = await accessOf(context, context.actor.user.id, accountId);
  return access !== undefined && withinToken(context.actor, account) && can(access, 'mfa.resetOther');
}

/** Threat 18: the person and the owner of the account both learn who did it. */
async function tellBoth(context: Context, { account }: AccountAccess, user: Row<'users'>): Promise<void> {
  const { tx, actor } = context;
  const names = { accountName: account.name, actorName: shownName(actor.user) };
  await tellOwner(context, user, 'mfa_reset', { ...names, securityUrl: securityUrlOf(context) });
  const ownership = await tx.memberships.first({
    accountId: account.id,
    roleId: 'account_owner',
    status: 'active',
  });
  const owner = ownership && (await tx.users.get(ownership.userId));
  if (owner?.status !== 'active') return;
  await tellOwner(context, owner, 'mfa_reset_by', { ...names, memberName: shownName(user) });
}
