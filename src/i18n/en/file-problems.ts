import type { FileCode, ProblemText } from '../problem-texts.js';

/** What is wrong with a file, a theme or a locale; a code without a sentence does not compile. */
export const fileProblems = {
  csv_empty: 'The file is empty.',
  csv_too_large: 'The file is larger than 1 MB. Split it.',
  csv_too_many_rows: 'The file has more than 1,000 rows. Split it.',
  csv_encoding: 'The file isn’t saved as UTF-8. Save it again as UTF-8.',
  csv_not_text: 'This isn’t a text file. Choose a CSV file.',
  csv_header_missing: 'The first row must name the columns.',
  csv_header_duplicate: 'Two columns have the same name.',
  csv_unbalanced_quote: 'A quotation mark isn’t closed.',
  row_invalid: 'This row can’t be used.',
  row_conflict: 'This row contradicts another one.',
  row_duplicate: 'This row is there twice.',
  locale_invalid: 'This isn’t a language code.',
  theme_invalid: 'This value can’t be used in a theme.',
  theme_out_of_range: 'This value is out of range.',
  theme_unknown_token: 'There is no theme token of this name.',
} satisfies Record<FileCode, ProblemText>;
