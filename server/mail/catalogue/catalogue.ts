import type { MailContent } from '../content.js';
import type { MailTemplate, MailTemplates } from '../templates.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';

/** The words of every mail in one language. */
export interface MailCatalogue {
  lang: string;
  dir: 'ltr' | 'rtl';
  mails: { readonly [T in MailTemplate]: (data: MailTemplates[T]) => MailContent };
}

/** Every language that mails can be written in. */
export const catalogues: readonly MailCatalogue[] = [en, de, ar];

/** Best catalogue for a BCP 47 tag: the tag itself, its language, else English. */
export function catalogueFor(locale: string): MailCatalogue {
  const wanted = locale.toLowerCase();
  const language = wanted.split('-')[0];
  return (
    catalogues.find(({ lang }) => lang.toLowerCase() === wanted) ??
    catalogues.find(({ lang }) => lang.toLowerCase() === language) ??
    en
  );
}
