import { addSeconds } from '../../src/domain/time.js';
import type { Actor, Context } from '../context.js';
import { randomName } from '../mail/random-name.js';
import type { MailTemplate, MailTemplates } from '../mail/templates.js';
import { newId } from './new-id.js';

/** Channel that wakes the worker of the outbox. */
export const outboxChannel = 'outbox';

export interface MailOrder<T extends MailTemplate> {
  template: T;
  /** The stored address, byte for byte (P16, P17). */
  to: string;
  locale: string;
  data: MailTemplates[T];
  /** The invitation whose delivery this mail tells (R36), or that it belongs to. */
  invitationId?: string;
  /** Written as any other, and never sent: whether there was somebody to mail to is not to be seen from outside (P18). */
  withheld?: boolean;
}

/**
 * Writes a mail into the outbox, in the transaction of the change it tells of: no change, no mail. The
 * message id is given here and stays through every attempt (M01). `data` may hold a link or a code; it is
 * erased as soon as the mail has left.
 */
export async function enqueueMail<T extends MailTemplate>(
  context: Context<Actor | null>,
  order: MailOrder<T>,
): Promise<void> {
  const { tx, now, random, config } = context;
  const at = now.toISOString();
  const host = config.sender.address.slice(config.sender.address.lastIndexOf('@') + 1);
  await tx.outbox.insert({
    id: newId(random, 'mail'),
    messageId: `<${randomName(random)}@${host}>`,
    recipient: order.to,
    template: order.template,
    locale: order.locale,
    data: order.data,
    invitationId: order.invitationId ?? null,
    status: order.withheld ? 'withdrawn' : 'queued',
    attempts: 0,
    notBefore: at,
    leaseUntil: null,
    lastError: null,
    createdAt: at,
    sentAt: null,
  });
  await tx.notify(outboxChannel, 'queued');
}

/** Takes back mails of an invitation that have not left yet: their link is dead before it is read. */
export async function withdrawMails(
  context: Context<Actor | null>,
  invitationId: string,
  templates: readonly MailTemplate[],
): Promise<void> {
  await context.tx.outbox.updateWhere(
    { invitationId, template: { in: templates }, status: 'queued' },
    { status: 'withdrawn', data: {} },
  );
}

/** How long a mail is tried before it counts as not delivered. */
export const givesUpAfterSeconds = 48 * 60 * 60;

/** The pause before the next attempt: 5 s, 10 s, 20 s … at most 15 min, spread by a quarter. */
export function nextAttempt(now: Date, attempts: number, chance: number): Date {
  const pause = Math.min(5 * 2 ** Math.min(attempts - 1, 20), 15 * 60);
  return addSeconds(now, pause * (0.75 + chance / 2));
}
