import { say } from '../content.js';
import { action, code, note, quote, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { factorMails } from './de-factors.js';
import { jobMails } from './de-jobs.js';
import { linkMails } from './de-links.js';
import { ownershipMails } from './de-ownership.js';
import { roleName, until } from './de-words.js';

const manageUsers = (url: string) => action('Benutzer verwalten', url);

/** German. */
export const de: MailCatalogue = {
  lang: 'de',
  dir: 'ltr',
  mails: {
    ...factorMails,
    ...jobMails,
    ...linkMails,
    ...ownershipMails,
    invitation: ({ url, accountName, inviterName, inviteeName, roleId, expiresAt, message, again }) => ({
      subject: again
        ? say`Neuer Link: Ihre Einladung zu ${accountName}`
        : say`${inviterName} lädt Sie zu ${accountName} ein`,
      heading:
        inviteeName === null
          ? say`Ihre Einladung zu ${accountName}`
          : say`${inviteeName}, Ihre Einladung zu ${accountName}`,
      blocks: [
        text(say`${inviterName} lädt Sie zu ${accountName} ein, mit der Rolle ${roleName(roleId)}.`),
        ...quote(say`${inviterName} schrieb:`, message),
        text(
          again
            ? say`Dieser Link ersetzt die früheren; sie gelten nicht mehr. Sie wählen einen eigenen Benutzernamen und ein Passwort oder melden sich an, wenn Sie schon einen Login haben.`
            : say`Sie wählen einen eigenen Benutzernamen und ein Passwort oder melden sich an, wenn Sie schon einen Login haben.`,
        ),
        action('Einladung annehmen', url),
        text(
          say`Der Link gilt einmal, bis ${until(expiresAt)}. Er ist nur für Sie bestimmt, geben Sie ihn also nicht weiter.`,
        ),
        note(
          say`Wenn Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren. Es geschieht nichts, solange Sie den Link nicht benutzen.`,
        ),
      ],
    }),
    invitation_held: ({ accountName, inviterName, username, securityUrl }) => ({
      subject: say`Ihre Einladung zu ${accountName} wartet auf Sie`,
      heading: say`Noch ein Schritt bis zu ${accountName}`,
      blocks: [
        text(
          say`${inviterName} möchte Sie zu ${accountName} hinzufügen, aber ${username} ist schon der Benutzername eines anderen Kontos. Mit MFA hat das nichts zu tun.`,
        ),
        text(
          say`Melden Sie sich mit diesem Namen an, und wählen Sie auf der Seite „Sicherheit“ einen anderen Benutzernamen. Die Einladung geht dann von selbst an diese Adresse.`,
        ),
        action('Benutzernamen ändern', securityUrl),
        text(
          say`Sie können auch ${inviterName} bitten, einen anderen Benutzernamen oder eine andere Adresse für Sie zu verwenden.`,
        ),
        note(say`Wenn Sie diese E-Mail nicht erwartet haben, können Sie sie ignorieren.`),
      ],
    }),
    invitation_revoked: ({ accountName }) =>
      titled(
        say`Ihre Einladung zu ${accountName} wurde zurückgezogen`,
        text(
          say`Die Links, die Sie dafür bekommen haben, gelten nicht mehr. Wenn Sie das für einen Irrtum halten, fragen Sie die Person, die Sie eingeladen hat.`,
        ),
      ),
    invitation_renewal: ({ accountName, email, usersUrl }) => ({
      subject: say`${email} bittet um eine neue Einladung`,
      heading: say`${email} bittet um eine neue Einladung zu ${accountName}`,
      blocks: [
        text(
          say`Der Link gilt nicht mehr. Senden Sie die Einladung noch einmal, oder ziehen Sie sie zurück, wenn die Person nicht dazukommen soll.`,
        ),
        manageUsers(usersUrl),
      ],
    }),
    invitation_declined: ({ accountName, email, usersUrl }) => ({
      subject: say`${email} hat Ihre Einladung abgelehnt`,
      heading: say`${email} hat Ihre Einladung zu ${accountName} abgelehnt`,
      blocks: [
        text(say`Die Person wurde nicht hinzugefügt, und die Einladung belegt keinen Benutzerplatz mehr.`),
        manageUsers(usersUrl),
      ],
    }),
    invitation_bounced: ({ accountName, email, usersUrl }) =>
      titled(
        say`Ihre Einladung an ${email} wurde nicht zugestellt`,
        text(
          say`Der Mailserver hat die Einladung zu ${accountName} abgewiesen. Kopieren Sie die URL der Einladung und senden Sie sie auf anderem Weg, oder ziehen Sie die Einladung zurück und verwenden Sie eine berichtigte Adresse.`,
        ),
        manageUsers(usersUrl),
      ),
    invitation_code: ({ code: digits, accountName, minutes }) =>
      titled(
        say`Ihr Code für ${accountName}`,
        code(digits),
        text(
          say`Geben Sie ihn auf der Seite ein, auf der Sie die Einladung annehmen. Er gilt ${minutes} Minuten.`,
        ),
        note(
          say`Wenn Sie diesen Code nicht angefordert haben, hat jemand anderes Ihre Einladung geöffnet. Geben Sie den Code nicht weiter; ohne ihn kommt niemand hinein.`,
        ),
      ),
    email_code: ({ code: digits, minutes }) => ({
      subject: say`Ihr Code zum Bestätigen dieser Adresse`,
      heading: say`Diese Adresse bestätigen`,
      blocks: [
        code(digits),
        text(say`Geben Sie ihn dort ein, wo Sie Ihre Adresse geändert haben. Er gilt ${minutes} Minuten.`),
        note(
          say`Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren. Ohne den Code ändert sich nichts.`,
        ),
      ],
    }),
    email_changed: ({ newAddress, undoUrl, hours }) =>
      titled(
        say`Ihre E-Mail-Adresse wurde geändert`,
        text(say`E-Mails zu Ihrem Login gehen jetzt an ${newAddress}.`),
        note(
          say`Wenn Sie das nicht waren, machen Sie die Änderung rückgängig und wählen Sie ein neues Passwort.`,
        ),
        action('Änderung rückgängig machen', undoUrl),
        text(say`Das ist ${hours} Stunden lang möglich.`),
      ),
    email_change_undone: ({ address }) => ({
      subject: say`Ihre frühere E-Mail-Adresse gilt wieder`,
      heading: say`Ihre E-Mail-Adresse ist wieder ${address}`,
      blocks: [
        text(
          say`Die Änderung wurde rückgängig gemacht und jeder Browser abgemeldet. Melden Sie sich neu an, und wählen Sie ein neues Passwort.`,
        ),
      ],
    }),
    username_changed: ({ oldUsername, newUsername }) =>
      titled(
        say`Ihr Benutzername wurde geändert`,
        {
          kind: 'facts',
          items: [
            { label: 'Vorher', value: oldUsername },
            { label: 'Jetzt', value: newUsername },
          ],
        },
        text(
          say`Melden Sie sich beim nächsten Mal mit dem neuen Benutzernamen an. Ihre Konten und Rollen bleiben, wie sie sind.`,
        ),
        note(
          say`Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie Ihrem Kontoinhaber Bescheid.`,
        ),
      ),
    member_removed: ({ accountName }) =>
      titled(
        say`Sie haben keinen Zugang mehr zu ${accountName}`,
        text(
          say`Ihre Rolle in diesem Konto ist beendet. Ihre anderen Konten sind nicht betroffen, und was Sie dort erstellt haben, bleibt beim Konto.`,
        ),
      ),
    password_reset: ({ username, url, minutes }) => ({
      subject: say`Wählen Sie ein neues Passwort`,
      heading: say`Wählen Sie ein neues Passwort für ${username}`,
      blocks: [
        action('Neues Passwort wählen', url),
        text(
          say`Der Link gilt einmal, ${minutes} Minuten lang. Ihr zweiter Faktor bleibt, wie er ist, und Sie brauchen ihn zum Anmelden.`,
        ),
        note(
          say`Wenn Sie das nicht angefordert haben, können Sie diese E-Mail ignorieren. Ihr Passwort bleibt, wie es ist.`,
        ),
      ],
    }),
    first_owner: ({ username, accountName, url, hours }) => ({
      subject: say`${accountName} ist bereit: Wählen Sie Ihr Passwort`,
      heading: say`${accountName} ist für Sie bereit`,
      blocks: [
        text(
          say`Das Konto gehört Ihnen. Wählen Sie ein Passwort, und melden Sie sich dann als ${username} an.`,
        ),
        action('Passwort wählen', url),
        text(
          say`Der Link gilt einmal, ${hours} Stunden lang. Danach kommt ein neuer, sobald der Server wieder startet.`,
        ),
      ],
    }),
    password_changed: ({ username }) => ({
      subject: say`Ihr Passwort wurde geändert`,
      heading: say`Das Passwort von ${username} wurde geändert`,
      blocks: [
        text(
          say`Jeder andere Browser wurde abgemeldet, und gemerkte Browser fragen wieder nach Ihrem zweiten Faktor.`,
        ),
        note(
          say`Wenn Sie das nicht waren, wählen Sie jetzt über „Passwort vergessen?“ ein neues Passwort und sagen Sie Ihrem Kontoinhaber Bescheid.`,
        ),
      ],
    }),
    account_closed: ({ accountName, restoreUntil }) =>
      titled(
        say`${accountName} wurde geschlossen`,
        text(
          say`Niemand kann das Konto mehr öffnen, und offene Einladungen gelten nicht mehr. Ihr Login und Ihre anderen Konten sind nicht betroffen.`,
        ),
        text(
          say`Der Inhaber kann das Konto mit seinen Leuten wiederherstellen lassen, bis ${until(restoreUntil)}.`,
        ),
      ),
    account_restored: ({ accountName }) =>
      titled(
        say`${accountName} ist wieder offen`,
        text(
          say`Das Konto wurde wiederhergestellt, und Sie haben Ihre frühere Rolle. Offene Einladungen müssen neu gesendet werden.`,
        ),
      ),
  },
};
