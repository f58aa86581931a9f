import { say } from '../content.js';
import type { FactorMails } from '../factor-templates.js';
import { action, code, note, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const openSecurity = (url: string) => action('Sicherheitseinstellungen öffnen', url);

const notYou = note(
  say`Wenn Sie das nicht waren, ändern Sie jetzt Ihr Passwort und sagen Sie Ihrem Kontoinhaber Bescheid.`,
);

/** German mails about second factors. */
export const factorMails: Pick<MailCatalogue['mails'], keyof FactorMails> = {
  sign_in_code: ({ code: digits, minutes }) =>
    titled(
      say`Ihr Anmeldecode`,
      code(digits),
      text(say`Geben Sie ihn dort ein, wo Sie sich anmelden. Er gilt ${minutes} Minuten.`),
      note(
        say`Wir fragen, weil wir diesen Browser noch nicht kennen. Wenn Sie sich gerade nicht anmelden, kennt jemand Ihr Passwort: Ändern Sie es jetzt, und geben Sie den Code nicht weiter.`,
      ),
    ),
  mfa_enrolled: ({ securityUrl }) =>
    titled(
      say`Die Anmeldung mit zweitem Faktor ist eingeschaltet`,
      text(
        say`Von nun an brauchen Sie zum Anmelden Ihr Passwort und einen Code Ihrer Authenticator-App. Bewahren Sie die Wiederherstellungscodes dort auf, wo Sie sie auch ohne Ihr Telefon finden.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_removed: ({ securityUrl }) =>
    titled(
      say`Die Anmeldung mit zweitem Faktor ist ausgeschaltet`,
      text(
        say`Zum Anmelden genügt jetzt Ihr Passwort. Ihre Wiederherstellungscodes gelten nicht mehr, und gemerkte Geräte wurden vergessen.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_locked: ({ securityUrl }) => ({
    subject: say`Ihr zweiter Faktor ist gesperrt`,
    heading: say`Ihr zweiter Faktor ist nach zu vielen falschen Codes gesperrt`,
    blocks: [
      text(
        say`Codes Ihrer Authenticator-App werden ab jetzt abgelehnt. Melden Sie sich mit Ihrem Passwort und einem Wiederherstellungscode an, und richten Sie die App danach neu ein.`,
      ),
      text(
        say`Wenn Sie keinen Wiederherstellungscode haben, bitten Sie Ihren Kontoinhaber, den zweiten Faktor zurückzusetzen.`,
      ),
      openSecurity(securityUrl),
      note(say`Wenn Sie diese Codes nicht eingegeben haben, kennt jemand Ihr Passwort: Ändern Sie es jetzt.`),
    ],
  }),
  recovery_code_used: ({ left, securityUrl }) =>
    titled(
      say`Ein Wiederherstellungscode wurde zum Anmelden benutzt`,
      text(
        say`Jemand hat sich mit Ihrem Passwort und einem Ihrer Wiederherstellungscodes angemeldet. Die eingerichtete App zählt nicht mehr, und gemerkte Geräte wurden vergessen. Verbleibende Codes: ${left}.`,
      ),
      text(
        say`Richten Sie jetzt eine Authenticator-App ein. Sie bekommen zehn neue Codes, und die alten gelten nicht mehr.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  recovery_codes_renewed: ({ securityUrl }) =>
    titled(
      say`Sie haben neue Wiederherstellungscodes`,
      text(
        say`Zehn neue Codes wurden in Ihren Sicherheitseinstellungen gezeigt. Alle früheren gelten nicht mehr.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_reset: ({ accountName, actorName, securityUrl }) => ({
    subject: say`Ihr zweiter Faktor wurde zurückgesetzt`,
    heading: say`${actorName} hat Ihren zweiten Faktor zurückgesetzt`,
    blocks: [
      text(
        say`Das geschah in ${accountName}. Ihre App und Ihre Wiederherstellungscodes gelten nicht mehr, und Sie wurden überall abgemeldet. Ihr Passwort ist unverändert.`,
      ),
      text(
        say`Melden Sie sich an, und richten Sie wieder eine Authenticator-App ein. Bis dahin bleiben Ihre Konten geschlossen.`,
      ),
      openSecurity(securityUrl),
      note(
        say`Wenn Sie nicht darum gebeten haben, ändern Sie jetzt Ihr Passwort und sagen Sie Ihrem Kontoinhaber Bescheid.`,
      ),
    ],
  }),
  mfa_reset_by: ({ accountName, actorName, memberName }) => ({
    subject: say`Der zweite Faktor von ${memberName} wurde zurückgesetzt`,
    heading: say`${actorName} hat den zweiten Faktor von ${memberName} zurückgesetzt`,
    blocks: [
      text(
        say`Das geschah in ${accountName}. Bevor ${memberName} wieder ein Konto öffnen kann, ist ein neuer einzurichten. Niemand sonst kann sich unter diesem Namen anmelden.`,
      ),
      note(say`Wenn Sie den Grund nicht kennen, fragen Sie ${actorName}.`),
    ],
  }),
  mfa_reminder: ({ accountName, required, securityUrl }) =>
    titled(
      say`Richten Sie für ${accountName} einen zweiten Faktor ein`,
      text(
        required
          ? say`${accountName} verlangt einen zweiten Faktor. Sie können das Konto erst öffnen, wenn Sie einen eingerichtet haben.`
          : say`${accountName} bittet Sie, Ihre Anmeldung mit einem zweiten Faktor zu schützen.`,
      ),
      text(say`Sie brauchen dafür eine Authenticator-App auf dem Telefon und etwa zwei Minuten.`),
      openSecurity(securityUrl),
    ),
};
