import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const people = (count: number) => plural('de', count, { one: '1 Person', other: `${count} Personen` });

export const inviteFile: Strings['inviteFile'] = {
  read: ({ file, count, faults }) =>
    faults === 0
      ? `${file}: ${people(count)}, alles in Ordnung. Nichts geht hinaus, bevor Sie auf Senden drücken.`
      : `${file}: ${people(count)}, ${faults} unten zu prüfen. Nichts geht hinaus, bevor Sie auf Senden drücken.`,
  said: ({ count, faults }) =>
    `${people(count)} hinzugefügt, ${plural('de', faults, { one: '1 Fehler', other: `${faults} Fehler` })}`,
  duplicates: ({ count }) =>
    plural('de', count, {
      one: '1 Zeile wiederholt eine andere und bleibt weg.',
      other: `${count} Zeilen wiederholen andere und bleiben weg.`,
    }),
  fits: ({ left, count }) =>
    `${left} von ${count} passen heute: So viele Einladungen darf dieses Konto bis morgen senden. Der Rest bleibt nach dem Senden hier; senden Sie ihn morgen.`,
  refused: ({ file, text }) => `${file}: ${text}`,
  atLine: ({ line, text }) => `Zeile ${line}: ${text}`,
  headers: ({ headers }) => `Gefunden: ${headers}. Nennen Sie eine Spalte email.`,
  format: 'Spalten: email und, wenn Sie möchten, name und role. Bis zu 1.000 Zeilen.',
};
