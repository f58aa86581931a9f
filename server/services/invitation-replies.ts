import { limits } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { spend } from './budgets.js';
import { issueEmailCode } from './email-codes.js';
import { findInvitation, openInvitation, whyClosed } from './invitation-opening.js';
import { endTokens } from './invitation-tokens.js';
import { inviterMayGrant } from './invitation-view.js';
import { usersUrl } from './links-in-mail.js';
import { enqueueMail, withdrawMails } from './mailing.js';

const hour = 60 * 60;

/** R44: mails a code to the invited address, and nowhere else. */
export async function sendInvitationCode(context: Context<Actor | null>, typed: unknown): Promise<void> {
  const { invitation, account } = await openInvitation(context, typed, { lock: true });
  await spend(context, { bucket: `invitation-code:${invitation.id}`, limit: 5, seconds: hour });
  const seconds = limits.inviteMailCodeSeconds;
  const code = await issueEmailCode(context, { purpose: 'invitation', subjectId: invitation.id }, seconds);
  const inviter = await context.tx.users.get(invitation.invitedBy);
  await withdrawMails(context, invitation.id, ['invitation_code']);
  await enqueueMail(context, {
    template: 'invitation_code',
    to: invitation.email,
    locale: invitation.locale ?? inviter?.locale ?? 'en',
    invitationId: invitation.id,
    data: { code, accountName: account.name, minutes: seconds / 60 },
  });
}

/** The invitee says no: the seat is free at once, and the inviter is told. */
export async function declineInvitation(context: Context<Actor | null>, typed: unknown): Promise<void> {
  const { invitation, account } = await openInvitation(context, typed, { lock: true });
  const declined = await context.tx.invitations.update(invitation.id, { state: 'declined' });
  await endTokens(context, invitation.id, 'declined');
  await withdrawMails(context, invitation.id, ['invitation', 'invitation_held', 'invitation_code']);
  await recordAudit(context, {
    accountId: account.id,
    action: 'invitation.declined',
    targetType: 'invitation',
    targetId: invitation.id,
    targetVersion: declined?.version,
    before: { state: 'pending' },
    after: { state: 'declined' },
  });
  await tell(
    context,
    'invitation_declined',
    invitation,
    account,
    await context.tx.users.get(invitation.invitedBy),
  );
}

/**
 * R37: the holder of a link that no longer works asks for a new one. The inviter, or the owner where the
 * inviter may no longer grant the role (R43), is told once a day at most; asking again is harmless.
 */
export async function askForRenewal(context: Context<Actor | null>, typed: unknown): Promise<void> {
  const opened = await findInvitation(context, typed, { lock: true });
  const refusal = whyClosed(opened, context.now);
  const renewable = !refusal || refusal.slug === 'invitation-expired' || refusal.extras.replaced === true;
  if (!renewable) throw refusal;
  const { invitation, account } = opened;
  if (!(await spendOnce(context, `renewal:${invitation.id}`))) return;
  await recordAudit(context, {
    accountId: account.id,
    action: 'invitation.renewal-asked',
    targetType: 'invitation',
    targetId: invitation.id,
  });
  await tell(
    context,
    'invitation_renewal',
    invitation,
    account,
    await whoCanRenew(context, invitation, account),
  );
}

async function spendOnce(context: Context<Actor | null>, bucket: string): Promise<boolean> {
  try {
    await spend(context, { bucket, limit: 1, seconds: 24 * hour });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.slug === 'rate-limited') return false;
    throw error;
  }
}

async function whoCanRenew(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  account: Row<'accounts'>,
): Promise<Row<'users'> | undefined> {
  if (await inviterMayGrant(context, invitation)) return context.tx.users.get(invitation.invitedBy);
  const owner = account.ownerMembershipId && (await context.tx.memberships.get(account.ownerMembershipId));
  return owner ? context.tx.users.get(owner.userId) : undefined;
}

async function tell(
  context: Context<Actor | null>,
  template: 'invitation_declined' | 'invitation_renewal',
  invitation: Row<'invitations'>,
  account: Row<'accounts'>,
  who: Row<'users'> | undefined,
): Promise<void> {
  if (who?.status !== 'active') return;
  await enqueueMail(context, {
    template,
    to: who.email,
    locale: who.locale,
    invitationId: invitation.id,
    data: {
      accountName: account.name,
      email: invitation.email,
      usersUrl: usersUrl(context.config, account.id),
    },
  });
}
