import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const users = (count: number) => plural('de', count, { one: '1 Benutzer', other: `${count} Benutzer` });
const active = (count: number) =>
  plural('de', count, { one: '1 aktiver Benutzer', other: `${count} aktive Benutzer` });
const pending = (count: number) =>
  plural('de', count, { one: '1 offene Einladung', other: `${count} offene Einladungen` });

export const userRoster: Strings['userRoster'] = {
  heading: 'Benutzer verwalten',
  clientOf: ({ parent }) => `Kundenkonto von ${parent}`,
  addUser: 'Neuen Benutzer hinzufügen',
  limitTitle: 'Sie können noch niemanden hinzufügen.',
  limitText: ({ plan, limit, used, reserved }) =>
    `${plan || 'Der Tarif'} enthält ${users(limit)}; belegt durch ${active(used)}${
      reserved ? ` und ${pending(reserved)}` : ''
    }. ${
      reserved ? 'Ziehen Sie eine Einladung zurück, entfernen Sie' : 'Entfernen Sie'
    } einen Benutzer, oder wechseln Sie in einen größeren Tarif.`,
  overTitle: 'Dieses Konto hat mehr Benutzer als sein Tarif.',
  overText: ({ plan, limit, used }) =>
    `${plan || 'Der Tarif'} enthält ${users(limit)}, aktiv sind ${used}. Sperren oder entfernen Sie ${users(used - limit)}, oder wechseln Sie in einen größeren Tarif. Niemand verliert von selbst den Zugang.`,
  seePlans: 'Tarife und Preise ansehen',
};
