import { plural } from '../plural.js';
import type { Strings } from '../strings.js';
import { readProblems } from './read-problems.js';

const tries = (left: number | undefined) =>
  left === undefined
    ? ''
    : plural('de', left, {
        one: ' Sie haben noch 1 Versuch.',
        other: ` Sie haben noch ${left} Versuche.`,
      });

export const problems: Strings['problems'] = {
  ...readProblems,

  json_malformed:
    'Der Server konnte das Gesendete nicht lesen. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  account_id_malformed: 'Diese Adresse führt zu keinem Konto. Prüfen Sie den Link.',
  idempotency_key_missing:
    'Die Anfrage war nicht vollständig. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  idempotency_key_malformed:
    'Die Anfrage war nicht vollständig. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  idempotency_key_reused:
    'Das wurde schon einmal mit anderen Werten gesendet. Laden Sie die Seite neu, um zu sehen, was gespeichert ist.',
  idempotency_in_progress: 'Das wird noch erledigt. Warten Sie einen Moment.',
  precondition_required:
    'Die Anfrage war nicht vollständig. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  type_mismatch: 'Ein Wert hat eine Form, die der Server nicht versteht. Prüfen Sie Ihre Eingabe.',
  invalid_unicode: 'Der Text enthält kaputte Zeichen. Tippen Sie ihn noch einmal.',
  body_too_large: 'Das ist mehr, als auf einmal geht. Senden Sie weniger.',
  unsupported_media_type:
    'Der Server konnte das Gesendete nicht lesen. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  account_mismatch: 'Das gehört zu einem anderen Konto, deshalb wurde nichts geändert.',
  too_many_items: 'Das ist mehr, als auf einmal geht. Wählen Sie weniger aus.',
  origin_refused: 'Diese Seite darf hier nichts ändern.',
  host_refused: 'Diese Adresse darf den Server nicht erreichen.',
  return_url_refused: 'Die Seite, zu der es zurückgehen soll, ist nicht erlaubt.',

  credentials_wrong: 'Benutzername oder Passwort ist falsch.',
  step_up_required: 'Bestätigen Sie, dass Sie es sind, um weiterzumachen.',
  forbidden: 'Sie können das in diesem Konto nicht tun. Fragen Sie den Kontoinhaber.',
  role_above_actor: 'Diese Rolle darf hier mehr als Sie, deshalb können Sie sie nicht vergeben.',
  role_above_ceiling:
    'Der Inhaber des Kundenkontos hat begrenzt, welche Rollen der Partner hier benutzen kann.',
  role_self_change:
    'Sie können Ihre eigene Rolle nicht ändern. Fragen Sie jemand anderen, der dieses Konto verwaltet.',
  not_found: 'Das gibt es hier nicht mehr, oder Sie können es nicht öffnen.',
  precondition_failed: 'Jemand hat das inzwischen geändert. Prüfen Sie die aktuellen Werte.',
  account_changed: 'Sie sind jetzt in einem anderen Konto, deshalb wurde nichts gesendet.',

  already_member: 'Schon Benutzer dieses Kontos.',
  invite_pending: 'Schon eingeladen. Sie können die Einladung erneut senden oder ihre Rolle ändern.',
  invite_not_pending: 'Diese Einladung wurde schon angenommen oder zurückgezogen.',
  seat_limit: ({ limit }) =>
    limit === undefined
      ? 'Alle Benutzerplätze des Tarifs sind belegt.'
      : plural('de', limit, {
          one: 'Der Tarif enthält 1 Benutzer, und der ist schon da.',
          other: `Alle ${limit} Benutzerplätze des Tarifs sind belegt.`,
        }),
  username_taken: 'Dieser Benutzername ist vergeben. Wählen Sie einen anderen.',
  username_cooling_off:
    'Dieser Benutzername wurde erst vor Kurzem aufgegeben und ist noch nicht frei. Wählen Sie einen anderen.',
  username_taken_elsewhere: 'Diese E-Mail-Adresse ist der Benutzername von jemandem in einem anderen Konto.',
  identity_exists:
    'Sie haben schon einen Login mit dieser E-Mail-Adresse. Melden Sie sich damit an, um beizutreten.',
  last_owner: 'Ein Konto hat immer genau einen Inhaber. Übergeben Sie es zuerst.',
  transfer_pending: 'Eine Übergabe wartet schon auf Antwort.',
  role_not_available: 'Diese Rolle gibt es in Kundenkonten nicht.',
  role_not_grantable: 'Ein Konto lässt sich nicht mit einer Einladung übergeben. Nutzen Sie die Übergabe.',
  role_unknown: 'Diese Rolle ist hier nicht bekannt. Wählen Sie eine andere.',
  role_required: 'Wählen Sie eine Rolle.',

  invite_not_found: 'Diese Einladung gibt es nicht. Bitten Sie um eine neue.',
  invite_expired: 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  invite_revoked: 'Diese Einladung wurde zurückgezogen.',
  invite_used: 'Diese Einladung wurde schon benutzt. Melden Sie sich stattdessen an.',
  invite_malformed: 'Der Link ist unvollständig. Kopieren Sie ihn ganz aus der E-Mail.',
  invite_wrong_identity: 'Diese Einladung gilt für eine andere E-Mail-Adresse.',
  invite_no_longer_allowed:
    'Die Person, die Sie eingeladen hat, darf diese Rolle nicht mehr vergeben. Bitten Sie um eine neue Einladung.',
  email_unverified: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse.',
  email_code_required: 'Geben Sie den Code ein, den wir Ihnen gemailt haben.',

  mfa_enrolment_required:
    'Dieses Konto verlangt einen zweiten Faktor. Richten Sie ihn ein, um weiterzumachen.',
  mfa_required_by_policy: 'Dieses Konto verlangt einen zweiten Faktor, er lässt sich also nicht ausschalten.',
  reset_out_of_scope:
    'Diese Person gehört auch zu Konten, die Sie nicht verwalten, und muss ihn deshalb selbst zurücksetzen.',
  mfa_code_wrong: ({ attemptsLeft }) => `Dieser Code stimmt nicht.${tries(attemptsLeft)}`,
  mfa_code_format: 'Der Code hat 6 Ziffern.',
  mfa_code_used: 'Dieser Code wurde schon benutzt. Warten Sie auf den nächsten.',
  recovery_code_used: 'Dieser Wiederherstellungscode wurde schon benutzt. Nehmen Sie einen anderen.',
  email_code_wrong: ({ attemptsLeft }) => `Dieser Code stimmt nicht.${tries(attemptsLeft)}`,
  email_code_expired: 'Dieser Code ist abgelaufen. Fordern Sie einen neuen an.',
  challenge_ended: 'Zu viele falsche Codes. Beginnen Sie noch einmal mit dem Passwort.',
  mfa_locked: 'Der zweite Faktor ist gesperrt. Nehmen Sie einen Wiederherstellungscode.',

  link_pending: 'Der Inhaber des Kundenkontos hat der Verknüpfung noch nicht zugestimmt.',
  link_exists: 'Diese Konten sind schon verknüpft, oder eine Anfrage wartet.',
  already_linked: 'Dieses Konto wird schon von einem anderen Partner verwaltet.',
  link_cycle: 'Ein Konto kann nicht sein eigener Kunde sein.',
  link_not_pending: 'Diese Anfrage wurde schon beantwortet.',
  link_code_invalid: 'Kein Konto hat diesen Verknüpfungscode. Prüfen Sie ihn mit dem Kunden.',
  single_billing_active: 'Schalten Sie zuerst die Sammelabrechnung für dieses Konto aus.',
  child_without_owner:
    'Dieses Konto hat keinen eigenen Inhaber und kann deshalb noch nicht abgegeben werden.',
  has_active_links: 'Beenden Sie zuerst die Verknüpfungen mit den Kundenkonten.',

  aborted: 'Das wurde abgebrochen.',
};
