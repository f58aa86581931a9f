import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const wait = (seconds: number) =>
  seconds < 90
    ? plural('de', Math.ceil(seconds), { one: '1 Sekunde', other: `${Math.ceil(seconds)} Sekunden` })
    : plural('de', Math.ceil(seconds / 60), { one: '1 Minute', other: `${Math.ceil(seconds / 60)} Minuten` });

/** A part of `problems`, and the first of it that an element needs. */
export const readProblems = {
  unexpected: 'Etwas ist schiefgegangen, und nichts wurde geändert.',
  unauthenticated: 'Sie sind abgemeldet. Melden Sie sich an, um weiterzumachen.',
  account_unavailable: 'Dieses Konto ist nicht mehr verfügbar.',
  rate_limited: ({ retryAfter }) =>
    retryAfter
      ? `Das war zu oft. Versuchen Sie es in ${wait(retryAfter)} wieder.`
      : 'Das war zu oft. Versuchen Sie es später wieder.',
  unavailable: 'Der Server kann gerade nicht antworten. Es hat sich nichts geändert.',
  query_malformed: 'Diese Suche ist nicht möglich. Leeren Sie sie und versuchen Sie es noch einmal.',
  query_too_long: 'Suchen Sie nach höchstens 200 Zeichen.',
  query_control_char: 'Die Suche enthält Zeichen, nach denen sich nicht suchen lässt.',
  offline: 'Sie sind offline.',
  timeout: 'Der Server hat zu lange gebraucht.',
  response_invalid: 'Der Server hat unerwartet geantwortet.',
} satisfies Partial<Strings['problems']>;
