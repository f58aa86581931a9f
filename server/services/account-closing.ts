import { addSeconds, isPast, limits, type MfaPolicy } from '../../src/domain/index.js';
import type { Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { requireRelation, withinToken, type AccountAccess } from './access.js';
import { recordAudit } from './audit.js';
import { withdrawInvitation } from './invitation-changes.js';
import { mailRevoked } from './invitation-mails.js';
import { endLink } from './link-ending.js';
import { enqueueMail } from './mailing.js';
import { gateOf, resetPending } from './mfa-policy.js';
import { personColumns } from './people.js';
import { requireStepUp } from './step-up.js';
import { cancelTransfers } from './transfer-steps.js';

/** Why a link ended that its client's closing has ended. */
export const closing = 'account_closed';

export const restorableUntil = (closedAt: string): Date => addSeconds(closedAt, limits.restoreSeconds);

/**
 * Closes an account (R85): memberships end, invitations are revoked, links end; people keep their login and their
 * other accounts. A partner account with clients stays (R86). The account row is locked since its relation was
 * asked for.
 */
export async function closeAccount(context: Context, { account }: AccountAccess): Promise<Row<'accounts'>> {
  const { tx, now } = context;
  const open = { in: ['active', 'activating'] };
  if ((await tx.accountLinks.count({ parentId: account.id, state: open })) > 0)
    throw new ProblemError('has-active-links');
  await cancelTransfers(context, { accountId: account.id });
  const members = await endMemberships(context, account);
  await revokeInvitations(context, account);
  const partner = await endLinks(context, account);
  const closed = await tx.accounts.update(account.id, {
    status: 'closed',
    closedAt: now.toISOString(),
    ...{ kind: account.kind === 'parent' ? 'parent' : 'standalone', parentId: null, relationship: null },
    singleBilling: false,
  });
  if (!closed) throw new ProblemError('not-found');
  // The people may be looking at it: nothing they write elsewhere is held against that (R92).
  await tx.users.touch({ currentAccountId: account.id }, { currentAccountId: null });
  await auditAccount(context, closed, 'account.closed', account.status, 'closed');
  await tell(context, 'account_closed', closed, [...members, ...partner]);
  return closed;
}

/** Ends every membership; answers whose they were. */
async function endMemberships(context: Context, { id }: Row<'accounts'>): Promise<string[]> {
  const { tx, now } = context;
  const where = { accountId: id, status: { not: 'removed' } };
  const members = await tx.memberships.find({ where, lock: 'update' });
  for (const member of members) {
    const patch = { status: 'removed', removedAt: now.toISOString() };
    await changeMember(context, member, 'member.removed', patch);
  }
  return members.map(({ userId }) => userId);
}

async function revokeInvitations(context: Context, account: Row<'accounts'>): Promise<void> {
  const where = { accountId: account.id, state: 'pending' };
  for (const invitation of await context.tx.invitations.find({ where, lock: 'update' })) {
    const told = await withdrawInvitation(context, invitation, closing);
    if (told) await mailRevoked(context, invitation, { account, inviter: context.actor.user });
  }
}

/** Ends what ties it to a partner account, or would; answers the owners of partners that lose it. */
async function endLinks(context: Context, { id }: Row<'accounts'>): Promise<string[]> {
  const { tx } = context;
  await tx.accountLinks.updateWhere({ parentId: id, state: 'pending' }, { state: 'cancelled' });
  await tx.accountLinks.updateWhere({ childId: id, state: 'pending' }, { state: 'cancelled' });
  const where = { childId: id, state: { in: ['active', 'activating'] } };
  const owners: string[] = [];
  for (const link of await tx.accountLinks.find({ where, lock: 'update' })) {
    await endLink(context, link, closing);
    const owner = await tx.memberships.first({ ...ownerOf, accountId: link.parentId });
    if (owner) owners.push(owner.userId);
  }
  return owners;
}

export const ownerOf = { roleId: 'account_owner', status: 'active' };

/**
 * Brings a closed account back for its owner, or for the owner of the partner account that lost it by the closing
 * (R85): memberships as they were, without invitations and links. For anybody else it does not exist.
 */
export async function restoreAccount(context: Context, accountId: string): Promise<AccountAccess> {
  const { tx, now } = context;
  const account = await tx.accounts.get(accountId, { lock: true });
  const { closedAt } = account ?? {};
  // What is open needs no restoring; the repeat of a restore finds it done.
  if (account?.status !== 'closed' || !closedAt) return requireRelation(context, accountId);
  if (!(await mayRestore(context, account, closedAt))) throw new ProblemError('not-found');
  requireStepUp(context);
  if (isPast(restorableUntil(closedAt), now)) throw new ProblemError('account-unavailable');
  const event = await closingOf(context, accountId);
  // A trial is a trial again.
  const { status = 'active' } = (event?.before ?? {}) as { status?: string };
  const restored = await tx.accounts.update(accountId, { status, closedAt: null });
  if (!restored) throw new ProblemError('not-found');
  const members = await restoreMemberships(context, restored, event?.correlationId ?? '');
  await auditAccount(context, restored, 'account.restored', 'closed', restored.status);
  await tell(context, 'account_restored', restored, members);
  return { account: restored, capabilities: [], grants: [], link: null, ceiling: null };
}

/** Whoever the closing removed, with the name and the factors they have by now; answers whose the memberships are. */
async function restoreMemberships(
  context: Context,
  { id: accountId, mfaPolicy }: Row<'accounts'>,
  correlationId: string,
): Promise<string[]> {
  const { tx } = context;
  const removed = await tx.auditEvents.find({
    where: { accountId, action: 'member.removed', correlationId },
  });
  const members = await tx.memberships.find({
    where: { id: { in: removed.map(({ targetId }) => targetId) }, status: 'removed' },
    lock: 'update',
  });
  const users = await tx.users.find({ where: { id: { in: members.map(({ userId }) => userId) } } });
  for (const member of members) {
    const user = users.find((one) => one.id === member.userId);
    if (!user || user.status === 'deleted') continue;
    await changeMember(context, member, 'member.restored', {
      status: member.suspendedAt === null ? 'active' : 'suspended',
      removedAt: null,
      gate: gateOf(mfaPolicy as MfaPolicy, user.mfaActive, await resetPending(tx, user.id)),
      ...personColumns(user),
    });
  }
  return members.map(({ userId }) => userId);
}

async function mayRestore(
  { tx, actor }: Context,
  account: Row<'accounts'>,
  closedAt: string,
): Promise<boolean> {
  if (!withinToken(actor, account)) return false;
  const userId = actor.user.id;
  const own = { userId, accountId: account.id, roleId: 'account_owner', removedAt: closedAt };
  if (await tx.memberships.first(own)) return true;
  const links = await tx.accountLinks.find({
    where: { childId: account.id, endReason: closing, endedAt: closedAt },
  });
  const parents = links.map(({ parentId }) => parentId);
  return (await tx.memberships.first({ ...ownerOf, userId, accountId: { in: parents } })) !== undefined;
}

/** The closing as the account's own history knows it. */
async function closingOf({ tx }: Context, accountId: string): Promise<Row<'auditEvents'> | undefined> {
  const where = { accountId, action: 'account.closed' };
  const [event] = await tx.auditEvents.find({ where, orderBy: [['seq', 'desc']], limit: 1 });
  return event;
}

async function changeMember(
  context: Context,
  member: Row<'memberships'>,
  action: 'member.removed' | 'member.restored',
  patch: Pick<Row<'memberships'>, 'status' | 'removedAt'> & Partial<Row<'memberships'>>,
): Promise<void> {
  const changed = await context.tx.memberships.update(member.id, patch);
  await recordAudit(context, {
    accountId: member.accountId,
    action,
    targetType: 'membership',
    targetId: member.id,
    targetVersion: changed?.version,
    before: { userId: member.userId, roleId: member.roleId, status: member.status },
    after: { status: patch.status },
  });
}

async function auditAccount(
  context: Context,
  { id, version }: Row<'accounts'>,
  action: 'account.closed' | 'account.restored',
  before: string,
  after: string,
): Promise<void> {
  await recordAudit(context, {
    ...{ accountId: id, action, targetType: 'account', targetId: id, targetVersion: version },
    before: { status: before },
    after: { status: after },
  });
}

/** Everybody whose access has ended, or is back. */
async function tell(
  context: Context,
  template: 'account_closed' | 'account_restored',
  account: Row<'accounts'>,
  userIds: readonly string[],
): Promise<void> {
  const restoreUntil = restorableUntil(account.closedAt ?? context.now.toISOString()).toISOString();
  const where = { id: { in: [...new Set(userIds)] }, status: 'active' };
  for (const { email, locale } of await context.tx.users.find({ where })) {
    const data = { accountName: account.name, restoreUntil };
    await enqueueMail(context, { template, to: email, locale, data });
  }
}
