import type { AccountAndRole } from '../job-templates.js';
import type { MailTemplate } from '../templates.js';
import type { Block, MailContent, Sentence } from '../content.js';

export const text = (sentence: Sentence): Block => ({ kind: 'text', text: sentence });
export const note = (sentence: Sentence): Block => ({ kind: 'note', text: sentence });
export const action = (label: string, url: string): Block => ({ kind: 'action', label, url });
export const code = (typed: string): Block => ({ kind: 'code', code: typed });

/** Words of the person who acts, where they wrote any. */
export const quote = (by: Sentence, message: string | null): Block[] =>
  message === null ? [] : [{ kind: 'quote', by, text: message }];

/** Accounts, and the role on each by its name. */
export const rolesOn = (accounts: readonly AccountAndRole[], roleName: (id: string) => string): Block => ({
  kind: 'facts',
  items: accounts.map(({ accountName, roleId }) => ({ label: accountName, value: roleName(roleId) })),
});

/** A mail whose heading repeats the subject. */
export const titled = (title: Sentence, ...blocks: readonly Block[]): MailContent => ({
  subject: title,
  heading: title,
  blocks,
});

/** The mails of a transfer, which languages keep in a file of their own. */
export type OwnershipMail = Extract<MailTemplate, `ownership_${string}`>;
