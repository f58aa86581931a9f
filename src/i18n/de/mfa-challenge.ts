import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const triesLeft = (left: number | undefined) =>
  left === undefined ? '' : plural('de', left, { one: ' Noch 1 Versuch.', other: ` Noch ${left} Versuche.` });

export const mfaChallenge: Strings['mfaChallenge'] = {
  appTitle: 'Geben Sie Ihren 6-stelligen Code ein',
  appText: ({ name }) =>
    `Wir kennen dieses Gerät nicht. Öffnen Sie Ihre Authenticator-App für <b>${name}</b>.`,
  appTextPlain: 'Wir kennen dieses Gerät nicht. Öffnen Sie Ihre Authenticator-App.',
  mailTitle: 'Geben Sie den gemailten Code ein',
  mailText: 'Wir kennen diesen Browser nicht und haben Ihnen deshalb einen Code gemailt. Er gilt 5 Minuten.',
  recoveryTitle: 'Geben Sie einen Wiederherstellungscode ein',
  recoveryText:
    'Geben Sie einen der Codes ein, die Sie beim Einrichten der App gesichert haben. Jeder gilt einmal.',
  proofTitle: 'Bestätigen Sie, dass Sie es sind',
  proofCodeText:
    'Diese Änderung braucht einen neuen Code aus Ihrer Authenticator-App. Danach geht Ihre Arbeit weiter.',
  proofPasswordText: 'Diese Änderung braucht noch einmal Ihr Passwort. Danach geht Ihre Arbeit weiter.',
  proofRecoveryText:
    'Geben Sie einen Ihrer gesicherten Wiederherstellungscodes ein. Er gilt einmal; danach geht Ihre Arbeit weiter.',
  proven: 'Bestätigt: Sie sind es.',

  code: 'Code',
  mailCode: 'Code aus der E-Mail',
  recoveryCode: 'Wiederherstellungscode',
  password: 'Passwort',
  showPassword: 'Passwort zeigen',
  codeHint: 'Auch ein Wiederherstellungscode gilt hier.',
  codeMissing: 'Geben Sie den Code ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  passwordWrong: 'Das ist nicht Ihr Passwort.',
  codeFormat: 'Der Code hat 6 Ziffern. Ein Wiederherstellungscode hat 16 Buchstaben und Ziffern.',
  codeFormatMail: 'Der Code hat 6 Ziffern.',
  codeWrong: ({ left }) =>
    `Dieser Code passte nicht. Codes wechseln alle 30 Sekunden; nehmen Sie den neuesten.${triesLeft(left)}`,
  recoveryWrong: ({ left }) => `Dieser Wiederherstellungscode passte nicht.${triesLeft(left)}`,
  mailWrong: ({ left }) => `Dieser Code passte nicht.${triesLeft(left)}`,
  codeUsed: ({ seconds }) =>
    plural('de', seconds, {
      one: 'Dieser Code wurde schon benutzt. Warten Sie 1 Sekunde auf den nächsten.',
      other: `Dieser Code wurde schon benutzt. Warten Sie ${seconds} Sekunden auf den nächsten.`,
    }),
  clockHint: 'Codes hängen von der Zeit ab. Prüfen Sie, ob Ihr Telefon die Uhr selbst stellt.',
  locked: 'Codes der App sind nach zu vielen Versuchen gesperrt. Nehmen Sie einen Wiederherstellungscode.',
  lockedNoRecovery:
    'Codes der App sind nach zu vielen Versuchen gesperrt. Bitten Sie einen Administrator, sie zurückzusetzen.',
  codesPaused: ({ time }) =>
    `Zu viele falsche Codes. Die Codes der App gelten um ${time} wieder; ein Wiederherstellungscode gilt jetzt.`,
  paused: ({ time }) => `Das war zu oft. Sie können es um ${time} wieder versuchen.`,
  pauseOver: 'Sie können es jetzt wieder versuchen.',

  remember: 'Dieses Gerät 30 Tage lang merken',
  rememberNote:
    'Nicht auf einem gemeinsam benutzten Computer. In den Sicherheitseinstellungen können Sie es zurücknehmen.',
  verify: 'Prüfen',
  confirm: 'Bestätigen',
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  cantUseApp: 'App nicht zur Hand?',
  useRecovery: 'Wiederherstellungscode benutzen',
  useApp: 'Authenticator-App benutzen',
  askReset:
    'Auch kein Wiederherstellungscode? Bitten Sie Ihren Kontoinhaber, den zweiten Faktor zurückzusetzen.',
  noMail: 'Keine E-Mail?',
  mailAgain: 'Neuen Code senden',
  mailSent: 'Ein neuer Code ist unterwegs.',
  startAgain: 'Als jemand anderes anmelden',
  loading: 'Der zweite Schritt wird geöffnet',

  endsSoon: 'Dieser Schritt endet in 1 Minute.',
  endedWaiting:
    'Dieser Schritt ist abgelaufen. Er beginnt neu, sobald Sie weitermachen; Ihre Eingabe bleibt.',
  moreTime: 'Ich brauche mehr Zeit',
  extended: 'Sie haben 5 Minuten mehr.',

  proofEndedTries: 'Zu viele Versuche, deshalb wurde nichts geändert. Versuchen Sie es noch einmal.',
  proofEnded: 'Dieser Schritt ist beendet, deshalb wurde nichts geändert. Versuchen Sie es noch einmal.',
};
