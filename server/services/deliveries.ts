import { deliveryTransitions, type Delivery, type DeliveryEvent } from '../../src/domain/invitations.js';
import { nextState } from '../../src/domain/machine.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { usersUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';

type Report = Extract<DeliveryEvent, 'send' | 'deliver' | 'bounce'>;

/**
 * What became of an invitation's mail (R36): the row shows it, and a mail that cannot arrive is told to the
 * inviter (M02). A report about an invitation that has moved on changes nothing.
 */
export async function recordDelivery(
  context: Context<Actor | null>,
  invitationId: string,
  event: Report,
): Promise<void> {
  const invitation = await context.tx.invitations.get(invitationId, { lock: true });
  if (!invitation) return;
  if ((await change(context, invitation, event)) === 'bounced') await tellInviter(context, invitation);
}

/** R83: the same of a mail that stands for all invitations of a bulk grant; the inviter is told once. */
export async function recordBulkDelivery(
  context: Context<Actor | null>,
  invitationId: string,
  event: Report,
): Promise<void> {
  const { tx } = context;
  const { bulkGrantId = null } = (await tx.invitations.get(invitationId)) ?? {};
  if (bulkGrantId === null) return;
  const where = { bulkGrantId, state: 'pending', delivery: 'queued', sentCount: { gt: 0 } };
  const all = await tx.invitations.find({ where, orderBy: [['accountId', 'asc']], lock: 'update' });
  for (const invitation of all) await change(context, invitation, event);
  if (event === 'bounce' && all[0]) await tellInviter(context, all[0]);
}

/** The new delivery, or undefined where the invitation has moved on. */
async function change(
  context: Context<Actor | null>,
  invitation: Row<'invitations'>,
  event: Report,
): Promise<Delivery | undefined> {
  if (invitation.state !== 'pending') return undefined;
  const delivery = nextState(deliveryTransitions, invitation.delivery as Delivery, event);
  if (delivery === undefined) return undefined;
  // Nobody edits the delivery, so a form that is open keeps its version; who watches is told without one, to look again.
  await context.tx.invitations.touch({ id: invitation.id }, { delivery });
  await recordAudit(context, {
    accountId: invitation.accountId,
    action: `invitation.${delivery}`,
    targetType: 'invitation',
    targetId: invitation.id,
    before: { delivery: invitation.delivery },
    after: { delivery },
  });
  return delivery;
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
