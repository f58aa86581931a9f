import { say, type Sentence } from '../content.js';
import type { LinkMails, LinkStep } from '../link-templates.js';
import { action, quote, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { until } from './de-words.js';

const open = (url: string) => action('Verknüpfung öffnen', url);

/** The account on the other side of the reader. */
const other = ({ you, parentName, childName }: LinkStep): string =>
  you === 'parent' ? childName : parentName;

const asked = (step: LinkStep & { note: string | null }, subject: Sentence) =>
  titled(
    subject,
    text(
      step.you === 'child'
        ? say`Wenn Sie zustimmen, können Leute von ${step.parentName} das Konto ${step.childName} öffnen und seine Abrechnung verwalten. Sie können einschränken, was sie dürfen, sehen, wer sie sind, und die Verknüpfung wieder beenden.`
        : say`Wenn Sie zustimmen, können Ihre Leute ${step.childName} öffnen und seine Abrechnung verwalten, soweit das Konto es erlaubt.`,
    ),
    ...quote(say`${other(step)} schrieb:`, step.note),
    open(step.url),
    text(
      say`Ohne Antwort endet die Anfrage am ${until(step.expiresAt)}. Nichts ändert sich, bevor Sie zustimmen.`,
    ),
  );

/** German mails about links. */
export const linkMails: Pick<MailCatalogue['mails'], keyof LinkMails> = {
  link_requested: (step) => asked(step, say`${other(step)} bittet um eine Verknüpfung mit Ihrem Konto`),
  link_reminder: (step) =>
    asked(step, say`Erinnerung: ${other(step)} bittet um eine Verknüpfung mit Ihrem Konto`),
  link_approved: (step) =>
    titled(
      say`${step.childName} ist jetzt mit ${step.parentName} verknüpft`,
      text(
        step.you === 'parent'
          ? say`Das Konto steht in Ihrer Kontenliste, und Ihre Leute können es mit ihrer Rolle bei ${step.parentName} öffnen, soweit ${step.childName} es erlaubt.`
          : say`Leute von ${step.parentName} können Ihr Konto jetzt öffnen. Sie sehen, wer sie sind, und können die Verknüpfung jederzeit beenden.`,
      ),
      open(step.url),
    ),
  link_declined: (step) =>
    titled(
      say`${other(step)} hat die Verknüpfung abgelehnt`,
      text(
        say`Es hat sich nichts geändert. Wenn Sie noch einmal fragen, sagen Sie in der Notiz, wozu die Verknüpfung dient.`,
      ),
      open(step.url),
    ),
  link_cancelled: (step) =>
    titled(
      say`${other(step)} hat die Anfrage zurückgezogen`,
      text(say`Es ist nichts mehr zu entscheiden, und es hat sich nichts geändert.`),
    ),
  link_expired: (step) =>
    titled(
      say`Die Anfrage zur Verknüpfung mit ${other(step)} ist abgelaufen`,
      text(
        say`Niemand hat sie innerhalb von 30 Tagen beantwortet, also hat sich nichts geändert. Sie kann neu gestellt werden.`,
      ),
    ),
  link_ended: (step) =>
    titled(
      say`${step.childName} ist nicht mehr mit ${step.parentName} verknüpft`,
      text(
        step.you === 'parent'
          ? say`Ihre Leute können das Konto nicht mehr über Ihres öffnen. Wer eine Rolle auf ${step.childName} selbst hat, behält sie.`
          : say`Leute von ${step.parentName} können Ihr Konto nicht mehr über ihres öffnen. Wer eine Rolle auf Ihrem Konto selbst hat, behält sie: Sehen Sie unter „Benutzer verwalten“ nach.`,
      ),
      open(step.url),
    ),
};
