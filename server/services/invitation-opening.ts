import { checkInviteToken, maskEmail } from '../../src/domain/index.js';
import type { InvitationPreview } from '../../src/client/wire/index.js';
import type { Actor, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { findToken } from './invitation-tokens.js';
import { stateOf } from './invitation-view.js';
import { shownName } from './people.js';

/** An invitation as its link opened it. */
export interface OpenedInvitation {
  invitation: Row<'invitations'>;
  account: Row<'accounts'>;
  token: Row<'invitationTokens'>;
}

const nobody = 'none';

/**
 * The invitation behind a token that can be used now. With `lock` the account and then the invitation are held,
 * so that of a thousand acceptances one finds it pending (P11).
 */
export async function openInvitation(
  context: ReadContext<Actor | null>,
  typed: unknown,
  options: { lock?: boolean } = {},
): Promise<OpenedInvitation> {
  const opened = await findInvitation(context, typed, options);
  const refusal = whyClosed(opened, context.now);
  if (refusal) throw refusal;
  if (await linkHasEnded(context, opened)) throw new ProblemError('account-unavailable');
  return opened;
}

/**
 * The same without asking whether it can still be used; 410 for a token that was never issued, after the same
 * questions to the store as for one that was (R46).
 */
export async function findInvitation(
  context: ReadContext<Actor | null>,
  typed: unknown,
  { lock = false }: { lock?: boolean } = {},
): Promise<OpenedInvitation> {
  const checked = checkInviteToken(typed);
  if (!checked.ok) throw new ProblemError('invitation-malformed');
  const { db } = context;
  const found = await findToken(context, checked.value);
  const before = await db.invitations.get(found?.invitationId ?? nobody);
  const account = await db.accounts.get(before?.accountId ?? nobody, { lock });
  const invitation = lock ? await db.invitations.get(before?.id ?? nobody, { lock }) : before;
  const token = lock ? await db.invitationTokens.get(found?.id ?? nobody) : found;
  if (!token || !invitation || !account) throw new ProblemError('invitation-not-found');
  return { invitation, account, token };
}

/**
 * R43: the inviter came through a partner account whose link to this one has ended. Somebody of the account
 * itself may still take the invitation over by resending it.
 */
async function linkHasEnded(
  { db }: ReadContext<Actor | null>,
  { invitation, account }: OpenedInvitation,
): Promise<boolean> {
  const inviters = await db.memberships.find({ where: { userId: invitation.invitedBy } });
  if (inviters.some(({ accountId, status }) => accountId === account.id && status !== 'removed'))
    return false;
  const links = await db.accountLinks.find({ where: { childId: account.id, relationship: 'managed' } });
  const theirs = links.filter(({ parentId }) => inviters.some(({ accountId }) => accountId === parentId));
  return theirs.length > 0 && theirs.every(({ state }) => state === 'ended');
}

/** Why its link leads nowhere any more: one answer for each way an invitation can end (A02). */
export function whyClosed(
  { invitation, account, token }: OpenedInvitation,
  now: Date,
): ProblemError | undefined {
  const state = stateOf(invitation, now);
  if (state === 'accepted') return new ProblemError('invitation-used');
  if (account.status === 'closed') return new ProblemError('account-unavailable');
  if (invitation.revokeReason === 'link_ended') return new ProblemError('account-unavailable');
  if (token.status === 'replaced') return new ProblemError('invitation-revoked', { replaced: true });
  if (state === 'revoked' || state === 'declined') return new ProblemError('invitation-revoked');
  if (state === 'expired') return new ProblemError('invitation-expired');
  return token.status === 'live' ? undefined : new ProblemError('invitation-revoked');
}

/** What the holder's own session means for this invitation (R45). */
export function viewerOf(
  context: ReadContext<Actor | null>,
  invitation: Pick<Row<'invitations'>, 'emailKey'>,
): InvitationPreview['viewer'] {
  // Under `per_account` nobody joins with a login of another account: everybody makes a new one (2d).
  if (!context.actor || context.config.identityPolicy === 'per_account') return 'none';
  const { emailKey, emailVerifiedAt } = context.actor.user;
  if (emailKey !== invitation.emailKey) return 'other';
  return emailVerifiedAt === null ? 'unverified' : 'matching';
}

/** R46: all that the holder of a link learns before accepting. */
export async function previewInvitation(
  context: ReadContext<Actor | null>,
  { invitation, account, token }: OpenedInvitation,
): Promise<InvitationPreview> {
  const inviter = await context.db.users.get(invitation.invitedBy);
  const viewer = viewerOf(context, invitation);
  return {
    accountName: account.name,
    accountKind: account.kind as InvitationPreview['accountKind'],
    roleId: invitation.roleId,
    inviterName: inviter ? shownName(inviter) : '',
    maskedEmail: maskEmail(invitation.email),
    expiresAt: invitation.expiresAt,
    emailCodeRequired: token.channel === 'copied' || viewer === 'unverified',
    mfaRequired: account.mfaPolicy === 'required',
    proposedUsername: invitation.proposedUsername,
    viewer,
    viewerMaskedEmail: viewer === 'other' && context.actor ? maskEmail(context.actor.user.email) : null,
    otherAccounts: await otherAccounts(context, invitation),
  };
}

/** R83: other accounts that the same acceptance covers. */
async function otherAccounts(
  context: ReadContext<Actor | null>,
  invitation: Row<'invitations'>,
): Promise<InvitationPreview['otherAccounts']> {
  const siblings = await siblingsOf(context, invitation);
  const accounts = await context.db.accounts.find({
    where: { id: { in: siblings.map(({ accountId }) => accountId) } },
  });
  const perAccount = context.config.identityPolicy === 'per_account';
  const found = new Map(accounts.map((account) => [account.id, account]));
  return siblings
    .toSorted((one, other) =>
      (found.get(one.accountId)?.nameKey ?? '') < (found.get(other.accountId)?.nameKey ?? '') ? -1 : 1,
    )
    .map(({ accountId, roleId, proposedUsername }) => ({
      accountName: found.get(accountId)?.name ?? '',
      roleId,
      username: perAccount ? proposedUsername : null,
    }));
}

/** Pending invitations of the same bulk grant to the same mailbox, in the order of their accounts. */
export async function siblingsOf(
  context: ReadContext<Actor | null>,
  invitation: Row<'invitations'>,
): Promise<Row<'invitations'>[]> {
  const { bulkGrantId, emailKey, id } = invitation;
  if (bulkGrantId === null) return [];
  const rows = await context.db.invitations.find({
    where: {
      bulkGrantId,
      emailKey,
      id: { not: id },
      state: 'pending',
      expiresAt: { gt: context.now.toISOString() },
    },
    orderBy: [['accountId', 'asc']],
  });
  return rows;
}
