import { say } from '../content.js';
import { action, note, text, titled, type OwnershipMail } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { until } from './de-words.js';

/** German mails about a transfer of ownership. */
export const ownershipMails: Pick<MailCatalogue['mails'], OwnershipMail> = {
  ownership_started: ({ accountName, ownerName, memberName, you, expiresAt, url }) =>
    you === 'member'
      ? {
          subject: say`Möchten Sie ${accountName} übernehmen?`,
          heading: say`${ownerName} bietet Ihnen das Konto ${accountName} an`,
          blocks: [
            text(
              say`Als Kontoinhaber entscheiden Sie über Benutzer, Abrechnung und Einstellungen. ${ownerName} wird im selben Moment Kontomanager.`,
            ),
            action('Konto öffnen', url),
            text(say`Das Angebot gilt bis ${until(expiresAt)}. Nichts ändert sich, bevor Sie annehmen.`),
          ],
        }
      : titled(
          say`${accountName} wurde ${memberName} angeboten`,
          text(
            say`Wenn ${memberName} annimmt, werden Sie Kontomanager. Vorher ändert sich nichts, und das Angebot endet von selbst am ${until(expiresAt)}.`,
          ),
          action('Übergabe ansehen oder abbrechen', url),
          note(
            say`Wenn Sie das nicht waren, brechen Sie die Übergabe ab und wählen Sie jetzt ein neues Passwort.`,
          ),
        ),
  ownership_accepted: ({ accountName, ownerName, memberName, you }) => ({
    subject: say`${accountName} hat einen neuen Inhaber`,
    heading:
      you === 'member'
        ? say`${accountName} gehört jetzt Ihnen`
        : say`${accountName} gehört jetzt ${memberName}`,
    blocks: [
      text(
        you === 'member'
          ? say`${ownerName} ist von nun an Kontomanager.`
          : say`Sie sind von nun an Kontomanager. Um das Konto zu verlassen, öffnen Sie „Benutzer verwalten“.`,
      ),
    ],
  }),
  ownership_cancelled: ({ accountName, ownerName, memberName, you }) =>
    titled(
      say`Die Übergabe von ${accountName} wurde abgebrochen`,
      text(
        you === 'member'
          ? say`Das Konto bleibt bei ${ownerName}, und Ihre Rolle ist, wie sie war.`
          : say`Das Konto bleibt bei Ihnen, und ${memberName} behält die bisherige Rolle.`,
      ),
    ),
  ownership_expired: ({ accountName, ownerName, memberName, you }) =>
    titled(
      say`Die Übergabe von ${accountName} ist abgelaufen`,
      text(
        you === 'member'
          ? say`Sie haben nicht rechtzeitig angenommen, also bleibt das Konto bei ${ownerName}.`
          : say`${memberName} hat nicht rechtzeitig angenommen, also bleibt das Konto bei Ihnen. Sie können es noch einmal anbieten.`,
      ),
    ),
};
