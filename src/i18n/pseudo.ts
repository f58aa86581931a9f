import type { LocalePack } from './language.js';
import type { Strings } from './strings.js';

const plain = 'AaCcDdEeFfGgHhIiLlNnOoPpRrSsTtUuYyZz';
const accented = 'ÀàÇçĎďÉéƑƒĜĝĤĥÎîĻļÑñÒòÞþŘřŠšŤťÛûÝýŽž';
const vowels = 'òéîà';

// Tags, and the places where `rich` puts values, are not text.
const untouched = /(<\/?\w+>|\uE000\d+\uE001)/;

/**
 * English in disguise: accented, two fifths longer, in brackets. Text that is cut off, or that never passed
 * through the catalogue, shows at once (contracts.md 4).
 */
export function pseudoLocale(english: Strings): LocalePack {
  const strings = Object.fromEntries(
    Object.entries(english).map(([group, texts]) => [
      group,
      Object.fromEntries(Object.entries(texts).map(([key, entry]) => [key, disguiseEntry(entry)])),
    ]),
  );
  return { locale: 'en-XA', strings: strings as unknown as Strings };
}

function disguiseEntry(entry: unknown): unknown {
  if (typeof entry !== 'function') return disguise(String(entry));
  return (values: unknown) => disguise(String((entry as (given: unknown) => string)(values)));
}

function disguise(text: string): string {
  const body = text
    .split(untouched)
    .map((part, index) => (index % 2 === 0 ? [...part].map(accent).join('') : part))
    .join('');
  const longer = Array.from({ length: Math.ceil(text.length * 0.4) }, (_, at) => vowels[at % vowels.length]);
  return `[${body}${longer.join('')}]`;
}

function accent(letter: string): string {
  const at = plain.indexOf(letter);
  return at < 0 ? letter : (accented[at] ?? letter);
}
