import { can, canInvite, emailKey, resendNeedsSeat, type RoleId } from '../../src/domain/index.js';
import type { InvitationDraft } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError, type ProblemExtras } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { accessOf, withinToken, type AccountAccess } from './access.js';
import { recordAudit } from './audit.js';
import { getInvitation, requireEvent, revokeInvitation } from './invitation-changes.js';
import { endTokens, issueToken } from './invitation-tokens.js';
import { mailHeld, mailInvitation } from './invitation-mails.js';
import { expiryOf, stateOf } from './invitation-view.js';
import { spendInvitation } from './invitation-budgets.js';
import { requireMailable } from './mailable.js';
import { newId } from './new-id.js';
import { requireRole } from './role-grants.js';
import { requireSeat, seatsOf } from './seats.js';
import { holderOfUsername, requireFreeUsername } from './usernames.js';

/** A draft whose fields were checked, but for the role, which the role decision judges. */
export type CheckedDraft = Omit<InvitationDraft, 'roleId'> & { roleId?: unknown };

/**
 * Invites somebody (R24): role, then state, then seats, in the order of R93. The account row is locked since
 * its relation was asked for, so limits and unique rules hold against everybody who invites at the same time.
 * Returns the invitation and a copied link, which does not prove the mailbox (R25, R44).
 *
 * One that `replaces` another ends that one in the same step, or neither happens. A seat that was reserved passes on,
 * so a full plan is no reason to refuse (R17, R20); an expired one had none.
 */
export async function createInvitation(
  context: Context,
  access: AccountAccess,
  asked: CheckedDraft,
): Promise<{ invitation: Row<'invitations'>; token: string }> {
  const { account } = access;
  requireMailable(context, asked.email);
  const roleId = requireRole(access, asked.roleId);
  const replaced = await replacedBy(context, account, asked);
  const draft = replaced ? continued(asked, replaced) : asked;
  const key = emailKey(draft.email);
  const membership = await memberWith(context, account, key);
  if (membership) throw new ProblemError('already-member', { membershipId: membership.id });
  // I15: an agency person who invites an address of their own.
  if (context.actor.user.emailKey === key) throw new ProblemError('cannot-change-own-role');
  const earlier = await waitingFor(context, account, key);
  if (earlier) throw new ProblemError('invitation-pending', { invitationId: earlier.id });
  const held = await checkUsernameWishes(context, draft, key);
  if (!replaced || resendNeedsSeat(stateOf(replaced, context.now))) {
    requireSeat(context, account, canInvite(await seatsOf(context, account)));
  }
  await spendInvitation(context, account, key);
  if (replaced) await revokeInvitation(context, access, replaced);
  const invitation = await insertInvitation(context, account, { ...draft, roleId }, { held });
  const parties = { account, inviter: context.actor.user };
  if (held) await mailHeld(context, invitation, parties);
  else {
    const mailed = await issueToken(context, invitation.id, 'mail', { first: true });
    await mailInvitation(context, invitation, parties, mailed);
  }
  return { invitation, token: await issueToken(context, invitation.id, 'copied', { first: true }) };
}

/** The invitation whose place the draft takes; it must still wait for somebody. */
async function replacedBy(
  context: Context,
  account: Row<'accounts'>,
  { replaces, email }: CheckedDraft,
): Promise<Row<'invitations'> | undefined> {
  if (replaces === undefined) return undefined;
  const replaced = await getInvitation(context, account.id, replaces, { lock: true });
  requireEvent(context, replaced, 'revoke');
  // The same mailbox again is a resend, which has limits of its own (R39).
  if (replaced.emailKey === emailKey(email)) {
    throw new ProblemError('invitation-pending', { invitationId: replaced.id });
  }
  return replaced;
}

/** What the draft leaves open stays as it was. */
function continued(draft: CheckedDraft, replaced: Row<'invitations'>): CheckedDraft {
  const { name, message, proposedUsername, locale } = replaced;
  return {
    ...draft,
    name: draft.name ?? name ?? undefined,
    message: draft.message ?? message ?? undefined,
    proposedUsername: draft.proposedUsername ?? proposedUsername ?? undefined,
    locale: draft.locale ?? locale ?? undefined,
  };
}

/** R27: somebody with this address who is a member already. */
export async function memberWith(
  { tx }: Context,
  account: Row<'accounts'>,
  key: string,
): Promise<Row<'memberships'> | undefined> {
  const people = await tx.users.find({ where: { emailKey: key, status: { not: 'deleted' } } });
  if (people.length === 0) return undefined;
  const userId = { in: people.map(({ id }) => id) };
  return tx.memberships.first({ accountId: account.id, userId, status: { not: 'removed' } });
}

/** R28: an invitation that waits for this address. An expired one ends, and its link says that a newer one exists. */
export async function waitingFor(
  context: Context,
  account: Row<'accounts'>,
  key: string,
): Promise<Row<'invitations'> | undefined> {
  const where = { accountId: account.id, emailKey: key, state: 'pending' };
  const earlier = await context.tx.invitations.first(where, { lock: true });
  if (!earlier || stateOf(earlier, context.now) === 'pending') return earlier;
  await context.tx.invitations.update(earlier.id, { state: 'revoked', revokeReason: 'replaced' });
  await endTokens(context, earlier.id, 'replaced');
  return undefined;
}

/**
 * The wanted username must be free. Under `per_account` an address that is a sign-in name elsewhere needs
 * another name here (R30), unless the invitation may wait for it (R53). Answers whether it waits.
 */
async function checkUsernameWishes(context: Context, draft: CheckedDraft, key: string): Promise<boolean> {
  if (draft.proposedUsername !== undefined) {
    await requireFreeUsername(context, draft.proposedUsername, '/proposedUsername');
    return false;
  }
  if (context.config.identityPolicy !== 'per_account') return false;
  const holder = await holderOfUsername(context, key);
  if (!holder) return false;
  if (draft.onUsernameTaken === 'hold') return true;
  throw new ProblemError('username-taken-elsewhere', await namedIfManaged(context, holder));
}

/** R32: the account that holds the name, for an inviter who manages its users; nothing for anybody else. */
async function namedIfManaged({ tx: _, ...context }: Context, holder: Row<'users'>): Promise<ProblemExtras> {
  // Read without locks: this account is no part of the write.
  const reading: ReadContext = context;
  const access = holder.accountId && (await accessOf(reading, context.actor.user.id, holder.accountId));
  if (!access || !withinToken(context.actor, access.account) || !can(access, 'users.manage')) return {};
  return { account: { id: access.account.id, name: access.account.name } };
}

/**
 * The row of a new invitation, and its line in the history. One of a bulk grant is mailed with the others, when all
 * of them are there (R83).
 */
export async function insertInvitation(
  context: Context<Actor>,
  account: Row<'accounts'>,
  draft: InvitationDraft & { roleId: RoleId },
  { held = false, bulkGrantId = null }: { held?: boolean; bulkGrantId?: string | null },
): Promise<Row<'invitations'>> {
  const at = context.now.toISOString();
  const mailedNow = bulkGrantId === null;
  const [invitation] = await context.tx.invitations.insert({
    id: newId(context.random, 'invitation'),
    accountId: account.id,
    email: draft.email,
    emailKey: emailKey(draft.email),
    name: draft.name ?? null,
    roleId: draft.roleId,
    proposedUsername: draft.proposedUsername ?? null,
    state: 'pending',
    delivery: held ? 'held' : 'queued',
    emailProven: false,
    expiresAt: expiryOf(context),
    sentCount: mailedNow ? 1 : 0,
    lastSentAt: held || !mailedNow ? null : at,
    invitedBy: context.actor.user.id,
    bulkGrantId,
    acceptedUserId: null,
    revokeReason: null,
    message: draft.message ?? null,
    locale: draft.locale ?? null,
    createdAt: at,
    version: 1,
  });
  if (!invitation) throw new Error('The store returned no row for an insert');
  await recordAudit(context, {
    accountId: account.id,
    action: 'invitation.created',
    targetType: 'invitation',
    targetId: invitation.id,
    targetVersion: invitation.version,
    after: { email: invitation.email, roleId: draft.roleId, delivery: invitation.delivery },
  });
  return invitation;
}
