import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const accounts = (count: number) => plural('de', count, { one: '1 Konto', other: `${count} Konten` });
const clients = (count: number) =>
  plural('de', count, { one: '1 Kundenkonto', other: `${count} Kundenkonten` });
const joined = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ');

export const accessGrant: Strings['accessGrant'] = {
  title: 'Zugang geben',
  titleOf: ({ count }) => `Zugang zu ${accounts(count)} geben`,
  subtitle: 'Eine Person, viele Konten. In jedem Konto belegt sie einen seiner Plätze.',
  steps: 'Schritte',
  stepChoose: 'Auswählen',
  stepCheck: 'Prüfen',
  stepResult: 'Ergebnis',

  person: 'Person',
  personHint:
    'Suchen Sie unter den Leuten, die Sie verwalten, oder geben Sie die E-Mail-Adresse einer neuen Person ein.',
  personMissing: 'Wählen Sie eine Person, oder geben Sie eine E-Mail-Adresse ein.',
  people: 'Gefundene Personen',
  peopleFound: ({ count }) =>
    plural('de', count, { one: '1 Person gefunden', other: `${count} Personen gefunden` }),
  inviteNew: ({ email }) => `${email} einladen`,
  newPerson: 'Neu bei Ihnen: Eine E-Mail nennt alle Konten, und wer sie annimmt, tritt allen auf einmal bei.',
  onAccounts: ({ count }) => `In ${accounts(count)}`,
  role: 'Rolle',
  notPartnerManager: 'Partnermanager gibt es hier nicht: Diese Rolle erreicht ohnehin jedes Kundenkonto.',
  perAccount: 'Für jedes Konto eine Rolle wählen',
  perAccountHint: 'Die Rollen stehen neben den Konten, sobald diese geprüft sind.',
  roleOn: ({ account }) => `Rolle auf ${account}`,
  change: 'Wo die Person schon eine Rolle hat, sie in diese ändern',

  accounts: 'Konten',
  chosen: ({ count }) => `${clients(count)} ausgewählt`,
  noneChosen: 'Noch kein Konto ausgewählt',
  noneMissing: 'Wählen Sie mindestens ein Konto.',
  tooMany: ({ count, most }) =>
    `Wählen Sie höchstens ${most} Konten auf einmal. Sie haben ${count} ausgewählt.`,
  changeSelection: 'Auswahl ändern',
  hideSelection: 'Liste ausblenden',
  clear: 'Aufheben',
  find: 'Konten nach Name oder ID suchen',
  plan: 'Tarif',
  seats: 'Plätze',
  loadingAccounts: 'Konten werden geladen',
  noneFound: 'Kein Konto passt.',
  listFailed: 'Die Konten ließen sich nicht laden.',
  selectAll: ({ count }) => `Alle ${count} auswählen`,
  selectMost: ({ count }) => `Die ersten ${count} auswählen`,
  selectFailed: 'Nicht alle Konten ließen sich auswählen. Versuchen Sie es noch einmal.',
  selectedNow: ({ count }) => `${clients(count)} ausgewählt`,
  previous: 'Vorige Konten',
  next: 'Nächste Konten',
  range: ({ from, to, total }) => `${from}–${to} von ${total}`,
  paste: 'Konto-IDs einfügen',
  pasteLabel: 'Konto-IDs',
  pasteHint: 'Getrennt durch Kommas, Leerzeichen oder Zeilen.',
  pasteAdd: 'Diese hinzufügen',
  pasted: ({ added, known }) =>
    `${accounts(added)} hinzugefügt.${known > 0 ? ` Schon ausgewählt: ${known}.` : ''}`,
  pasteWrong: ({ count, example }) =>
    `${plural('de', count, { one: '1 Angabe ist keine Konto-ID', other: `${count} Angaben sind keine Konto-IDs` })}, zum Beispiel ${example}.`,

  only: ({ count, partner, all }) =>
    `<b>Erreicht nur ${plural('de', count, { one: 'dieses eine Konto', other: `diese ${count} Konten` })}.</b> Eine Rolle auf ${partner} würde ${plural('de', all, { one: 'das eine Kundenkonto', other: `alle ${all} Kundenkonten` })} erreichen, und die, die Sie später hinzufügen. <a>Stattdessen dort eine Rolle geben</a>`,

  check: ({ count }) => (count > 0 ? `${accounts(count)} prüfen` : 'Prüfen'),
  checkAgain: 'Noch einmal prüfen',
  checking: 'Jedes Konto wird geprüft',
  jobs: 'In Arbeit und kürzlich beendet',
  watch: 'Weiter ansehen',
  results: 'Ergebnis ansehen',
  jobEnded: ({ when, failed }) =>
    failed > 0 ? `Beendet: ${when}, ${failed} fehlgeschlagen` : `Beendet: ${when}`,
  progress: ({ done, total }) => `${done} von ${total} erledigt`,
  checked: ({ ready, changing, there, problems }) =>
    joined([
      ready > 0 && `${ready} bereit`,
      changing > 0 && `${changing} mit geänderter Rolle`,
      there > 0 && `${there} schon mit Zugang`,
      problems > 0 && `${problems} zurzeit nicht möglich`,
    ]),
  caption: 'Was mit jedem Konto geschehen wird',
  captionResult: 'Was mit jedem Konto geschehen ist',
  account: 'Konto',
  what: 'Ergebnis',
  actions: 'Aktionen',
  ready: 'Bereit. Zugang sofort',
  readyInvite: 'Bereit. Die Person bekommt eine Einladung',
  willChange: ({ role }) => `Hat schon eine Rolle. Sie wird in ${role} geändert`,
  alreadyThere: 'Hat schon Zugang. Es ändert sich nichts',
  unchecked: 'Noch nicht geprüft',
  unknownAccount: 'Sie können dieses Konto nicht öffnen, oder es gibt es nicht.',
  wontBeGranted: ({ reason }) => `Zurzeit nicht möglich. ${reason}`,
  plans: 'Tarife',
  plansOf: ({ account }) => `Tarife und Preise von ${account}`,
  leaveOut: ({ account }) => `${account} weglassen`,
  showReady: ({ count }) => `${count} weitere zeigen`,
  grant: 'Zugang geben',
  starting: 'Wird begonnen',

  running: ({ count }) => `Zugang zu ${accounts(count)} wird gegeben`,
  runningText:
    'Sie können dieses Fenster schließen. Die Arbeit geht weiter, und alles Erledigte bleibt erledigt.',
  asRole: ({ person, role }) => `${person} als ${role}`,
  stop: 'Anhalten',
  stopping: 'Wird angehalten',
  hide: 'Schließen',

  resultTitle: ({ done, total }) => `Zugang zu ${done} von ${accounts(total)} gegeben`,
  resultText: ({ there, failed, undone }) =>
    joined([
      there > 0 && `${there} schon mit Zugang`,
      failed > 0 && `${failed} fehlgeschlagen`,
      undone > 0 && `${undone} nicht erledigt`,
    ]),
  stopped: 'Angehalten. Was erledigt ist, bleibt erledigt.',
  tabs: 'Ergebnisse',
  tabAll: 'Alle',
  tabAttention: 'Zu prüfen',
  tabDone: 'Zugang gegeben',
  tabThere: 'Schon mit Zugang',
  nothingHere: 'Hier ist nichts.',
  granted: ({ role }) => `Zugang gegeben als ${role}`,
  invited: ({ role }) => `Einladung gesendet als ${role}`,
  changed: ({ role }) => `Rolle in ${role} geändert`,
  there: 'Hatte schon Zugang. Es hat sich nichts geändert',
  notDone: 'Angehalten, bevor es an die Reihe kam. Es hat sich nichts geändert',
  failed: ({ reason }) => `Zugang nicht gegeben. ${reason}`,
  retry: ({ count }) => `${count} noch einmal versuchen`,
  retryOf: ({ count }) =>
    plural('de', count, {
      one: '1 fehlgeschlagenes Konto noch einmal versuchen',
      other: `${count} fehlgeschlagene Konten noch einmal versuchen`,
    }),
  download: 'Ergebnisse herunterladen',
  fileName: 'zugang-ergebnisse.csv',
  columnAccount: 'Konto',
  columnId: 'Konto-ID',
  columnRole: 'Rolle',
  columnOutcome: 'Ergebnis',
  columnReason: 'Grund',
  done: 'Verstanden',
  itemsFailed: 'Die Ergebnisse ließen sich nicht laden. Die Arbeit selbst ist davon nicht betroffen.',
  lost: 'Wir sehen den Auftrag gerade nicht. Auf dem Server geht er weiter.',
  finished: ({ done, total }) => `Fertig. Zugang zu ${done} von ${accounts(total)} gegeben.`,
};
