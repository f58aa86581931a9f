import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const clients = (count: number) =>
  plural('de', count, { one: 'das Kundenkonto', other: `keines der ${count} Kundenkonten` });

export const rosterActs: Strings['rosterActs'] = {
  roleFor: ({ name }) => `Rolle von ${name}`,
  viewAccess: 'Zugang ansehen',
  suspend: 'Sperren',
  reactivate: 'Wieder freigeben',
  remove: 'Aus diesem Konto entfernen…',
  leave: 'Dieses Konto verlassen…',
  resetFactor: 'Zweiten Faktor zurücksetzen…',
  resetOwner:
    'Niemand setzt den zweiten Faktor des Kontoinhabers zurück. Er nimmt einen Wiederherstellungscode.',
  resetNone: 'Die Person hat noch keinen zweiten Faktor.',
  resendInvite: 'Einladung erneut senden…',
  copyUrl: 'URL kopieren',
  cancelInvite: 'Einladung zurückziehen…',
  ownerStays: 'Ein Konto hat immer genau einen Inhaber. Übergeben Sie es zuerst.',
  ownerLeaves: 'Das Konto gehört Ihnen. Übergeben Sie es zuerst.',
  notYourself: 'Sie können sich nicht selbst sperren.',
  expiredLink: 'Eine abgelaufene Einladung hat keine gültige URL. Senden Sie sie zuerst erneut.',
  roleElsewhere: 'Hier nicht möglich, weil sie für die ganze Partnerschaft gilt.',
  roleAboveYou: 'Nicht möglich, weil sie hier mehr darf als Sie.',
  roleAboveCeiling: 'Nicht möglich, weil dieses Kundenkonto begrenzt, was sein Partner darf.',
  roleNotOffered: 'Hier nicht möglich.',
  resendAt: ({ when }) => `Wieder möglich ${when}`,
  inSeconds: ({ count }) => plural('de', count, { one: 'in 1 Sekunde', other: `in ${count} Sekunden` }),
  inMinutes: ({ count }) => plural('de', count, { one: 'in 1 Minute', other: `in ${count} Minuten` }),
  onDate: ({ date }) => `am ${date}`,
  noSeat:
    'Der Tarif hat keinen freien Platz. Entfernen Sie einen Benutzer, oder wechseln Sie in einen größeren Tarif.',
  roleSaved: ({ name, role }) => `${name} ist jetzt ${role}. Das lässt sich rückgängig machen.`,
  undoOf: ({ name }) => `Änderung an ${name} rückgängig machen`,
  undone: ({ name }) => `Änderung an ${name} rückgängig gemacht.`,
  isSuspended: ({ name }) => `${name} ist gesperrt und kann dieses Konto nicht öffnen.`,
  isActive: ({ name }) => `${name} ist wieder aktiv.`,
  suspendedNow: ({ name }) => `${name} ist gesperrt. Das lässt sich rückgängig machen.`,
  reactivatedNow: ({ name }) => `${name} ist wieder aktiv. Das lässt sich rückgängig machen.`,
  removedNow: ({ name }) => `${name} ist entfernt.`,
  leftNow: 'Sie haben dieses Konto verlassen.',
  resentNow: ({ email }) => `Einladung erneut gesendet an ${email}.`,
  revokedNow: ({ email }) => `Einladung an ${email} zurückgezogen.`,
  copied: 'Kopiert',
  copiedNow: ({ email }) => `Die URL für ${email} ist kopiert.`,
  copyHere: 'Ihr Browser hat das Kopieren nicht erlaubt. Die URL ist markiert: Drücken Sie Strg+C oder ⌘C.',
  urlOf: ({ email }) => `URL für ${email}`,
  done: 'Fertig',
  roleFailed: ({ name, role }) => `Rolle nicht geändert. ${name} ist weiterhin ${role}.`,
  suspendFailed: ({ name }) => `${name} ist nicht gesperrt.`,
  reactivateFailed: ({ name }) => `${name} ist weiterhin gesperrt.`,
  copyFailed: 'Es wurde keine URL erzeugt.',
  conflict: ({ name, theirs, yours }) =>
    `Jemand anderes hat ${name} inzwischen geändert: jetzt ${theirs}. Sie haben ${yours} gewählt.`,
  keepTheirs: ({ theirs }) => `${theirs} behalten`,
  useYours: ({ yours }) => `In ${yours} ändern`,
  alreadyGone: ({ name }) => `${name} ist schon entfernt.`,
  removeTitle: ({ name, account }) => `${name} aus ${account} entfernen?`,
  removeAccess: ({ name }) => `${name} wird aus diesem Konto abgemeldet und kann es nicht mehr öffnen.`,
  removeClients: ({ name, count }) =>
    count === 1
      ? `${name} kann das Kundenkonto von hier nicht mehr öffnen.`
      : `${name} kann von hier ${clients(count)} mehr öffnen.`,
  removeWork: 'Die Kampagnen und Listen dieser Person bleiben im Konto.',
  freeSeat: 'Der Platz im Tarif ist wieder frei.',
  removeNoUndo: 'Das lässt sich nicht rückgängig machen, aber Sie können neu einladen.',
  suspendInstead: 'Stattdessen sperren',
  removeDo: 'Benutzer entfernen',
  leaveTitle: ({ account }) => `${account} verlassen?`,
  leaveAccess: 'Sie können dieses Konto nicht mehr öffnen.',
  leaveClients: ({ count }) =>
    count === 1
      ? 'Sie können das Kundenkonto von hier nicht mehr öffnen.'
      : `Sie können von hier ${clients(count)} mehr öffnen.`,
  leaveWork: 'Ihre Kampagnen und Listen bleiben im Konto.',
  leaveNoUndo: 'Um zurückzukommen, muss Sie jemand neu einladen.',
  leaveDo: 'Konto verlassen',
  resetTitle: ({ name }) => `Zweiten Faktor von ${name} zurücksetzen?`,
  resetCodes:
    'Codes der App, Wiederherstellungscodes und gemerkte Geräte gelten nicht mehr, und die Person wird abgemeldet.',
  resetNext:
    'Bei der nächsten Anmeldung richtet sie einen neuen zweiten Faktor ein, bevor sie ein Konto öffnen kann.',
  resetMail: 'Sie bekommt eine E-Mail, die Sie nennt, und der Kontoinhaber auch.',
  resetDo: 'Zurücksetzen',
  resetDone: ({ name }) => `Der zweite Faktor von ${name} ist zurückgesetzt.`,
  resetElsewhereTitle: ({ name }) => `Sie können den zweiten Faktor von ${name} nicht zurücksetzen`,
  resetElsewhere: ({ name }) =>
    `${name} gehört auch zu Konten, die Sie nicht verwalten, und ein Konto darf die Anmeldung eines anderen nicht schwächen.`,
  resetThemselves: ({ name }) =>
    `${name} kann sich mit einem Wiederherstellungscode anmelden und gleich ein neues Telefon einrichten. Ohne einen hilft der Support.`,
  gotIt: 'Verstanden',
  resendTitle: ({ email }) => `Einladung an ${email} erneut senden?`,
  resendLinks: 'Früher gesendete oder kopierte Links gelten dann nicht mehr.',
  resendLife: ({ days }) =>
    plural('de', days, {
      one: 'Der neue Link gilt 1 Tag.',
      other: `Der neue Link gilt weitere ${days} Tage.`,
    }),
  resendSender: 'Die Einladung kommt dann von Ihnen.',
  resendSeat: 'Sie belegt wieder einen Platz im Tarif.',
  resendDo: 'Einladung erneut senden',
  revokeTitle: ({ email }) => `Einladung an ${email} zurückziehen?`,
  revokeLinks: 'Ihre Links gelten sofort nicht mehr.',
  revokeDo: 'Einladung zurückziehen',
  keepInvite: 'Einladung behalten',
  correctAddress: 'Adresse berichtigen…',
  correctTitle: 'Adresse berichtigen',
  correctHint: ({ email }) => `E-Mails an ${email} wurden abgewiesen.`,
  correctSame: 'Geben Sie eine andere Adresse ein. E-Mails an diese wurden abgewiesen.',
  correctNew: ({ role }) => `Die berichtigte Adresse bekommt eine eigene Einladung als ${role}.`,
  correctReach: ({ count }) =>
    plural('de', count, {
      one: 'Sie gilt auch für das Kundenkonto.',
      other: `Sie gilt auch für alle ${count} Kundenkonten.`,
    }),
  correctOld: ({ email }) => `Die Einladung an ${email} endet, und ihre Links gelten nicht mehr.`,
  correctSeat: 'Sie behält ihren Platz im Tarif.',
  correctOthers: 'Einladungen derselben Person zu anderen Konten bleiben, wie sie sind.',
  correctDo: 'Einladung senden',
  correctedNow: ({ email, before }) => `Einladung an ${email} gesendet. Die an ${before} ist zurückgezogen.`,
  username: 'Benutzername',
  email: 'E-Mail-Adresse',
  memberSince: 'Benutzer seit',
};
