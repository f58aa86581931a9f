/** Values of a brand (contracts.md 3): colours, lengths, fonts and logos; nothing that asks the network or runs. */
import { accept, reject, type Check } from './check.js';
import { inThemeRange } from './theme-range.js';
import { themeToken, type ThemeToken } from './theme-tokens.js';

const longest = 500;

/** Functions that only compute a colour or a length. */
const functions = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp from'.split(
    ' ',
  ),
);

export interface ThemePolicy {
  /** Origins a logo may come from; any https origin when absent. */
  readonly allowedOrigins?: readonly string[];
}

/** Checks one value for one token; without a token, only what holds for every token. */
export function checkThemeValue(
  token: string | undefined,
  value: unknown,
  policy: ThemePolicy = {},
): Check<string> {
  const known = token === undefined ? undefined : themeToken(token);
  if (token !== undefined && !known) return reject('theme_unknown_token');
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest)
    return reject('theme_invalid');
  if (known?.kind === 'address') return checkAddress(value, policy);
  if (!isPlainCss(value) || !fits(value, known)) return reject('theme_invalid');
  return inThemeRange(value, known) ? accept(value) : reject('theme_out_of_range');
}

/** Only words, numbers, hex colours, quoted family names, commas, and functions of the list. */
function isPlainCss(value: string): boolean {
  if (!/^(?:[\w\s.,%#()*+/-]|"[\w .-]*"|'[\w .-]*')+$/.test(value) || /\/[*/]/.test(value)) return false;
  const called = value.match(/[\w-]*\(/g) ?? [];
  const closed = value.match(/\)/g) ?? [];
  return (
    called.length === closed.length &&
    called.every((name) => name === '(' || functions.has(name.slice(0, -1).toLowerCase()))
  );
}

/** Is it the kind of value the token takes? A reference to a property of the page may hold anything. */
function fits(value: string, token: ThemeToken | undefined): boolean {
  const text = value.trim();
  if (!token || /^var\(/i.test(text)) return true;
  const numeric = /^[+-]?[\d.]/.test(text);
  switch (token.kind) {
    case 'colour':
      return text.startsWith('#') ? /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) : !numeric;
    case 'length':
      return numeric ? /^[+-]?[\d.]+(?:[a-z]+|%)?$/i.test(text) : /^(?:calc|min|max|clamp)\(/i.test(text);
    case 'number':
      return /^[+-]?[\d.]+$/.test(text);
    case 'scheme':
      return /^(?:inherit|light|dark|auto)$/.test(text);
    case 'font':
      return !numeric && !/[#()]/.test(text);
    default:
      return true;
  }
}

function checkAddress(value: string, { allowedOrigins }: ThemePolicy): Check<string> {
  if (!/^https:\/\/[^/\\\s@]/i.test(value) || /[\s\\<>"'`\p{Cc}]/u.test(value))
    return reject('theme_invalid');
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return reject('theme_invalid');
  }
  const own = url.username === '' && url.password === '';
  return own && (allowedOrigins?.includes(url.origin) ?? true) ? accept(url.href) : reject('theme_invalid');
}
