import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const userDetail: Strings['userDetail'] = {
  loading: 'Diese Person wird geladen',
  none: 'Es ist keine Person ausgewählt.',
  goneTitle: 'Kein Benutzer dieses Kontos mehr',
  goneText: ({ name }) =>
    `${name} kann dieses Konto nicht öffnen: Jemand hat die Person entfernt, oder sie ist gegangen.`,
  goneUnknown: 'Diese Person ist kein Benutzer dieses Kontos, oder sie war es nie.',
  leftTitle: 'Sie sind kein Benutzer dieses Kontos mehr',
  leftText: 'Um zurückzukommen, muss Sie jemand neu einladen.',
  failedTitle: 'Diese Person ließ sich nicht laden',
  failedSame: 'Es hat sich nichts geändert.',
  refusedTitle: 'Sie können diese Person nicht sehen',
  refusedText: 'Nur wer Benutzer verwaltet, kann das öffnen. Fragen Sie den Kontoinhaber.',
  stale: 'Nicht auf dem neuesten Stand.',

  twoFactor: 'Anmeldung mit zweitem Faktor',

  roleTitle: 'Rolle',
  roleHere: 'In diesem Konto',
  roleOnClients: 'In Kundenkonten',
  roleClients: ({ count }) =>
    plural('de', count, {
      one: 'Erreicht durch diese Rolle das eine Kundenkonto.',
      other: `Erreicht durch diese Rolle alle ${count} Kundenkonten.`,
    }),
  roleNewer: 'Diese App kennt diese Rolle noch nicht und kann nicht sagen, was sie bedeutet.',
  doUsers: 'Benutzer verwalten',
  roleTable: ({ role }) => `Was die Rolle ${role} darf`,

  accessTitle: 'Zugang',
  accessText: 'Woher der Zugang zu diesem Konto kommt. Jede Quelle genügt für sich.',
  accessYours: 'Woher Ihr Zugang zu diesem Konto kommt. Jede Quelle genügt für sich.',
  direct: 'Eine Rolle in diesem Konto',
  directSince: ({ role, date }) => `${role}, seit ${date}.`,
  byInvitation: 'Durch eine Einladung.',
  byBulk: 'Zusammen mit anderen Konten gegeben.',
  byOwner: 'Mit dem Konto angelegt.',
  inherited: ({ partner }) => `Über ${partner}`,
  inheritedRole: ({ role, effective }) =>
    role === effective ? `Dort ${role}.` : `Dort ${role}, was hier ${effective} entspricht.`,
  inheritedStays: 'Dieser Zugang bleibt, wenn die Rolle in diesem Konto entzogen wird.',
  suspendedAccess: 'Gesperrt: Diese Rolle öffnet jetzt nichts.',

  factorOn: 'Auf Geräten, die nicht gemerkt sind, wird nach einem Code der App gefragt.',
  factorOff: 'Zum Anmelden genügt das Passwort.',
  factorRequired: 'Dieses Konto verlangt einen zweiten Faktor: Ohne ihn kommt die Person nicht hinein.',
  yourFactorOn: 'Auf Geräten, die nicht gemerkt sind, werden Sie nach einem Code Ihrer App gefragt.',
  yourFactorOff: 'Zum Anmelden genügt Ihr Passwort.',
  resetYourself:
    'Sie können Ihren eigenen nicht zurücksetzen. Ändern Sie ihn dort, wo Sie Ihren Login verwalten.',

  devicesTitle: 'Sitzungen und Geräte',
  devicesOthers: ({ name }) =>
    `Nur ${name} sieht die eigenen Anmeldungen und gemerkten Geräte. Wird der zweite Faktor zurückgesetzt, enden sie alle.`,

  historyTitle: 'Verlauf',
  historyText: ({ name }) =>
    `Was ${name} in diesem Konto getan hat, und was andere an dieser Person geändert haben.`,
  historyYours: 'Was Sie in diesem Konto getan haben, und was andere an Ihnen geändert haben.',
  historyNone: 'Bisher ist nichts geschehen.',
  historyFailed: 'Der Verlauf ließ sich nicht laden.',

  dangerTitle: 'Gefahrenbereich',
  suspendText: ({ name }) =>
    `${name} kann dieses Konto nicht öffnen, bis jemand es wieder erlaubt. Die Arbeit bleibt.`,
  reactivateText: ({ name }) => `${name} kann dieses Konto wieder öffnen.`,
  removeText: ({ name }) => `${name} verliert die Rolle in diesem Konto. Die Arbeit bleibt.`,
  leaveText: 'Sie verlieren Ihre Rolle in diesem Konto. Ihre Arbeit bleibt.',

  ownership: 'Übergabe des Kontos',
  offer: 'Konto anbieten…',
  offerText: ({ name }) =>
    `${name} wird Kontoinhaber, sobald das Angebot angenommen ist, und der heutige Inhaber wird Kontomanager.`,
  offerSelf:
    'Um dieses Konto zu übergeben, öffnen Sie die Person, die es übernimmt, und wählen Sie „Konto anbieten“.',
  offerFactor: ({ name }) => `${name} braucht zuerst einen zweiten Faktor.`,
  offerSuspended: ({ name }) => `${name} ist gesperrt. Geben Sie die Person zuerst wieder frei.`,
  offerPending: ({ name }) => `Es ist schon ${name} angeboten. Ziehen Sie dieses Angebot zuerst zurück.`,
  offerTitle: ({ name, account }) => `Das Konto ${account} an ${name} übergeben?`,
  offerAccept: ({ name }) =>
    `${name} bekommt eine E-Mail und hat 72 Stunden, um anzunehmen. Bis dahin ändert sich nichts.`,
  offerRoles: ({ name }) => `Danach ist ${name} Kontoinhaber, und Sie werden Kontomanager.`,
  offerOwnerRoles: ({ name }) =>
    `Danach ist ${name} Kontoinhaber, und der heutige Inhaber wird Kontomanager.`,
  offerBack: 'Bis es angenommen ist, können Sie das Angebot zurückziehen.',
  offerDo: 'Konto anbieten',
  offered: ({ name }) => `Das Konto ist ${name} angeboten.`,

  pendingTitle: ({ name }) => `Das Konto ist ${name} angeboten`,
  pendingText: ({ when }) => `Das Angebot gilt bis ${when}. Bis dahin ändert sich nichts.`,
  pendingCancel: 'Angebot zurückziehen…',
  cancelTitle: ({ name }) => `Das Angebot an ${name} zurückziehen?`,
  cancelEffect: ({ name }) => `${name} kann nicht mehr annehmen und bekommt eine E-Mail.`,
  cancelSame: 'Der Kontoinhaber bleibt derselbe.',
  cancelDo: 'Angebot zurückziehen',
  cancelKeep: 'Angebot behalten',
  cancelled: ({ name }) => `Das Angebot an ${name} ist zurückgezogen.`,

  yoursTitle: ({ name }) => `${name} bietet Ihnen dieses Konto an`,
  yoursText: ({ when }) => `Sie können bis ${when} annehmen.`,
  accept: 'Konto übernehmen…',
  acceptFactor: 'Schalten Sie zuerst den zweiten Faktor ein.',
  acceptTitle: ({ account }) => `Kontoinhaber von ${account} werden?`,
  acceptYou: 'Sie dürfen dann in diesem Konto alles, und nur Sie können es übergeben.',
  acceptThem: ({ name }) => `${name} wird Kontomanager.`,
  acceptProof: 'Sie bestätigen, dass Sie es sind, wenn der letzte Nachweis älter als 15 Minuten ist.',
  acceptDo: 'Konto übernehmen',
  accepted: 'Sie sind jetzt Kontoinhaber.',
  transferGone:
    'Das Angebot gibt es nicht mehr: Es wurde angenommen oder zurückgezogen, oder es ist abgelaufen.',
};
