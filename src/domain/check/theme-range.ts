/** How big a length of a brand may be: a page must stay usable whatever the brand says. */
import type { ThemeToken } from './theme-tokens.js';

/** Largest number anywhere, when no token says more. */
const anyMax = 1000;

/** px in one of these units, roughly; others count as px. */
const px: Readonly<Record<string, number>> = {
  rem: 16,
  em: 16,
  ch: 8,
  ex: 8,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 38,
  mm: 4,
};

/** No number beyond what a page can bear, alone or computed; a single length also keeps its floor. */
export function inThemeRange(value: string, token: ThemeToken | undefined): boolean {
  const numbers =
    value.replace(/#[\da-f]+/gi, '').match(/(?<![\w-])[+-]?\d*\.?\d+(?:e[+-]?\d+)?[a-z%]*/gi) ?? [];
  const sizes = numbers.map(inPx);
  const limit = Math.max(token?.max ?? anyMax, anyMax);
  if (!sizes.every((size) => Math.abs(size) <= limit)) return false;
  if (/(?:calc|min|max|clamp)\(/i.test(value)) return upperBound(value, sizes) <= limit;
  const [only] = sizes;
  if (sizes.length !== 1 || only === undefined) return true;
  return only <= (token?.max ?? anyMax) && only >= (token?.min ?? 0);
}

/** What a computed length cannot exceed: the sum, or the product where anything is multiplied or divided. */
function upperBound(value: string, sizes: readonly number[]): number {
  const divisors = Array.from(value.matchAll(/\/\s*([+-]?[\d.]*)/g), ([, number]) =>
    Math.abs(Number(number)),
  );
  const grown = divisors.reduce((all, divisor) => all * Math.max(1, 1 / divisor), 1);
  const product = sizes.reduce((all, size) => all * Math.max(1, Math.abs(size)), grown);
  return /[*/]/.test(value) ? product : sizes.reduce((all, size) => all + Math.abs(size), 0);
}

function inPx(number: string): number {
  const unit = /[a-z%]*$/i.exec(number)?.[0] ?? '';
  return Number(number.slice(0, number.length - unit.length)) * (px[unit.toLowerCase()] ?? 1);
}
