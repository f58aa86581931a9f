import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const invites = (count: number) => plural('de', count, { one: '1 Einladung', other: `${count} Einladungen` });
const people = (count: number) => plural('de', count, { one: '1 Person', other: `${count} Personen` });
const users = (count: number) =>
  plural('de', count, { one: '1 Benutzerplatz', other: `${count} Benutzerplätzen` });
const addresses = (count: number) => plural('de', count, { one: '1 Adresse', other: `${count} Adressen` });
const send = ({ count }: { count: number }) => (count > 1 ? `${invites(count)} senden` : 'Einladung senden');

export const inviteDialog: Strings['inviteDialog'] = {
  title: 'Mitarbeiter hinzufügen',
  toPartner: ({ account }) => `zu ${account}, Ihrem Partnerkonto`,
  toClient: ({ account }) => `zu ${account}, einem Kundenkonto`,
  toAccount: ({ account }) => `zu ${account}`,

  email: 'E-Mail-Adresse',
  emailHint: 'Trennen Sie mehrere Adressen mit Kommas, oder fügen Sie eine Liste ein.',
  ownLogin: 'Jeder bekommt einen eigenen Login, damit niemand ein Passwort teilen muss.',
  sameRole: ({ count }) => `${people(count)} bekommen dieselbe Rolle. Sie können Rollen später ändern.`,
  removeAddress: ({ email }) => `${email} entfernen`,
  addressAdded: ({ count }) => `${addresses(count)} hinzugefügt`,
  addressRemoved: ({ email }) => `${email} entfernt`,
  duplicates: ({ count }) =>
    plural('de', count, { one: '1 Adresse war schon da.', other: `${count} Adressen waren schon da.` }),
  seatsLeft: ({ left, limit, plan }) => `${left} von ${users(limit)} frei${plan ? ` in ${plan}` : ''}`,
  seatsShort: ({ wanted, left, plan }) =>
    `${plural('de', wanted, { one: '1 neue Person', other: `${wanted} neue Personen` })}, freie Benutzerplätze: ${left}${
      plan ? ` in ${plan}` : ''
    }`,

  fileChoose: 'CSV-Datei auswählen',
  fileMissing: 'Die Datei ließ sich nicht lesen. Prüfen Sie Ihre Verbindung und wählen Sie sie noch einmal.',
  andMore: ({ count }) => `und ${count} weitere`,
  atLine: ({ line, text }) => `Zeile ${line}: ${text}`,
  asRole: ({ role }) => `Als ${role}`,
  leaveOut: ({ count }) =>
    plural('de', count, {
      one: 'Die eine weglassen, die nicht gesendet werden kann',
      other: `Die ${count} weglassen, die nicht gesendet werden können`,
    }),
  moreFaults: ({ count }) =>
    plural('de', count, { one: 'und 1 weiterer Fehler', other: `und ${count} weitere Fehler` }),
  fix: 'Berichtigen',
  show: 'Zeigen',
  pendingAs: ({ role }) => `Eine Einladung ist offen, als ${role}.`,
  pendingChange: ({ role, wanted }) => `Eine Einladung ist offen, als ${role} und nicht als ${wanted}.`,
  changeTo: ({ role }) => `In ${role} ändern`,
  resend: 'Erneut senden',
  changedTo: ({ email, role }) =>
    `Die offene Einladung von <b>${email}</b> gibt jetzt die Rolle <b>${role}</b>.`,
  resent: ({ email }) =>
    `Die Einladung von <b>${email}</b> ist erneut gesendet. Früher gesendete oder kopierte Links gelten nicht mehr.`,
  linkCopied: ({ email }) => `Die URL der Einladung von <b>${email}</b> ist kopiert.`,
  sentOf: ({ email }) => `Die Einladung an <b>${email}</b> ist unterwegs.`,
  back: 'Zurück',

  confirmTitle: ({ count }) =>
    plural('de', count, {
      one: 'Zugang zu Ihrem einen Kundenkonto geben?',
      other: `Zugang zu allen ${count} Kundenkonten geben?`,
    }),
  confirmTitleNone: 'Zugang zu jedem künftigen Kundenkonto geben?',
  confirmReach: ({ account, count }) =>
    `Auf ${account} erreicht die Rolle ${plural('de', count, { one: 'das 1 Kundenkonto', other: `alle ${count} Kundenkonten` })} und die, die Sie später hinzufügen.`,
  confirmReachNone: ({ account }) =>
    `Auf ${account} erreicht die Rolle jedes Kundenkonto, das Sie später hinzufügen.`,
  confirmRole: ({ role, text }) => `<b>${role}</b>: ${text}`,
  confirmPeople: ({ count }) => `Es geht um ${people(count)}.`,
  confirmSend: send,
  confirmBack: 'Zurück',
  oneClient: 'Einen Kunden wählen',

  fixTitle: ({ count }) =>
    plural('de', count, {
      one: 'Zum Senden ist 1 Angabe zu berichtigen',
      other: `Zum Senden sind ${count} Angaben zu berichtigen`,
    }),
  tooMany: ({ count }) =>
    plural('de', count, { one: '1 Person zu viel', other: `${count} Personen zu viel` }),
  tooManyFix: ({ count }) =>
    `Entfernen Sie ${addresses(count)}, oder <a>sehen Sie unter „Tarife und Preise“</a> nach mehr Benutzern.`,
  tooManyAtOnce: ({ max }) => `Laden Sie höchstens ${max} Personen auf einmal ein.`,
  use: ({ email }) => `${email} verwenden`,
  remove: 'Entfernen',
  edit: 'Bearbeiten',
  notAllowedDomain: ({ domains }) => `Verwenden Sie eine Adresse bei ${domains}.`,

  message: 'Nachricht (freiwillig)',
  messageHint: 'Steht in der Einladungsmail, als einfacher Text.',
  messageAdd: 'Nachricht hinzufügen',
  messageTooLong: ({ count }) =>
    `Kürzen Sie die Nachricht um ${plural('de', count, { one: '1 Zeichen', other: `${count} Zeichen` })}.`,

  reach: ({ count }) =>
    `<b>Erreicht ${plural('de', count, { one: 'das eine Kundenkonto', other: `alle ${count} Kundenkonten` })}.</b> Nur für einen Kunden? <a>Öffnen Sie dessen Konto</a>, und fügen Sie die Person dort hinzu.`,
  reachNone: '<b>Erreicht jedes Kundenkonto, das Sie später hinzufügen.</b>',
  onlyHere: ({ account, parent }) =>
    `<b>Diese Person hat nur Zugang zu ${account}.</b> Sie sieht weder ${parent || 'das Partnerkonto'} noch dessen andere Kunden.`,
  addOnPartner: ({ parent }) => `Auf ${parent} hinzufügen`,

  expires: ({ days }) =>
    `Einladungen laufen nach ${plural('de', days, { one: '1 Tag', other: `${days} Tagen` })} ab`,
  send,
  sending: ({ count, done }) =>
    count > 9
      ? `${invites(count)} werden gesendet, ${done} erledigt. Sie können das hier schließen.`
      : `Wird gesendet: ${invites(count)}. Sie können das hier schließen.`,
  notSent: '<b>Es wurden keine Einladungen gesendet.</b>',
  kept: 'Ihre Eingaben sind noch da.',
  full: '<b>Sie können noch niemanden hinzufügen.</b> Alle Benutzerplätze des Tarifs sind belegt.',

  discardTitle: 'Diese Einladung verwerfen?',
  discardEffect: 'Ihre Eingaben gehen verloren. Es wurde nichts gesendet.',
  discard: 'Verwerfen',
  keepEditing: 'Weiter bearbeiten',

  sentOne: 'Einladung gesendet',
  sentSome: ({ sent, total }) => `${sent} von ${invites(total)} gesendet`,
  sentAll: ({ count }) => `${invites(count)} gesendet`,
  emailed: ({ email }) =>
    `Wir haben <b>${email}</b> einen Link gemailt, über den Benutzername und Passwort gewählt werden.`,
  emailedAll: 'Jeder bekommt einen Link, über den Benutzername und Passwort gewählt werden.',
  emailedSome: 'Die gesendeten sind unterwegs. An den anderen ist nichts verloren.',
  held: ({ email }) => `Die Einladung an <b>${email}</b> wartet, bis der Benutzername frei ist.`,
  heldShort: 'Wartet, bis der Benutzername frei ist',
  url: 'URL der Einladung',
  urlHint: ({ date }) =>
    `Senden Sie sie per Chat oder SMS, wenn E-Mail langsam ist. Gilt einmal, bis ${date}.`,
  urlGuard: ({ email }) =>
    `Geben Sie sie nur ${email}. Wer sie öffnet, braucht einen Code, den wir an diese Adresse senden.`,
  urlsHint: 'URLs gelten einmal; geben Sie jede nur der Person, für die sie ist.',
  copy: 'URL kopieren',
  copyOf: ({ email }) => `URL für ${email} kopieren`,
  copyAll: ({ count }) => `${count} URLs kopieren`,
  copied: 'Kopiert',
  copyRefused:
    'Der Browser hat das Kopieren nicht erlaubt. Die URL ist markiert: Kopieren Sie sie mit der Tastatur.',
  share: 'Teilen…',
  sentUntil: ({ date }) => `Gesendet. Gilt bis ${date}`,
  retryFailed: ({ count }) => `${count} fehlgeschlagene erneut versuchen`,
  another: 'Weitere hinzufügen',
  done: 'Verstanden',
};
