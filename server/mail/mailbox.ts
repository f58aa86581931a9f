import type { Clock, MailTransport, Random } from '../ports.js';
import { UniqueViolation } from '../stores/port.js';
import type { Store } from '../stores/port.js';
import { randomName } from './random-name.js';

/**
 * Keeps mails in a table instead of sending them: the development mailbox, and the mailbox of the backend
 * that runs in a browser. A second attempt with the same message id is one mail (M01).
 */
export function createMailboxTransport(ports: { store: Store; clock: Clock; random: Random }): MailTransport {
  return {
    async send(mail) {
      try {
        await ports.store.transaction((tx) =>
          tx.mailbox.insert({
            id: `mbx_${randomName(ports.random)}`,
            messageId: mail.messageId,
            sender: mail.from.name === '' ? mail.from.address : `${mail.from.name} <${mail.from.address}>`,
            recipient: mail.to,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            receivedAt: ports.clock.now().toISOString(),
          }),
        );
      } catch (error) {
        if (!(error instanceof UniqueViolation)) throw error;
      }
    },
  };
}
