/** Language tags (BCP 47). */
import { accept, reject, type Check } from './check.js';

/** Longest tag worth reading; RFC 5646 asks for at least 35. */
const longest = 100;

/** A well-formed tag in its canonical case; an unknown language is fine, the texts then fall back. */
export function checkLocale(value: unknown): Check<string> {
  if (typeof value !== 'string' || value === '' || value.length > longest) return reject('locale_invalid');
  try {
    const [tag] = Intl.getCanonicalLocales(value);
    return tag ? accept(tag) : reject('locale_invalid');
  } catch {
    return reject('locale_invalid');
  }
}
