import { deliveryTransitions, type Delivery, type DeliveryEvent } from '../../src/domain/invitations.js';
import { nextState } from '../../src/domain/machine.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { usersUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';

/**
 * What became of an invitation's mail (R36): the row shows it, and a mail that cannot arrive is told to the
 * inviter (M02). A report about an invitation that has moved on changes nothing.
 */
export async function recordDelivery(
  context: Context<Actor | null>,
  invitationId: string,
  event: Extract<DeliveryEvent, 'send' | 'deliver' | 'bounce'>,
): Promise<void> {
  const { tx } = context;
  const invitation = await tx.invitations.get(invitationId, { lock: true });
  if (!invitation || invitation.state !== 'pending') return;
  const delivery = nextState(deliveryTransitions, invitation.delivery as Delivery, event);
  if (delivery === undefined) return;
  // Nobody edits the delivery, so a form that is open keeps its version.
  await tx.invitations.touch({ id: invitation.id }, { delivery });
  await recordAudit(context, {
    accountId: invitation.accountId,
    action: `invitation.${delivery}`,
    targetType: 'invitation',
    targetId: invitation.id,
    targetVersion: invitation.version,
    before: { delivery: invitation.delivery },
    after: { delivery },
  });
  if (delivery === 'bounced') await tellInviter(context, invitation);
}

async function tellInviter(context: Context<Actor | null>, invitation: Row<'invitations'>): Promise<void> {
  const inviter = await context.tx.users.get(invitation.invitedBy);
  const account = await context.tx.accounts.get(invitation.accountId);
  if (!inviter || inviter.status === 'deleted' || !account) return;
  await enqueueMail(context, {
    template: 'invitation_bounced',
    to: inviter.email,
    locale: inviter.locale,
    invitationId: invitation.id,
    data: {
      accountName: account.name,
      email: invitation.email,
      usersUrl: usersUrl(context.config, account.id),
    },
  });
}
