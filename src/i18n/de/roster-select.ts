import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const rosterSelect: Strings['rosterSelect'] = {
  select: ({ name }) => `${name} auswählen`,
  selectPage: 'Alle auf dieser Seite auswählen',
  pageSelected: ({ count }) =>
    plural('de', count, {
      one: '1 Person auf dieser Seite ist ausgewählt.',
      other: `${count} Personen auf dieser Seite sind ausgewählt.`,
    }),
  selectAll: ({ count }) => `Alle ${count} Personen auswählen`,
  selectMost: ({ count }) => `Die ersten ${count} Personen auswählen`,
  selecting: 'Wird ausgewählt…',
  selectFailed: 'Die Personen auf anderen Seiten ließen sich nicht auswählen. Es hat sich nichts geändert.',
  selected: ({ count }) => `${count} ausgewählt`,
  clear: 'Aufheben',
  changeRole: 'Rolle ändern…',
  resend: ({ count, of }) =>
    count === of ? 'Einladung erneut senden…' : `Einladung erneut senden… ${count} von ${of}`,
  suspend: ({ count, of }) => (count === of ? 'Sperren…' : `Sperren… ${count} von ${of}`),
  remove: 'Entfernen…',
  leftOut: ({ owner, you }) =>
    owner && you
      ? 'Der Kontoinhaber und Sie sind ausgenommen'
      : owner
        ? 'Der Kontoinhaber ist ausgenommen'
        : 'Sie sind ausgenommen',
};
