import {
  afterInvitationEvent,
  canInvite,
  resendNeedsSeat,
  type AuditAction,
  type InvitationState,
} from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { recordAudit } from './audit.js';
import { spend, tooMany } from './budgets.js';
import { mailInvitation, mailRevoked } from './invitation-mails.js';
import { endTokens, issueToken, passOnLink } from './invitation-tokens.js';
import { expiryOf, nextResend, resendBucket, resendsOf, stateOf } from './invitation-view.js';
import { withdrawMails } from './mailing.js';
import { requireRole } from './role-grants.js';
import { requireSeat, seatsOf } from './seats.js';
import { holderOfUsername } from './usernames.js';

/** One invitation of this account; another account's is as unknown as none (R5). */
export async function getInvitation(
  { db }: Pick<Context, 'db'>,
  accountId: string,
  invitationId: string,
  options: { lock?: boolean } = {},
): Promise<Row<'invitations'>> {
  const invitation = await db.invitations.get(invitationId, options);
  if (invitation?.accountId !== accountId) throw new ProblemError('not-found');
  return invitation;
}

/**
 * R42, R20: another role for a pending invitation; it keeps its seat, its link and its time. `match` asks for
 * the version, which comes after the role decision (R93).
 */
export async function changeInvitedRole(
  context: Context,
  access: AccountAccess,
  invitation: Row<'invitations'>,
  wanted: unknown,
  match: () => Promise<void>,
): Promise<Row<'invitations'>> {
  const roleId = requireRole(access, wanted);
  await match();
  if (stateOf(invitation, context.now) !== 'pending') throw new ProblemError('invitation-not-pending');
  if (roleId === invitation.roleId) return invitation;
  return change(context, invitation, 'invitation.role-changed', { roleId });
}

/** R40: the links stop at once and the seat is free; whoever got a mail is told. */
export async function revokeInvitation(
  context: Context,
  access: AccountAccess,
  invitation: Row<'invitations'>,
): Promise<void> {
  requireEvent(context, invitation, 'revoke');
  if (await withdrawInvitation(context, invitation, 'revoked')) {
    await mailRevoked(context, invitation, { account: access.account, inviter: context.actor.user });
  }
}

/**
 * Ends an invitation for this reason: its links stop, and a mail that has not left is taken back. Answers whether
 * the invitee had got one and is still waiting, so that they can be told.
 */
export async function withdrawInvitation(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  revokeReason: 'revoked' | 'offboarded' | 'link_ended' | 'account_closed',
): Promise<boolean> {
  const waited = stateOf(invitation, context.now) === 'pending';
  await change(context, invitation, 'invitation.revoked', { state: 'revoked', revokeReason });
  await passOnLink(context, invitation);
  await endTokens(context, invitation.id, 'revoked');
  await withdrawMails(context, invitation.id, ['invitation', 'invitation_held', 'invitation_code']);
  return waited && (invitation.delivery === 'sent' || invitation.delivery === 'delivered');
}

/**
 * R38: a new token and a new time; all earlier links stop. Whoever resends answers for the role from now on
 * (R43), so they must be able to grant it. An expired one needs a free seat again (R20).
 */
export async function resendInvitation(
  context: Context,
  access: AccountAccess,
  invitation: Row<'invitations'>,
): Promise<Row<'invitations'>> {
  const { account } = access;
  requireRole(access, invitation.roleId);
  requireEvent(context, invitation, 'resend');
  const held = invitation.delivery === 'held';
  if (held && (await holderOfUsername(context, invitation.emailKey)))
    throw new ProblemError('username-taken-elsewhere');
  if (resendNeedsSeat(stateOf(invitation, context.now))) {
    requireSeat(context, account, canInvite(await seatsOf(context, account)));
  }
  await spendResend(context, invitation);
  await endTokens(context, invitation.id, 'replaced');
  await withdrawMails(context, invitation.id, ['invitation', 'invitation_held', 'invitation_code']);
  const sent = await change(context, invitation, 'invitation.resent', {
    state: 'pending',
    delivery: 'queued',
    expiresAt: expiryOf(context),
    sentCount: invitation.sentCount + (held ? 0 : 1),
    lastSentAt: context.now.toISOString(),
    invitedBy: context.actor.user.id,
  });
  const token = await issueToken(context, invitation.id, 'mail');
  await mailInvitation(context, sent, { account, inviter: context.actor.user }, token);
  return sent;
}

/** R25: a fresh copied link for somebody whose mail is slow or lost; the mailed one keeps working. */
export async function copyLink(context: Context, invitation: Row<'invitations'>): Promise<string> {
  if (stateOf(invitation, context.now) !== 'pending') throw new ProblemError('invitation-not-pending');
  const token = await issueToken(context, invitation.id, 'copied');
  await recordAudit(context, {
    accountId: invitation.accountId,
    action: 'invitation.link-copied',
    targetType: 'invitation',
    targetId: invitation.id,
  });
  return token;
}

/** R53: sends what was held, now that the name it waited for is free. */
export async function releaseInvitation(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
): Promise<void> {
  const account = await context.tx.accounts.get(invitation.accountId, { lock: true });
  const inviter = await context.tx.users.get(invitation.invitedBy);
  if (!account || !inviter || stateOf(invitation, context.now) !== 'pending') return;
  const at = context.now.toISOString();
  const sent = await change(context, invitation, 'invitation.released', {
    delivery: 'queued',
    expiresAt: expiryOf(context),
    lastSentAt: at,
  });
  await mailInvitation(context, sent, { account, inviter }, await issueToken(context, invitation.id, 'mail'));
}

/** R39: not within 60 s, and not more than five times in 24 h. */
async function spendResend(context: Context, invitation: Row<'invitations'>): Promise<void> {
  const resent = (await resendsOf(context, [invitation])).get(invitation.id) ?? [];
  const next = nextResend(context, invitation, resent);
  if (next) throw tooMany(next.getTime() - context.now.getTime());
  const { resendsPerDay } = context.config.limits;
  await spend(context, { bucket: resendBucket(invitation.id), limit: resendsPerDay, seconds: 24 * 60 * 60 });
}

/** Refuses what can't happen to the invitation as it is now (R40). */
export function requireEvent(
  context: Context,
  invitation: Row<'invitations'>,
  event: 'revoke' | 'resend',
): void {
  const { state, expiresAt } = invitation;
  const next = afterInvitationEvent({ state: state as InvitationState, expiresAt }, event, context.now);
  if (next === undefined) throw new ProblemError('invitation-not-pending');
}

/** Writes the change and its audit row, with the old and the new value of each changed field. */
async function change(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  action: AuditAction,
  patch: Partial<Omit<Row<'invitations'>, 'id' | 'version'>>,
): Promise<Row<'invitations'>> {
  const changed = await context.tx.invitations.update(invitation.id, patch);
  if (!changed) throw new ProblemError('not-found');
  const names = Object.keys(patch) as (keyof typeof patch)[];
  const valuesOf = (row: Row<'invitations'>) => Object.fromEntries(names.map((name) => [name, row[name]]));
  await recordAudit(context, {
    accountId: invitation.accountId,
    action,
    targetType: 'invitation',
    targetId: invitation.id,
    targetVersion: changed.version,
    before: valuesOf(invitation),
    after: valuesOf(changed),
  });
  return changed;
}
