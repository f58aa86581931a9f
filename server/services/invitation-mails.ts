import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { acceptUrl, securityUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';
import { shownName } from './people.js';

interface Parties {
  account: Row<'accounts'>;
  inviter: Row<'users'>;
}

/** The invitation with its link, first or again (R24, R38). */
export async function mailInvitation(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  { account, inviter }: Parties,
  token: string,
): Promise<void> {
  await enqueueMail(context, {
    template: 'invitation',
    to: invitation.email,
    locale: invitation.locale ?? inviter.locale,
    invitationId: invitation.id,
    data: {
      url: acceptUrl(context.config, token),
      accountName: account.name,
      inviterName: shownName(inviter),
      inviteeName: invitation.name,
      roleId: invitation.roleId,
      expiresAt: invitation.expiresAt,
      message: invitation.message,
      again: invitation.sentCount > 1,
    },
  });
}

/** R53: tells the holder of the address what keeps the invitation, and how to free the name. */
export async function mailHeld(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  { account, inviter }: Parties,
): Promise<void> {
  await enqueueMail(context, {
    template: 'invitation_held',
    to: invitation.email,
    locale: invitation.locale ?? inviter.locale,
    invitationId: invitation.id,
    data: {
      accountName: account.name,
      inviterName: shownName(inviter),
      username: invitation.email,
      securityUrl: securityUrl(context.config),
    },
  });
}

/** R40: only somebody who was told of the invitation is told of its end. */
export async function mailRevoked(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  { account, inviter }: Parties,
): Promise<void> {
  await enqueueMail(context, {
    template: 'invitation_revoked',
    to: invitation.email,
    locale: invitation.locale ?? inviter.locale,
    invitationId: invitation.id,
    data: { accountName: account.name },
  });
}
