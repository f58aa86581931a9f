import { keptFormatter } from './kept.js';
import type { Language } from './language.js';
import type { Strings } from './strings.js';

type TimeWords = Pick<Strings['common'], 'justNow' | 'minutesAgo' | 'hoursAgo' | 'yesterday'>;
type Place = Pick<Language, 'locale' | 'timeZone'>;

const minute = 60_000;
const hour = 60 * minute;

// Plain `en` is no country's; day before month is what the product's own words use ("18 Nov").
const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

function format(date: Date, { locale, timeZone }: Place, options: Intl.DateTimeFormatOptions): string {
  return keptFormatter(Intl.DateTimeFormat, dateLocale(locale), { ...options, timeZone }).format(date);
}

/** The day a moment falls on for the reader, counted since 1970. */
function dayNumber(date: Date, timeZone: string | undefined): number {
  const day = { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const parts = keptFormatter(Intl.DateTimeFormat, 'en-u-ca-gregory-nu-latn', day).formatToParts(date);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / (24 * hour);
}

/** "18 Nov", with the year if it is not this one (visual.md 6). */
export function shortDate(date: Date, now: Date, place: Place): string {
  const sameYear = format(date, place, { year: 'numeric' }) === format(now, place, { year: 'numeric' });
  return format(date, place, { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) });
}

/** "29 November 2026". */
export function longDate(date: Date, place: Place): string {
  return format(date, place, { dateStyle: 'long' });
}

/** "18 November 2026 at 14:02", for the title of a short time. */
export function fullTime(date: Date, place: Place): string {
  return format(date, place, { dateStyle: 'long', timeStyle: 'short' });
}

/** "14:02". */
export function clockTime(date: Date, place: Place): string {
  return format(date, place, { timeStyle: 'short' });
}

/** "Just now", "12 min ago", "3 hours ago", "Yesterday", "18 Nov" (visual.md 6). */
export function relativeTime(date: Date, now: Date, place: Place, words: TimeWords): string {
  const passed = now.getTime() - date.getTime();
  if (passed < minute) return words.justNow;
  if (passed < hour) return words.minutesAgo({ count: Math.floor(passed / minute) });
  // That is never yesterday, wherever the reader is; days of a zone are dear to find.
  if (passed >= 50 * hour) return shortDate(date, now, place);
  const days = dayNumber(now, place.timeZone) - dayNumber(date, place.timeZone);
  if (days === 0) return words.hoursAgo({ count: Math.floor(passed / hour) });
  return days === 1 ? words.yesterday : shortDate(date, now, place);
}

/** Whole days until a moment, counted in the reader's days; 0 is today. */
export function daysUntil(date: Date, now: Date, { timeZone }: Place): number {
  return dayNumber(date, timeZone) - dayNumber(now, timeZone);
}

/** "Ana, Ben and Chloé" in the reader's language. */
export function list(
  items: readonly string[],
  { locale }: Place,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(dateLocale(locale), { type }).format(items);
}

/** A number with the reader's digits and separators. */
export function number(value: number, { locale }: Place): string {
  return keptFormatter(Intl.NumberFormat, locale, {}).format(value);
}
