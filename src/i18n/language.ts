import type { PartialStrings, StringGroup, Strings } from './strings.js';

export type Direction = 'ltr' | 'rtl';

/** A host's own message system: the text for a key such as `rolePicker.legend`, or nothing to keep ours. */
export type Translate = (key: string, values: Readonly<Record<string, unknown>>) => string | undefined;

/** One language, complete: what a module of `locales/` exports. */
export interface LocalePack {
  /** BCP 47, such as `ar` or `pt-BR`. */
  readonly locale: string;
  readonly strings: Strings;
}

/** A language whose groups come one by one, each when an element first speaks it: our own packs. */
export interface LocalePackInParts {
  /** BCP 47. */
  readonly locale: string;
  /** What is there at once. */
  readonly strings: PartialStrings;
  /** Brings a group, complete. A group without one is spoken in English. */
  readonly parts: { readonly [Group in StringGroup]?: () => Promise<Strings[Group]> };
}

/** What an element needs to speak: made by a provider, or from the nearest `lang`. */
export interface Language {
  /** BCP 47; chooses number, date and plural forms. */
  readonly locale: string;
  readonly dir: Direction;
  /** IANA time zone of the account; the page's own when absent. */
  readonly timeZone?: string;
  /** Words that go over the English ones, weakest first. */
  readonly sources: readonly PartialStrings[];
  readonly translate?: Translate;
}

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The direction a language is written in, by its script. */
export function directionOf(locale: string): Direction {
  const { script } = new Intl.Locale(usableLocale(locale)).maximize();
  return script && rightToLeft.has(script) ? 'rtl' : 'ltr';
}

/** A locale that Intl accepts; English for text that is none (a page may carry any `lang`). */
export function usableLocale(locale: string | null | undefined): string {
  if (!locale) return 'en';
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** From the most to the least exact: `pt-BR` gives `pt-BR`, `pt` (contracts.md 4). */
export function fallbackChain(locale: string): string[] {
  const parts = locale.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** The language of a place in the page: the nearest `lang`, also out of shadow trees; English where there is none. */
export function languageAt(element: Element): Language {
  return {
    locale: usableLocale(nearestLang(element)),
    dir: getComputedStyle(element).direction as Direction,
    sources: [],
  };
}

function nearestLang(element: Element): string | null {
  const found = element.closest('[lang]');
  if (found) return found.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : null;
}
