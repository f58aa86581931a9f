import nodemailer from 'nodemailer';
import { MailRefused } from '../ports.js';
import type { Mail, MailTransport } from '../ports.js';

/** What is read of a failed delivery; the rest of the answer may hold addresses and stays here. */
interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/**
 * Sends by SMTP. Every mail leaves with a structured envelope that holds exactly one recipient, equal in
 * every byte to the stored address; a library that reads it otherwise is stopped before it sends (P16).
 */
export function createSmtpTransport(url: string): MailTransport & { close(): void } {
  const transport = nodemailer.createTransport({
    url,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  transport.use('stream', (mail, proceed) => {
    const wanted = mail.data.envelope?.to;
    const recipients = mail.message.getEnvelope().to;
    const agrees =
      Array.isArray(wanted) && recipients.length === 1 && recipients[0] === recipientOf(wanted[0]);
    proceed(agrees ? null : new MailRefused('The recipient would have been changed on the way out'));
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail));
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(refusalText(error), { cause: error }) : error;
      }
    },
    close() {
      transport.close();
    },
  };
}

function messageOf(mail: Mail) {
  const to = { name: '', address: mail.to };
  return {
    envelope: { from: mail.from.address, to: [to] },
    messageId: mail.messageId,
    from: { name: mail.from.name, address: mail.from.address },
    to: [to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

const recipientOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'address' in entry ? entry.address : entry;

/**
 * A refusal is about this mail: the server answered 5xx to its recipient or its content. A 5xx to our
 * login or to our sender is about the deployment and is tried again.
 */
function isRefusal(error: unknown): error is Error {
  if (error instanceof MailRefused) return true;
  if (!(error instanceof Error)) return false;
  const { code, command, responseCode } = error as Error & SmtpFailure;
  const permanent = typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
  return permanent && ((code === 'EENVELOPE' && command === 'RCPT TO') || code === 'EMESSAGE');
}

function refusalText(error: Error & SmtpFailure): string {
  return error instanceof MailRefused ? error.message : `SMTP ${String(error.responseCode)}`;
}
