import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const people = (count: number) => plural('de', count, { one: '1 Person', other: `${count} Personen` });

export const rosterList: Strings['rosterList'] = {
  search: 'Nach Name, Benutzername oder E-Mail suchen',
  searchShort: 'Benutzer suchen',
  clearSearch: 'Suche leeren',
  searchKey: '/',
  filters: 'Filter',
  filtersOn: ({ count }) => `Filter: ${count}`,
  filterOn: ({ filter, value }) => `${filter}: ${value}`,
  anyRole: 'Jede Rolle',
  anyStatus: 'Jeder Status',
  anyMfa: 'Ein oder aus',
  anyTime: 'Jederzeit',
  activePast: ({ days }) => plural('de', days, { one: 'Letzter Tag', other: `Letzte ${days} Tage` }),
  activeNot: ({ days }) => plural('de', days, { one: 'Seit 1 Tag nicht', other: `Seit ${days} Tagen nicht` }),
  updated: ({ when }) => `Aktualisiert: ${when}`,
  justNow: 'gerade eben',

  caption: ({ account }) => `Benutzer von ${account}`,
  name: 'Name',
  role: 'Rolle',
  status: 'Status',
  mfa: 'MFA',
  lastActive: 'Zuletzt aktiv',
  actions: 'Aktionen',
  invited: 'Eingeladen',
  members: 'Mitglieder',
  through: ({ partner }) => `Zugang über ${partner}`,
  throughNote: 'Belegt keinen Platz. Wird im Partnerkonto verwaltet',
  hiddenMark: 'enthält versteckte Zeichen',

  invitedBy: ({ name, date }) => `Eingeladen von ${name}, ${date}`,
  invitedByYou: ({ date }) => `Von Ihnen eingeladen, ${date}`,
  by: ({ name, date }) => `Von ${name}, ${date}`,
  byYou: ({ date }) => `Von Ihnen, ${date}`,
  since: ({ date }) => `Seit ${date}`,

  active: 'Aktiv',
  suspended: 'Gesperrt',
  expired: 'Abgelaufen',
  needsMfa: 'MFA bei Anmeldung',
  expiresToday: 'Läuft heute ab',
  expiresIn: ({ days }) =>
    plural('de', days, { one: 'Läuft in 1 Tag ab', other: `Läuft in ${days} Tagen ab` }),
  expiredOn: ({ date }) => `Am ${date}`,
  expiresOn: ({ date }) => `Die Einladung läuft am ${date} ab`,
  waitsForMail: 'E-Mail wartet',
  notDelivered: 'Nicht zugestellt',
  notDeliveredWays:
    'Der Mailserver hat die Adresse abgewiesen. Berichtigen Sie die Adresse, oder kopieren Sie die URL und geben Sie sie weiter.',
  correctShort: 'Berichtigen',
  notSent: 'Wartet auf einen freien Benutzernamen',
  needsSender: 'Braucht neuen Absender',
  mfaOn: 'MFA ein',
  mfaOff: 'MFA aus',
  mfaRequired: 'Hier erforderlich',
  notYet: 'Noch nicht',
  resend: 'Erneut senden',

  roleOf: ({ role, name }) => `Rolle von ${name}: ${role}`,
  ownerRole: 'Nur der Inhaber kann das Konto übergeben.',
  ownRole:
    'Sie können Ihre eigene Rolle nicht ändern. Fragen Sie jemand anderen, der dieses Konto verwaltet.',
  unknownRole: 'Diese App kennt diese Rolle noch nicht und kann sie deshalb nicht ändern.',
  actionsFor: ({ name }) => `Aktionen für ${name}`,

  unknownState: 'Diese App kennt diesen Zustand noch nicht und kann ihn deshalb nicht ändern.',
  atTime: ({ time }) => `um ${time}`,

  goneMeanwhile: 'Diese Zeile wurde inzwischen entfernt.',

  emptyTitle: 'Bisher sind Sie der einzige Benutzer',
  emptyText:
    'Geben Sie jeder Person einen eigenen Login, statt Ihren zu teilen. Sie bestimmen, was jeder darf, und können so viele hinzufügen, wie Sie möchten.',
  emptyTextLimited: ({ left }) =>
    `Geben Sie jeder Person einen eigenen Login, statt Ihren zu teilen. Sie bestimmen, was jeder darf. Der Tarif hat noch Platz für ${people(left)}.`,
  emptyTextFull:
    'Der Tarif enthält niemanden sonst. Wechseln Sie in einen größeren Tarif, um Leute hinzuzufügen.',
  emptyNobody: 'Noch benutzt niemand dieses Konto',
  noneTitle: ({ q, role, status, mfa, active }) =>
    [
      `Keine ${status ? `Benutzer „${status}“` : 'Benutzer'}`,
      role && `mit der Rolle ${role}`,
      mfa && `${role ? 'und' : 'mit'} MFA ${mfa}`,
      active && `(zuletzt aktiv: ${active})`,
      q && `zu „${q}“`,
    ]
      .filter(Boolean)
      .join(' '),
  noneFilters: 'Vielleicht passen andere, wenn Sie diese mit einschließen.',
  noneHint: 'Prüfen Sie die Schreibweise, oder suchen Sie nach der E-Mail-Adresse.',
  show: ({ what }) => `${what} zeigen`,
  clearAll: 'Suche und Filter leeren',
  failedTitle: 'Ihre Benutzer ließen sich nicht laden',
  failedSame: 'An diesem Konto hat sich nichts geändert.',
  refusedTitle: 'Sie können die Benutzer dieses Kontos nicht sehen',
  refusedText: 'Nur wer Benutzer verwaltet, kann diese Liste öffnen. Fragen Sie den Kontoinhaber.',
  stale: ({ when }) => `Nicht auf dem neuesten Stand: So war es ${when}.`,

  found: ({ count }) => `${people(count)} gefunden`,
  range: ({ from, to, total }) => `${from}–${to} von ${total}`,
  countAll: ({ count }) =>
    plural('de', count, {
      one: '1 Person kann dieses Konto öffnen',
      other: `${count} Personen können dieses Konto öffnen`,
    }),
  export: 'Als CSV exportieren',
  import: 'CSV importieren',
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pages: 'Seiten',
  sortedUp: ({ column }) => `Sortiert nach ${column}, aufsteigend`,
  sortedDown: ({ column }) => `Sortiert nach ${column}, absteigend`,
};
