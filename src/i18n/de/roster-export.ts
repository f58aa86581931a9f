import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const rosterExport: Strings['rosterExport'] = {
  progress: ({ done, total }) => `${done} von ${total} Personen`,
  stop: 'Anhalten',
  done: ({ count }) =>
    plural('de', count, { one: '1 Person exportiert.', other: `${count} Personen exportiert.` }),
  stopped: 'Der Export ist angehalten. Es wurde nichts gespeichert.',
  failed: 'Die Liste wurde nicht exportiert.',
  file: 'benutzer',
};
