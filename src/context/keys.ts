import { createContext } from '@lit/context';
import type { Language } from '../i18n/language.js';
import type { Scope } from '../stores/scope.js';

/** Row and control height: compact, normal or touch. */
export type Density = 'compact' | 'normal' | 'touch';

/** Speaks to assistive technology; the provider owns one (trust.md 4). */
export interface Announcer {
  /** `urgent` interrupts: only when work is blocked. */
  say(text: string, urgent?: boolean): void;
  /** While a modal dialog is open, what is said comes from inside it. */
  enter(dialog: HTMLElement): void;
  leave(dialog: HTMLElement): void;
}

/** What a provider decides for all elements inside it, apart from data and words. */
export interface Settings {
  readonly readonly: boolean;
  readonly density: Density | undefined;
  readonly announcer: Announcer | undefined;
}

// Registered symbols, so that two copies of the same package on one page find each other; the number is
// raised when a value changes its shape.
const key = (name: string) => Symbol.for(`crew-components/1/${name}`);

/** The stores of the nearest provider's client and account. */
export const scopeContext = createContext<Scope | undefined>(key('scope'));
/** Language, direction and words of the nearest provider. */
export const languageContext = createContext<Language | undefined>(key('language'));
/** Read-only, density and announcements of the nearest provider. */
export const settingsContext = createContext<Settings | undefined>(key('settings'));
