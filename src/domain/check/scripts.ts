/** Mixed scripts in one label (UTS 39, "highly restrictive"): a Cyrillic a among Latin letters is a trap. */

const scripts = [
  ...[
    'Latin',
    'Greek',
    'Cyrillic',
    'Armenian',
    'Georgian',
    'Hebrew',
    'Arabic',
    'Syriac',
    'Thaana',
    'Cherokee',
  ],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'],
  ...['Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer', 'Mongolian', 'Ethiopic'],
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul'],
];

/** Scripts that are written together. */
const together = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/** Does the label mix scripts that no language mixes? */
export function isMixedScript(label: string): boolean {
  let rest = label.replace(/[\p{Script=Common}\p{Script=Inherited}]/gu, '');
  const found = scripts.filter((script) => {
    const before = rest.length;
    rest = rest.replace(new RegExp(`\\p{Script=${script}}`, 'gu'), '');
    return rest.length < before;
  });
  if (rest !== '') return found.length > 0;
  return found.length > 1 && !together.some((set) => found.every((script) => set.includes(script)));
}
