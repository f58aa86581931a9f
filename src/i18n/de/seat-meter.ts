import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const taken: Strings['seatMeter']['taken'] = ({ taken: count, limit, plan }) =>
  `${count} von ${plural('de', limit, { one: '1 Benutzer', other: `${limit} Benutzern` })}${plan ? ` in ${plan}` : ''}`;

export const seatMeter: Strings['seatMeter'] = {
  label: 'Benutzer',
  unlimited: 'Unbegrenzt viele Benutzer',
  taken,
  full: (places) => `Grenze erreicht: ${taken(places)}`,
  over: ({ count }) => `${count} zu viel`,
  pending: ({ count }) =>
    plural('de', count, {
      one: '1 davon ist eine offene Einladung',
      other: `${count} davon sind offene Einladungen`,
    }),
  upgrade: 'Tarife und Preise ansehen',
  loading: 'Benutzer werden gezählt',
  failed: 'Die Benutzer ließen sich nicht zählen.',
};
