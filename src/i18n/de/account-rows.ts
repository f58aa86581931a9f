import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const accounts = (count: number, say = String(count)) =>
  plural('de', count, { one: '1 Kundenkonto', other: `${say} Kundenkonten` });

export const accountRows: Strings['accountRows'] = {
  under: ({ count, say, partner }) => `${accounts(count, say)} von ${partner}`,
  yours: ({ count, say }) => `${accounts(count, say)}, die Sie öffnen können`,
  caption: ({ partner }) => `Kundenkonten von ${partner}`,
  captionYours: 'Kundenkonten, die Sie öffnen können',
  addAccount: 'Konto hinzufügen',

  search: 'Konten nach Name oder ID suchen',
  clearSearch: 'Suche leeren',
  searchKey: '/',
  filters: 'Filter',
  filtersOn: ({ count }) => `Filter: ${count}`,
  filterOn: ({ filter, value }) => `${filter}: ${value}`,
  updatedNow: 'Gerade aktualisiert',
  updated: ({ when }) => `Aktualisiert: ${when}`,
  stale: ({ when }) => `Nicht auf dem neuesten Stand: So war es ${when}.`,

  name: 'Konto',
  status: 'Status',
  plan: 'Tarif',
  seats: 'Belegte Plätze',
  role: 'Ihre Rolle',
  lastActivity: 'Letzte Aktivität',
  actions: 'Aktionen',
  show: 'Anzeigen',
  seatsFilter: 'Plätze',

  anyStatus: 'Jeder Status',
  anyPlan: 'Jeder Tarif',
  anySeats: 'Jede Zahl von Plätzen',
  anyRole: 'Jede Rolle',
  allAccounts: 'Alle Konten',
  favourites: 'Favoriten',
  recent: 'Zuletzt geöffnet',

  active: 'Aktiv',
  trial: 'Testphase',
  trialExpired: 'Testphase beendet',
  overdue: 'Zahlung fällig',
  disabled: 'Pausiert',
  closing: 'Wird geschlossen',
  closed: 'Geschlossen',

  relationship: 'Beziehung',
  managedAccounts: 'Verwaltete Konten',
  managed: 'Verwaltet',
  referred: 'Empfohlen',
  noAccess: 'Kein Zugang',
  referredNote: 'Empfohlen, nicht verwaltet',
  restoreUntil: ({ day }) => `Kann bis ${day} wiederhergestellt werden`,
  restore: 'Wiederherstellen',
  restoreOf: ({ name }) => `${name} wiederherstellen`,
  restored: ({ name }) =>
    `${name} ist wieder offen, und seine Personen können es betreten. Es ist mit keinem Partnerkonto verknüpft: Fragen Sie eine Verknüpfung an.`,
  restoreFailed: ({ name }) => `${name} wurde nicht wiederhergestellt.`,

  seatsFree: 'Freie Plätze',
  seatsFull: 'Kein freier Platz',
  seatsOver: 'Mehr Benutzer als im Tarif',
  seatsOf: ({ taken, limit }) => `${taken} von ${limit}`,
  seatsUnlimited: ({ taken }) => `${taken}, ohne Grenze`,
  pending: ({ count }) =>
    plural('de', count, {
      one: '1 davon ist eine offene Einladung',
      other: `${count} davon sind offene Einladungen`,
    }),
  noPlan: 'Kein Tarif',

  partnerAccess: 'Partnerzugang',
  partnerAccessAs: ({ role }) => `Über das Partnerkonto, als ${role}`,
  favourite: 'Favorit',
  open: 'Öffnen',
  opening: 'Wird geöffnet',
  openOf: ({ name }) => `${name} öffnen`,
  opened: ({ name }) => `Jetzt zu sehen: ${name}.`,
  actionsFor: ({ name }) => `Aktionen für ${name}`,
  addFavourite: 'Zu Favoriten hinzufügen',
  removeFavourite: 'Aus Favoriten entfernen',
  favouriteAdded: ({ name }) => `${name} ist jetzt ein Favorit.`,
  favouriteRemoved: ({ name }) => `${name} ist kein Favorit mehr.`,
  copyId: 'Konto-ID kopieren',
  idCopied: ({ name }) => `Die ID von ${name} ist kopiert.`,
  copyRefused: ({ id }) => `Ihr Browser hat das Kopieren nicht erlaubt. Die ID ist ${id}.`,
  gone: ({ name }) => `Sie können ${name} nicht mehr öffnen.`,
  openFailed: ({ name }) => `${name} wurde nicht geöffnet.`,

  select: ({ name }) => `${name} auswählen`,
  selectPage: 'Alle Konten dieser Seite auswählen',
  pageSelected: ({ count }) =>
    plural('de', count, {
      one: '1 Konto dieser Seite ist ausgewählt.',
      other: `${count} Konten dieser Seite sind ausgewählt.`,
    }),
  selectAll: ({ count }) => `Alle ${count} auswählen`,
  selectMost: ({ count }) => `Die ersten ${count} auswählen`,
  selected: ({ count }) => `${count} ausgewählt`,
  clearSelection: 'Aufheben',
  grant: 'Zugang geben…',
  selectFailed: 'Nicht alle Konten ließen sich auswählen.',

  emptyTitle: 'Noch keine Kundenkonten',
  emptyText:
    'Konten erscheinen hier, sobald sie mit Ihrem verknüpft sind. Verknüpfen Sie einen bestehenden Kunden, oder legen Sie einen neuen an.',
  emptyYours:
    'Sie können kein Kundenkonto öffnen. Bitten Sie die Person, die Benutzer verwaltet, Sie hinzuzufügen.',
  noneSearch: ({ q }) => `Keine Konten zu „${q}“`,
  noneFiltered: ({ value }) => `Keine Konten mit ${value}`,
  noneBoth: ({ value, q }) => `Keine Konten mit ${value} zu „${q}“`,
  noneMore: ({ count }) =>
    plural('de', count, {
      one: 'Ohne diesen Filter passt 1 Konto.',
      other: `Ohne diesen Filter passen ${count} Konten.`,
    }),
  noneHint: 'Prüfen Sie die Schreibweise, oder suchen Sie nach der Konto-ID.',
  noneFavourites: 'Noch keine Favoriten',
  noneFavouritesHint: 'Fügen Sie Konten, die Sie oft öffnen, über ihr Menü hinzu.',
  showAny: ({ what }) => `${what} zeigen`,
  clearAll: 'Suche und Filter leeren',
  failedTitle: 'Ihre Konten ließen sich nicht laden',
  failedSame: 'An den Konten hat sich nichts geändert.',
  refusedTitle: 'Sie können keine Kundenkonten sehen',
  refusedText: 'Nur Leute eines Partnerkontos können diese Liste öffnen. Fragen Sie den Kontoinhaber.',

  found: ({ count }) => plural('de', count, { one: '1 Konto gefunden', other: `${count} Konten gefunden` }),
  countAll: ({ count, say }) => accounts(count, say),
  range: ({ from, to, total }) => `${from}–${to} von ${total}`,
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  pages: 'Seiten',
  sortedUp: ({ column }) => `Sortiert nach ${column}, aufsteigend`,
  sortedDown: ({ column }) => `Sortiert nach ${column}, absteigend`,
};
