import {
  bulkGrantWay,
  canInvite,
  emailKey,
  foldForSearch,
  type BulkGrantOutcome,
  type RoleId,
} from '../../src/domain/index.js';
import type { Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { requireCapability, type AccountAccess } from './access.js';
import type { GrantInput } from './bulk-grants.js';
import { changeInvitedRole } from './invitation-changes.js';
import { issueToken } from './invitation-tokens.js';
import { insertInvitation, memberWith, waitingFor } from './invitations.js';
import { personOf, type JobPerson } from './job-subjects.js';
import { inputOf, type ItemResult, type JobItem } from './jobs.js';
import { acceptUrl, signInUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';
import { requireReach } from './managed-accounts.js';
import { changeRole, targetOf } from './members.js';
import { addMembership } from './memberships.js';
import { shownName } from './people.js';
import { requireRole } from './role-grants.js';
import { requireSeat, seatsOf } from './seats.js';
import { freeNamesNear } from './usernames.js';

type GrantResult = ItemResult & { outcome: BulkGrantOutcome };

/**
 * One account of a bulk grant, decided as a single grant would be (R79, R80, R87): the account, the role, whether the
 * person is there already, the seat. A refusal is thrown and becomes the item's problem.
 */
export async function grantItem(context: Context, job: Row<'jobs'>, item: JobItem): Promise<GrantResult> {
  const input = inputOf<GrantInput>(job);
  const access = await requireReach(context, item.accountId);
  // R70: whoever must set up a second factor first is told so, before anything about roles.
  requireCapability(access, 'account.access');
  const person = await personOf(context, input.subject);
  const { account } = access;
  const member = await memberOf(context, account, person);
  const roleId = requireRole(access, item.roleId, member && targetOf(context, member));
  if (member) return alreadyMember(context, member, roleId, input);
  const invitation = await waitingFor(context, account, emailKey(person.email));
  if (invitation) return alreadyInvited(context, access, invitation, roleId, input);
  requireSeat(context, account, canInvite(await seatsOf(context, account)));
  const { user } = person;
  const belongsToPartnership = user !== undefined && (await belongsTo(context, user, access));
  if (user && bulkGrantWay({ belongsToPartnership }) === 'membership') {
    const invitedBy = context.actor.user.id;
    const added = await addMembership(context, { account, user, roleId, source: 'bulk', invitedBy });
    return { outcome: 'granted', membershipId: added.id };
  }
  const draft = {
    email: person.email,
    roleId,
    name: input.subject.displayName ?? undefined,
    message: input.message ?? undefined,
    proposedUsername: await usernameFor(context, account, person.email),
  };
  const invited = await insertInvitation(context, account, draft, { bulkGrantId: job.id });
  return { outcome: 'invited', invitationId: invited.id };
}

function memberOf(
  context: Context,
  account: Row<'accounts'>,
  { user, email }: JobPerson,
): Promise<Row<'memberships'> | undefined> {
  if (!user) return memberWith(context, account, emailKey(email));
  const own = { accountId: account.id, userId: user.id, status: { not: 'removed' } };
  return context.tx.memberships.first(own, { lock: true });
}

/** R80: already there, with this role or another; only where the sender chose so, the role changes. */
async function alreadyMember(
  context: Context,
  member: Row<'memberships'>,
  roleId: RoleId,
  { existing }: GrantInput,
): Promise<GrantResult> {
  if (existing === 'skip' || member.roleId === roleId) return { outcome: 'skipped', membershipId: member.id };
  await changeRole(context, member, roleId);
  return { outcome: 'changed', membershipId: member.id };
}

async function alreadyInvited(
  context: Context,
  access: AccountAccess,
  invitation: Row<'invitations'>,
  roleId: RoleId,
  { existing }: GrantInput,
): Promise<GrantResult> {
  const { id } = invitation;
  if (existing === 'skip' || invitation.roleId === roleId) return { outcome: 'skipped', invitationId: id };
  await changeInvitedRole(context, access, invitation, roleId, async () => undefined);
  return { outcome: 'changed', invitationId: id };
}

/**
 * R79: does the person belong to the partnership through which the caller reaches this account? Whoever comes
 * through no partnership learns nothing of its people: everybody is asked by invitation.
 */
async function belongsTo(
  { tx }: Context,
  user: Row<'users'>,
  { account, grants }: AccountAccess,
): Promise<boolean> {
  const inherited = grants.find(({ source, gate }) => source === 'inherited' && gate === 'none');
  const parentId = account.kind === 'parent' ? account.id : inherited?.grantAccountId;
  if (parentId === undefined) return false;
  const memberships = await tx.memberships.find({ where: { userId: user.id, status: 'active' } });
  const ids = memberships.map(({ accountId }) => accountId);
  if (ids.includes(parentId)) return true;
  return (await tx.accounts.count({ id: { in: ids }, parentId, relationship: 'managed' })) > 0;
}

/** R83: under `per_account` a login of its own for each account, so a free name is proposed for each. */
async function usernameFor(
  context: Context,
  account: Row<'accounts'>,
  email: string,
): Promise<string | undefined> {
  if (context.config.identityPolicy !== 'per_account') return undefined;
  const local = email.slice(0, email.lastIndexOf('@'));
  const [free] = await freeNamesNear(context, `${local}.${foldForSearch(account.name)}`);
  return free;
}

/** R83: one mail for everything this run has brought, whether it was finished or cancelled. */
export async function finishGrant(context: Context, job: Row<'jobs'>): Promise<void> {
  if (job.dryRun) return;
  await mailInvitee(context, job);
  await mailMember(context, job);
}

/** One link, whose acceptance covers all accounts of the grant. */
async function mailInvitee(context: Context, job: Row<'jobs'>): Promise<void> {
  const { tx, now, actor, config } = context;
  const unmailed = { bulkGrantId: job.id, state: 'pending', sentCount: 0 };
  const [first] = await tx.invitations.find({ where: unmailed, orderBy: [['accountId', 'asc']], limit: 1 });
  if (!first) return;
  await tx.invitations.updateWhere(unmailed, { sentCount: 1, lastSentAt: now.toISOString() });
  const all = await tx.invitations.find({ where: { bulkGrantId: job.id, state: 'pending' } });
  await enqueueMail(context, {
    template: 'bulk_invitation',
    to: first.email,
    locale: actor.user.locale,
    invitationId: first.id,
    data: {
      url: acceptUrl(config, await issueToken(context, first.id, 'mail')),
      inviterName: shownName(actor.user),
      inviteeName: first.name,
      accounts: await namedRoles(context, all),
      expiresAt: first.expiresAt,
      message: first.message,
    },
  });
}

/** Somebody who could sign in before is told what they can enter now. */
async function mailMember(context: Context, job: Row<'jobs'>): Promise<void> {
  const { tx, actor, config } = context;
  const granted = await tx.jobItems.find({ where: { jobId: job.id, outcome: 'granted' } });
  const id = { in: granted.flatMap(({ membershipId }) => membershipId ?? []) };
  const { since } = inputOf<GrantInput>(job);
  const added = await tx.memberships.find({ where: { id, createdAt: { gte: since }, status: 'active' } });
  const user = added[0] && (await tx.users.get(added[0].userId));
  if (user?.status !== 'active') return;
  const accounts = await namedRoles(context, added);
  const data = { actorName: shownName(actor.user), accounts, url: signInUrl(config) };
  await enqueueMail(context, { template: 'access_given', to: user.email, locale: user.locale, data });
}

async function namedRoles(
  { tx }: Context,
  rows: readonly { accountId: string; roleId: string }[],
): Promise<{ accountName: string; roleId: string }[]> {
  const accounts = await tx.accounts.find({
    where: { id: { in: rows.map(({ accountId }) => accountId) } },
    orderBy: [['nameKey', 'asc']],
  });
  const roles = new Map(rows.map(({ accountId, roleId }) => [accountId, roleId]));
  return accounts.map(({ id, name }) => ({ accountName: name, roleId: roles.get(id) ?? '' }));
}
