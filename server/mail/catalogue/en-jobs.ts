import { say } from '../content.js';
import type { JobMails } from '../job-templates.js';
import { rolesOn, text } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { roleName, until } from './en-words.js';

const counted = (accounts: readonly unknown[]): string =>
  accounts.length === 1 ? '1 account' : `${accounts.length} accounts`;

/** English mails about many accounts. */
export const jobMails: Pick<MailCatalogue['mails'], keyof JobMails> = {
  bulk_invitation: ({ url, inviterName, inviteeName, accounts, expiresAt, message }) => ({
    subject: say`${inviterName} invited you to ${counted(accounts)}`,
    heading:
      inviteeName === null ? say`Join ${counted(accounts)}` : say`${inviteeName}, join ${counted(accounts)}`,
    blocks: [
      text(say`${inviterName} invited you to these accounts. You accept once, for all of them.`),
      rolesOn(accounts, roleName),
      ...(message === null
        ? []
        : [{ kind: 'quote', by: say`${inviterName} wrote:`, text: message } as const]),
      { kind: 'action', label: 'Accept the invite', url },
      text(
        say`The link works once, until ${until(expiresAt)}. It is meant for you alone, so don’t forward it.`,
      ),
      {
        kind: 'note',
        text: say`If you didn’t expect this email, you can ignore it. Nothing happens until you use the link.`,
      },
    ],
  }),
  access_given: ({ actorName, accounts, url }) => ({
    subject: say`You can now enter ${counted(accounts)} more`,
    heading: say`You can now enter ${counted(accounts)} more`,
    blocks: [
      text(say`${actorName} gave you a role on these accounts. Sign in as usual to use them.`),
      rolesOn(accounts, roleName),
      { kind: 'action', label: 'Sign in', url },
    ],
  }),
  access_ended: ({ accountNames }) => ({
    subject: say`Your access to ${counted(accountNames)} has ended`,
    heading: say`Your access to ${counted(accountNames)} has ended`,
    blocks: [
      text(say`You can no longer enter: ${accountNames.join(', ')}.`),
      text(
        say`Your login and your other accounts are not affected. If you think this is a mistake, ask the person who managed your access.`,
      ),
    ],
  }),
};
