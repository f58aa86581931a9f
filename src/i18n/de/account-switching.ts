import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const accountSwitching: Strings['accountSwitching'] = {
  title: 'Konto wechseln',
  search: 'Konten nach Name oder ID suchen',
  favourites: 'Favoriten',
  recent: 'Zuletzt geöffnet',
  partner: 'Partnerkonto',
  clients: 'Kundenkonten',
  others: 'Andere Konten',
  accounts: 'Konten',
  idEnd: ({ end }) => `ID …${end}`,
  shown: 'Jetzt zu sehen',
  loading: 'Konten werden geladen',
  none: ({ q }) => `Keine Konten zu „${q}“`,
  noneHint: 'Prüfen Sie die Schreibweise, oder suchen Sie nach der Konto-ID.',
  empty: 'Es gibt kein anderes Konto, das Sie öffnen können.',
  failed: 'Ihre Konten ließen sich nicht laden.',
  found: ({ count }) => plural('de', count, { one: '1 Konto gefunden', other: `${count} Konten gefunden` }),
  changed: ({ name }) => `Jetzt zu sehen: ${name}.`,
  gone: ({ name }) => `Sie können ${name} nicht mehr öffnen. Sie sind noch dort, wo Sie waren.`,
  notChanged: ({ name }) => `${name} wurde nicht geöffnet.`,

  elsewhere: ({ other, here }) =>
    `Sie haben in einem anderen Tab ${other} geöffnet, und diese Seite zeigt noch ${here}. Zur Sicherheit wurde in keinem der beiden etwas geändert.`,
  goThere: ({ other }) => `Zu ${other} gehen`,
  stayHere: ({ here }) => `Bei ${here} bleiben`,
  stayed: ({ here }) => `Diese Seite arbeitet wieder mit ${here}. Machen Sie es noch einmal.`,
};
