import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const entries = (count: number) => plural('de', count, { one: '1 Eintrag', other: `${count} Einträge` });

export const auditLog: Strings['auditLog'] = {
  title: 'Verlauf',
  text: 'Wer in diesem Konto was getan hat, und wann. Einträge lassen sich nicht ändern.',
  filterOn: ({ filter, value }) => `${filter}: ${value}`,
  kinds: 'Was geschah',
  anyKind: 'Alles',
  severalKinds: ({ count }) => plural('de', count, { one: '1 Art', other: `${count} Arten` }),
  kind_member: 'Benutzer',
  kind_invitation: 'Einladungen',
  kind_mfa: 'Zweiter Faktor',
  kind_transfer: 'Übergabe des Kontos',
  kind_user: 'Logins',
  kind_link: 'Verknüpfungen zwischen Konten',
  kind_account: 'Konto',
  person: 'Person',
  anyPerson: 'Alle',
  from: 'Von',
  to: 'Bis',
  clear: 'Filter leeren',
  wrongOrder: 'Das liegt vor dem ersten Tag. Wählen Sie einen späteren.',

  live: 'Live',
  polling: 'Wird alle 30 Sekunden aktualisiert',
  show: 'Anzeigen',

  details: 'Einzelheiten',
  detailsOf: ({ what }) => `Einzelheiten: ${what}`,
  exactTime: 'Genaue Zeit',
  address: 'Netzwerkadresse',
  action: 'Name in den Aufzeichnungen',
  reference: 'Referenz',
  onlyBy: ({ name }) => `Nur zeigen, was ${name} getan hat`,
  onlyYours: 'Nur zeigen, was Sie getan haben',

  emptyTitle: 'Bisher ist nichts geschehen',
  emptyText: 'Einladungen, Änderungen von Rollen und alles andere über Benutzer wird hier stehen.',
  noneTitle: 'Nichts passt',
  noneText: 'Wählen Sie eine andere Zeit oder eine andere Art, oder leeren Sie die Filter.',
  failedTitle: 'Der Verlauf ließ sich nicht laden',
  failedText: 'Nichts ist verloren. Die Einträge bleiben auf dem Server.',
  refusedTitle: 'Sie können den Verlauf dieses Kontos nicht sehen',
  refusedText: 'Nur wer Benutzer verwaltet, kann ihn öffnen. Fragen Sie den Kontoinhaber.',
  stale: 'Nicht auf dem neuesten Stand.',

  found: ({ count, more }) =>
    more
      ? plural('de', count, {
          one: 'Der neueste Eintrag ist zu sehen',
          other: `Die neuesten ${count} Einträge sind zu sehen`,
        })
      : entries(count),
  older: ({ count }) =>
    plural('de', count, { one: '1 älterer Eintrag geladen', other: `${count} ältere Einträge geladen` }),

  export: 'Exportieren',
  exporting: ({ count }) => `${entries(count)} gelesen`,
  exported: ({ count }) => `${entries(count)} exportiert`,
  exportFailed: 'Es wurde nichts exportiert.',
  stop: 'Anhalten',
  file: 'verlauf',
  columnTime: 'Zeit',
  columnPerson: 'Person',
  columnUsername: 'Benutzername',
  columnWhat: 'Was geschah',
  columnChange: 'Änderung',
  columnAction: 'Aktion',
  columnTarget: 'Betrifft',
  columnAddress: 'Netzwerkadresse',
  columnReference: 'Referenz',
};
