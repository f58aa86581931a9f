/** Folding of text that is searched for, the same on both sides. */

/** Letters that carry a stroke or are two in one: no normal form takes them apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
};

/** Accents over Latin, Greek and Cyrillic letters, and the optional points of Hebrew and Arabic. */
const optionalMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;

/**
 * Folds for searching only, never for identity: case, accents and spelling forms no longer matter.
 * The length may change, so a match is not to be marked by its position in the folded text.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .toLowerCase()
    .replace(/[ßæœøđðħıłþς]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}
