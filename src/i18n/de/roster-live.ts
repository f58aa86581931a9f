import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const updates = (count: number) => plural('de', count, { one: '1 Änderung', other: `${count} Änderungen` });

export const rosterLive: Strings['rosterLive'] = {
  waiting: ({ count }) => updates(count),
  showWaiting: 'Anzeigen',
  waitingSaid: ({ count }) =>
    `${updates(count)} von anderen. Die Liste bleibt, wie sie ist, bis Sie „Anzeigen“ wählen.`,
  notLive: ({ when }) => `Nicht live, Stand: ${when}`,
  notLiveSaid:
    'Die Verbindung für laufende Änderungen ist unterbrochen. Sie wird von selbst wieder versucht.',
  liveAgain: 'Änderungen kommen wieder laufend.',
};
