import {
  can,
  canReactivate,
  guardMember,
  problemOf,
  roleDefinitions,
  type AuditAction,
  type MemberAction,
  type MembershipStatus,
  type RoleId,
} from '../../src/domain/index.js';
import type { Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { requireCapability, type AccountAccess } from './access.js';
import { recordAudit } from './audit.js';
import { enqueueMail } from './mailing.js';
import { requireSeat, seatsOf } from './seats.js';
import { cancelTransfers } from './transfer-steps.js';

/** A member of the account, or `not-found`: a removed one is gone, and one of another account never was here. */
export async function requireMember(
  context: ReadContext,
  accountId: string,
  memberId: string,
): Promise<Row<'memberships'>> {
  const membership = await context.db.memberships.get(memberId, { lock: 'tx' in context });
  if (membership?.accountId !== accountId || membership.status === 'removed') {
    throw new ProblemError('not-found');
  }
  return membership;
}

/** R55, R58: may the caller do this to the member? */
export function guard(
  context: ReadContext,
  access: AccountAccess,
  action: MemberAction,
  member: Row<'memberships'>,
): void {
  const answer = guardMember(action, {
    status: member.status as MembershipStatus,
    ...targetOf(context, member),
    actorManagesUsers: can(access, 'users.manage'),
  });
  if (answer.ok) return;
  if (answer.code === 'forbidden') requireCapability(access, 'users.manage');
  throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
}

/** What the guards and the role decision ask about the member. */
export function targetOf(context: ReadContext, member: Row<'memberships'>) {
  return { isOwner: member.roleId === 'account_owner', isActor: member.userId === context.actor.user.id };
}

/** Gives a member another role. The caller has decided it in this transaction. */
export async function changeRole(
  context: Context,
  member: Row<'memberships'>,
  roleId: RoleId,
): Promise<Row<'memberships'>> {
  if (member.roleId === roleId) return member;
  const patch = { roleId, roleOrder: roleDefinitions[roleId].order };
  return write(context, member, 'member.role-changed', patch, { roleId: member.roleId }, { roleId });
}

/** R59: entry stops at once, or is open again; a seat is freed, or needed (R21). */
export async function changeStatus(
  context: Context,
  { account }: AccountAccess,
  member: Row<'memberships'>,
  status: 'active' | 'suspended',
): Promise<Row<'memberships'>> {
  if (member.status === status) return member;
  if (status === 'active') requireSeat(context, account, canReactivate(await seatsOf(context, account)));
  const suspended = status === 'suspended';
  const patch = {
    status,
    suspendedAt: suspended ? context.now.toISOString() : null,
    suspendedBy: suspended ? context.actor.user.id : null,
  };
  const action = suspended ? 'member.suspended' : 'member.reactivated';
  return write(context, member, action, patch, { status: member.status }, { status });
}

/** Ends a membership: somebody was removed, or left. Content stays with the account (R59). */
export async function removeMember(context: Context, member: Row<'memberships'>): Promise<void> {
  await endMembership(context, member);
  if (member.userId !== context.actor.user.id) await tellRemoved(context, member);
}

/** The same without a mail, for somebody who is told of many accounts at once (R89). */
export async function endMembership(context: Context, member: Row<'memberships'>): Promise<void> {
  const left = member.userId === context.actor.user.id;
  const patch = { status: 'removed', removedAt: context.now.toISOString() };
  const before = { status: member.status, roleId: member.roleId };
  await write(context, member, left ? 'member.left' : 'member.removed', patch, before, { status: 'removed' });
  await cancelTransfers(context, { toMembershipId: member.id });
}

async function tellRemoved(context: Context, { userId, accountId }: Row<'memberships'>): Promise<void> {
  const user = await context.tx.users.get(userId);
  const account = await context.tx.accounts.get(accountId);
  if (user?.status !== 'active' || !account) return;
  await enqueueMail(context, {
    template: 'member_removed',
    to: user.email,
    locale: user.locale,
    data: { accountName: account.name },
  });
}

async function write(
  context: Context,
  member: Row<'memberships'>,
  action: AuditAction,
  patch: Partial<Row<'memberships'>>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Promise<Row<'memberships'>> {
  const changed = await context.tx.memberships.update(member.id, patch);
  if (!changed) throw new ProblemError('not-found');
  await recordAudit(context, {
    accountId: member.accountId,
    action,
    targetType: 'membership',
    targetId: member.id,
    targetVersion: changed.version,
    before: { userId: member.userId, ...before },
    after,
  });
  return changed;
}
