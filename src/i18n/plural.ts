import { keptFormatter } from './kept.js';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The form of a sentence that a language wants for a number; each locale file gives its own forms. */
export function plural(locale: string, count: number, forms: Forms): string {
  return forms[keptFormatter(Intl.PluralRules, locale, {}).select(count)] ?? forms.other;
}
