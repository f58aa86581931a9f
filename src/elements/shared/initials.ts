/** First letters of the first and the last word of a name, in the reader's language. */
export function initials(name: string, locale: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const graphemes = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const letters = ends.map((word = '') => {
    const found = [...graphemes.segment(word)].find(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
    return found?.segment ?? '';
  });
  return letters.join('').toLocaleUpperCase(locale);
}
