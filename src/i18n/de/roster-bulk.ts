import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const people = (count: number) => plural('de', count, { one: '1 Person', other: `${count} Personen` });
const invites = (count: number) => plural('de', count, { one: '1 Einladung', other: `${count} Einladungen` });

export const rosterBulk: Strings['rosterBulk'] = {
  roleTitle: ({ count }) => `Rolle ändern für ${people(count)}?`,
  suspendTitle: ({ count }) => `${people(count)} sperren?`,
  resendTitle: ({ count }) => `${invites(count)} erneut senden?`,
  removeTitle: ({ count, account }) => `${people(count)} aus ${account} entfernen?`,
  roleDo: ({ count }) => plural('de', count, { one: '1 Rolle ändern', other: `${count} Rollen ändern` }),
  suspendDo: ({ count }) => `${people(count)} sperren`,
  resendDo: ({ count }) => `${invites(count)} senden`,
  removeDo: ({ count }) => `${people(count)} entfernen`,
  newRole: 'Neue Rolle',
  chooseRole: 'Wählen Sie zuerst die neue Rolle.',
  nobody: 'Das ist für niemanden möglich, den Sie ausgewählt haben.',
  who: ({ count }) => `Für ${people(count)}`,
  skipped: ({ count }) =>
    plural('de', count, { one: '1 Person ist ausgenommen', other: `${count} Personen sind ausgenommen` }),

  sameRole: 'Hat diese Rolle schon',
  notYetUser: 'Bisher nur eingeladen',
  alreadyUser: 'Ist schon beigetreten',
  alreadySuspended: 'Ist schon gesperrt',
  leaveYourself: 'Zum Verlassen benutzen Sie Ihre eigene Zeile.',

  suspendAccess: 'Sie können dieses Konto nicht öffnen, bis jemand sie wieder freigibt.',
  suspendSeats: 'Ihre Plätze im Tarif sind so lange frei.',
  suspendUndo: 'Sie können es danach rückgängig machen.',
  removeAccess: 'Sie werden aus diesem Konto abgemeldet und können es nicht mehr öffnen.',
  removeClients: ({ count }) =>
    count === 1
      ? 'Sie können das Kundenkonto von hier nicht mehr öffnen.'
      : `Sie können von hier keines der ${count} Kundenkonten mehr öffnen.`,
  removeInvites: ({ count }) =>
    plural('de', count, {
      one: 'Der Link von 1 Einladung gilt sofort nicht mehr.',
      other: `Die Links von ${count} Einladungen gelten sofort nicht mehr.`,
    }),
  removeWork: 'Ihre Kampagnen und Listen bleiben im Konto.',
  removeNoUndo: 'Das lässt sich nicht rückgängig machen, aber Sie können neu einladen.',

  running: ({ done, total }) => `${done} von ${total} erledigt`,
  progress: 'Fortschritt',
  stop: 'Anhalten',
  stopping: 'Wird angehalten…',
  undoing: 'Wird rückgängig gemacht',
  working: 'Wird erledigt',
  finished: 'Fertig',
  finishedSome: 'Teilweise fertig',
  finishedNone: 'Nicht erledigt',
  roleResult: ({ count }) =>
    plural('de', count, {
      one: '1 Person hat die neue Rolle.',
      other: `${count} Personen haben die neue Rolle.`,
    }),
  suspendResult: ({ count }) =>
    plural('de', count, { one: '1 Person ist gesperrt.', other: `${count} Personen sind gesperrt.` }),
  resendResult: ({ count }) =>
    plural('de', count, {
      one: '1 Einladung wurde erneut gesendet.',
      other: `${count} Einladungen wurden erneut gesendet.`,
    }),
  removeResult: ({ count }) =>
    plural('de', count, { one: '1 Person ist entfernt.', other: `${count} Personen sind entfernt.` }),
  undoResult: ({ count }) =>
    plural('de', count, {
      one: '1 Änderung ist rückgängig gemacht.',
      other: `${count} Änderungen sind rückgängig gemacht.`,
    }),
  failed: ({ count }) => `Fehlgeschlagen für ${people(count)}:`,
  notStarted: ({ count }) =>
    plural('de', count, {
      one: '1 Person kam nicht an die Reihe.',
      other: `${count} Personen kamen nicht an die Reihe.`,
    }),
  vetoed: 'Diese App hat es abgelehnt.',
  alreadyGone: 'Ist schon entfernt.',
  retry: ({ count }) => `${count} noch einmal versuchen`,
  goOn: ({ count }) => `Mit ${count} weitermachen`,
  undoAll: 'Rückgängig',
  close: 'Fertig',
};
