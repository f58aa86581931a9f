import { say } from '../content.js';
import type { JobMails } from '../job-templates.js';
import { action, note, quote, rolesOn, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { counted, roleName, until } from './de-words.js';

const konten = (list: readonly unknown[]) => counted(list.length, { one: '1 Konto', other: '# Konten' });

/** German mails about many accounts. */
export const jobMails: Pick<MailCatalogue['mails'], keyof JobMails> = {
  bulk_invitation: ({ url, inviterName, inviteeName, accounts, expiresAt, message }) => ({
    subject: say`${inviterName} lädt Sie zu ${konten(accounts)} ein`,
    heading:
      inviteeName === null
        ? say`Ihre Einladung zu ${konten(accounts)}`
        : say`${inviteeName}, Ihre Einladung zu ${konten(accounts)}`,
    blocks: [
      text(say`${inviterName} lädt Sie zu diesen Konten ein. Sie nehmen einmal an, für alle zusammen.`),
      rolesOn(accounts, roleName),
      ...quote(say`${inviterName} schrieb:`, message),
      action('Einladung annehmen', url),
      text(
        say`Der Link gilt einmal, bis ${until(expiresAt)}. Er ist nur für Sie bestimmt, geben Sie ihn also nicht weiter.`,
      ),
      note(
        say`Wenn Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren. Es geschieht nichts, solange Sie den Link nicht benutzen.`,
      ),
    ],
  }),
  access_given: ({ actorName, accounts, url }) =>
    titled(
      say`Sie haben Zugang zu ${counted(accounts.length, { one: '1 weiteren Konto', other: '# weiteren Konten' })}`,
      text(
        say`${actorName} hat Ihnen eine Rolle in diesen Konten gegeben. Melden Sie sich wie gewohnt an, um sie zu benutzen.`,
      ),
      rolesOn(accounts, roleName),
      action('Anmelden', url),
    ),
  access_ended: ({ accountNames }) =>
    titled(
      say`Ihr Zugang zu ${konten(accountNames)} ist beendet`,
      text(say`Sie können nicht mehr öffnen: ${accountNames.join(', ')}.`),
      text(
        say`Ihr Login und Ihre anderen Konten sind nicht betroffen. Wenn Sie das für einen Irrtum halten, fragen Sie die Person, die Ihren Zugang verwaltet hat.`,
      ),
    ),
};
