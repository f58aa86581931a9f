import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const accounts = (count: number) => plural('de', count, { one: '1 Konto', other: `${count} Konten` });
const clients = (count: number) =>
  plural('de', count, { one: '1 Kundenkonto', other: `${count} Kundenkonten` });
const joined = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ');

export const userAccess: Strings['userAccess'] = {
  loading: 'Der Zugang wird geladen',
  grant: 'Zugang geben…',
  removeAll: 'Aus allen Konten entfernen…',

  direct: 'Direkter Zugang',
  directCount: ({ count }) => accounts(count),
  waiting: ({ invited, suspended }) =>
    joined([
      invited > 0 &&
        plural('de', invited, { one: '1 offene Einladung', other: `${invited} offene Einladungen` }),
      suspended > 0 && `${suspended} gesperrt`,
    ]),
  through: 'Über das Partnerkonto',
  reaches: ({ count }) => clients(count),
  reachesNone: 'Keine Kundenkonten',
  mfa: 'Anmeldung mit zweitem Faktor',
  mfaSome: ({ on, all }) =>
    `Ein bei ${on} von ${plural('de', all, { one: '1 Login', other: `${all} Logins` })}`,
  notYet: 'Noch nicht',
  lastActive: 'Zuletzt aktiv',

  nameIsAddress:
    '<b>Ein Benutzername ist eine E-Mail-Adresse.</b> Kein anderes Konto kann diese Adresse als Benutzernamen verwenden. Bitten Sie die Person, ihn zu ändern.',

  caption: ({ name }) => `Konten, die ${name} öffnen kann`,
  account: 'Konto',
  username: 'Benutzername dort',
  usernameLater: 'Wird beim Beitritt gewählt',
  role: 'Rolle',
  status: 'Status',
  actions: 'Aktionen',
  partner: 'Partnerkonto',
  partnerText: ({ count }) => `Erreicht durch diese Rolle ${clients(count)}`,
  clientsGroup: 'Kundenkonten',
  clientsText: ({ count }) => `${count} mit eigener Rolle`,
  throughGroup: 'Über das Partnerkonto erreicht',
  throughText: ({ partner, role }) => `Durch ${role} auf ${partner}`,
  throughEnds: 'Endet mit der Rolle auf dem Partnerkonto',
  alsoThrough: 'Auch über das Partnerkonto',
  showMore: ({ count }) => `${count} weitere zeigen`,

  active: 'Aktiv',
  suspended: 'Gesperrt',
  needsMfa: 'Muss den zweiten Faktor einrichten',
  invited: 'Eingeladen',
  expired: 'Einladung abgelaufen',

  actionsFor: ({ account }) => `Aktionen für ${account}`,
  roleOn: ({ account }) => `Rolle auf ${account}`,
  changeRole: ({ account, role }) => `Rolle auf ${account}: ${role}. Ändern`,
  noRole: 'Sie können hier keine andere Rolle vergeben.',
  rolesFailed: ({ account }) => `Die Rollen von ${account} ließen sich nicht laden.`,
  end: 'Diesen Zugang beenden…',
  cancelInvite: 'Einladung zurückziehen…',
  roleSaved: ({ account, role }) => `Jetzt ${role} auf ${account}. Das lässt sich rückgängig machen.`,
  undoOn: ({ account }) => `Änderung auf ${account} rückgängig machen`,
  undone: ({ account }) => `Änderung auf ${account} rückgängig gemacht.`,
  endTitle: ({ name, account }) => `${name} aus ${account} entfernen?`,
  endAccess: ({ name }) => `${name} kann dieses Konto mit dieser Rolle nicht mehr öffnen.`,
  endPartner: ({ name, count }) =>
    `${name} verliert auch ${plural('de', count, { one: '1 Kundenkonto, das', other: `${count} Kundenkonten, die` })} diese Rolle erreicht.`,
  endStays: ({ count }) =>
    `${plural('de', count, { one: 'Die 1 eigene Rolle auf Kundenkonten bleibt', other: `Die ${count} eigenen Rollen auf Kundenkonten bleiben` })}. Um alles zu beenden, nehmen Sie „Aus allen Konten entfernen“.`,
  endThrough: 'Über das Partnerkonto erreicht die Person dieses Konto weiterhin.',
  endNoUndo: 'Das lässt sich nicht rückgängig machen, aber Sie können wieder Zugang geben.',
  endDo: 'Entfernen',
  ended: ({ name, account }) => `${name} ist aus ${account} entfernt.`,
  cancelTitle: ({ account }) => `Die Einladung zu ${account} zurückziehen?`,
  cancelLinks: 'Ihre Links gelten sofort nicht mehr.',
  cancelDo: 'Einladung zurückziehen',
  keepInvite: 'Einladung behalten',
  cancelled: ({ account }) => `Die Einladung zu ${account} ist zurückgezogen.`,

  emptyTitle: 'Kein Zugang mehr',
  emptyText: 'Diese Person kann kein Konto öffnen, dessen Benutzer Sie verwalten.',
  failedTitle: 'Der Zugang dieser Person ließ sich nicht laden',
  failedSame: 'Es hat sich nichts geändert.',
  refusedTitle: 'Sie können den Zugang dieser Person nicht sehen',
  refusedText: 'Sie ist in keinem Konto, dessen Benutzer Sie verwalten, oder sie ist gegangen.',

  offTitle: ({ name }) => `${name} aus allen Konten entfernen?`,
  offChecking: 'Es wird gesucht, was diese Person alles öffnen kann',
  offLead: ({ roles, invites, reach }) =>
    `Das beendet ${joined([
      roles > 0 && plural('de', roles, { one: '1 Rolle', other: `${roles} Rollen` }),
      invites > 0 && plural('de', invites, { one: '1 Einladung', other: `${invites} Einladungen` }),
      reach > 0 && `den Weg in ${clients(reach)}`,
    ])}.`,
  offLeftBehind: ({ count }) =>
    plural('de', count, {
      one: '<b>1 direkte Rolle würde bleiben</b>, wenn nur die Rolle auf dem Partnerkonto endete. Sie steht auch in dieser Liste.',
      other: `<b>${count} direkte Rollen würden bleiben</b>, wenn nur die Rolle auf dem Partnerkonto endete. Sie stehen auch in dieser Liste.`,
    }),
  offNothing: 'Es gibt nichts zu beenden.',
  offStays: ({ count }) => `Nicht zu beenden: ${count}`,
  offElsewhere: 'Konten, die Sie nicht verwalten, werden weder gezeigt noch berührt.',
  offNoUndo:
    'Das lässt sich nicht rückgängig machen. Die Person bekommt eine einzige E-Mail, die die Konten nennt.',
  offRoles: 'Rollen',
  offInvites: 'Einladungen',
  offReach: 'Über das Partnerkonto',
  offProblems: 'Bleiben, wie sie sind',
  willEnd: ({ role }) => `${role} endet`,
  willCancel: ({ role }) => `Die Einladung als ${role} wird zurückgezogen`,
  willClose: ({ role }) => `Erreicht als ${role}. Endet mit der Rolle beim Partner`,
  offDo: ({ count }) => `Aus ${accounts(count)} entfernen`,
  offRunning: ({ name }) => `${name} wird entfernt`,
  offRunningText:
    'Sie können dieses Fenster schließen. Die Arbeit geht weiter, und alles Erledigte bleibt erledigt.',
  jobs: 'In Arbeit und kürzlich beendet',
  watch: 'Weiter ansehen',
  results: 'Ergebnis ansehen',
  jobEnded: ({ when, failed }) =>
    failed > 0 ? `Beendet: ${when}, ${failed} fehlgeschlagen` : `Beendet: ${when}`,
  jobOf: ({ name }) => `Beenden aller Zugänge von ${name}`,
  progress: ({ done, total }) => `${done} von ${total} erledigt`,
  stop: 'Anhalten',
  stopping: 'Wird angehalten',
  close: 'Schließen',
  resultTitle: ({ name, done, total }) =>
    done === total
      ? `${name} ist aus ${accounts(total)} entfernt`
      : `${name} ist entfernt, aber nicht überall`,
  resultText: ({ done, failed, left }) =>
    joined([
      `${done} beendet`,
      failed > 0 && `${failed} fehlgeschlagen`,
      left > 0 && `${left} nicht berührt`,
    ]),
  removed: 'Beendet',
  revoked: 'Einladung zurückgezogen',
  skipped: 'Nichts mehr zu beenden',
  notDone: 'Angehalten, bevor es an die Reihe kam',
  retry: ({ count }) => `${count} noch einmal versuchen`,
  retryOf: ({ count }) =>
    plural('de', count, {
      one: '1 fehlgeschlagenes Konto noch einmal versuchen',
      other: `${count} fehlgeschlagene Konten noch einmal versuchen`,
    }),
  download: 'Ergebnisse herunterladen',
  fileName: 'zugang-beendet.csv',
  columnId: 'Konto-ID',
  columnKind: 'Zugang',
  columnOutcome: 'Ergebnis',
  columnReason: 'Grund',
  attention: 'Zu prüfen',
  endedGroup: 'Beendet',
  unknownAccount: 'Ein Konto, das Sie nicht öffnen können',
  itemsFailed: 'Die Liste ließ sich nicht laden. Die Arbeit selbst ist davon nicht betroffen.',
  what: 'Was geschieht',
  gotIt: 'Verstanden',
};
