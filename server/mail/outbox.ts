import { isPast, addSeconds } from '../../src/domain/time.js';
import { createBackground, faultName, type Background } from '../background.js';
import type { Config } from '../config.js';
import { MailRefused } from '../ports.js';
import type { Ports } from '../ports.js';
import { recordBulkDelivery, recordDelivery } from '../services/deliveries.js';
import { givesUpAfterSeconds, nextAttempt, outboxChannel } from '../services/mailing.js';
import { systemContext } from '../services/system-context.js';
import type { Row } from '../stores/schema.js';
import { composeMail } from './compose.js';

type Letter = Row<'outbox'>;

const batchSize = 10;
/** A worker that says nothing for so long is dead, and another one takes its mails over. */
const leaseSeconds = 120;
const pollMs = 5_000;

/** Sends what the outbox holds, after the transactions that wrote it have committed; `drain` counts the mails taken. */
export function createOutbox(ports: Ports, config: Config): Background {
  const claim = (): Promise<Letter[]> =>
    ports.store.transaction(async (tx) => {
      const now = ports.clock.now();
      const at = now.toISOString();
      const take = { orderBy: [['notBefore', 'asc']], limit: batchSize, lock: 'skip' } as const;
      const due = await tx.outbox.find({ where: { status: 'queued', notBefore: { lte: at } }, ...take });
      const dropped = await tx.outbox.find({
        where: { status: 'sending', leaseUntil: { lte: at } },
        ...take,
      });
      const leaseUntil = addSeconds(now, leaseSeconds).toISOString();
      const claimed = await Promise.all(
        [...dropped, ...due].map((letter) =>
          tx.outbox.update(letter.id, { status: 'sending', leaseUntil, attempts: letter.attempts + 1 }),
        ),
      );
      return claimed.filter((letter) => letter !== undefined);
    });

  const send = async (letter: Letter): Promise<boolean> => {
    try {
      await ports.mail.send(composeMail(letter, config));
    } catch (error) {
      await keepOrGiveUp(letter, error);
      return false;
    }
    await settle(letter, 'sent');
    return true;
  };

  /** Only the worker that holds the lease settles a mail; data that could open something is erased. */
  const settle = (
    letter: Letter,
    status: 'sent' | 'refused',
    lastError: string | null = null,
  ): Promise<void> =>
    ports.store.transaction(async (tx) => {
      const context = systemContext(tx, ports, config);
      const settled = await tx.outbox.updateWhere(
        { id: letter.id, status: 'sending', leaseUntil: letter.leaseUntil },
        {
          status,
          lastError,
          leaseUntil: null,
          data: {},
          ...(status === 'sent' ? { sentAt: context.now.toISOString() } : {}),
        },
      );
      if (settled === 0 || letter.invitationId === null) return;
      const report = status === 'sent' ? 'send' : 'bounce';
      if (letter.template === 'invitation') await recordDelivery(context, letter.invitationId, report);
      if (letter.template === 'bulk_invitation') {
        await recordBulkDelivery(context, letter.invitationId, report);
      }
    });

  const keepOrGiveUp = async (letter: Letter, error: unknown): Promise<void> => {
    const now = ports.clock.now();
    const reason = reasonOf(error);
    ports.log.warn('mail_failed', {
      mail: letter.id,
      template: letter.template,
      attempts: letter.attempts,
      reason,
    });
    if (error instanceof MailRefused || isPast(addSeconds(letter.createdAt, givesUpAfterSeconds), now)) {
      await settle(letter, 'refused', reason);
      return;
    }
    const chance = (ports.random.bytes(1)[0] ?? 0) / 255;
    await ports.store.transaction((tx) =>
      tx.outbox.updateWhere(
        { id: letter.id, status: 'sending', leaseUntil: letter.leaseUntil },
        {
          status: 'queued',
          leaseUntil: null,
          lastError: reason,
          notBefore: nextAttempt(now, letter.attempts, chance).toISOString(),
        },
      ),
    );
  };

  return createBackground(ports, {
    ...{ name: 'outbox', channel: outboxChannel, pollMs },
    async work(stopping) {
      // Nothing more once the worker is being stopped: what it has not taken, others send.
      const next = async (): Promise<Letter[]> => (stopping() ? [] : claim());
      let sent = 0;
      for (let batch = await next(); batch.length > 0; batch = await next()) {
        const results = await Promise.all(batch.map(send));
        sent += results.filter(Boolean).length;
      }
      return sent;
    },
  });
}

/** A word or two for the log: no address, no text of the mail. */
function reasonOf(error: unknown): string {
  return error instanceof MailRefused ? 'refused' : faultName(error);
}
