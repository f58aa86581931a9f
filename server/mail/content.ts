/** The way a language is written. */
export type Direction = 'ltr' | 'rtl';

/** A run of a sentence: our own words, or a value that somebody typed. */
export type Run = string | { value: string };

/** Words and values in order; values are never read as markup or as a placeholder. */
export type Sentence = readonly Run[];

/** What a mail consists of, top to bottom. */
export type Block =
  | { kind: 'text'; text: Sentence }
  /** The one thing to do; its address is shown in full as well. */
  | { kind: 'action'; label: string; url: string }
  /** A code to type somewhere else. */
  | { kind: 'code'; code: string }
  /** Words of another person, kept apart from ours. */
  | { kind: 'quote'; by: Sentence; text: string }
  | { kind: 'facts'; items: readonly { label: string; value: string }[] }
  /** Small print: what to do when the mail was not expected. */
  | { kind: 'note'; text: Sentence };

/** A mail in words, before it becomes text and HTML. */
export interface MailContent {
  subject: Sentence;
  heading: Sentence;
  blocks: readonly Block[];
}

/** Builds a sentence: ``say`${inviter} invited you to ${account}` ``. */
export function say(words: TemplateStringsArray, ...values: readonly (string | number)[]): Sentence {
  const runs: Run[] = [];
  words.forEach((word, index) => {
    if (word !== '') runs.push(word);
    const value = values[index];
    if (value !== undefined) runs.push({ value: String(value) });
  });
  return runs;
}

/** The sentence as one line of plain text: no control or line-break characters survive. */
export function plain(sentence: Sentence, dir: Direction = 'ltr'): string {
  return sentence
    .map((run) => (typeof run === 'string' ? run : isolated(oneLine(run.value), dir)))
    .join('')
    .trim();
}

/** Line breaks and control characters become blanks, so that a value can't start a header or a paragraph. */
export function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const leftToRight = /\p{L}/u;

/** Keeps a value of the other direction from reordering the words around it, where there is no markup to do it. */
export function isolated(value: string, dir: Direction): string {
  const other = dir === 'ltr' ? rightToLeft.test(value) : leftToRight.test(value);
  return other ? `\u2068${value}\u2069` : value;
}
