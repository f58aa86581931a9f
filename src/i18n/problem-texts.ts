import type { emailCodes, nameCodes, passwordCodes, ProblemCode, usernameCodes } from '../domain/index.js';

/** Numbers that a sentence about a problem may use; a backend may leave any out. */
export interface ProblemValues {
  readonly limit?: number;
  readonly used?: number;
  readonly reserved?: number;
  readonly attemptsLeft?: number;
  /** Seconds until it makes sense to try again. */
  readonly retryAfter?: number;
}

export type ProblemText = string | ((values: ProblemValues) => string);

/** Reasons found while somebody types, apart from the others so that a page without such fields lacks them. */
export type FieldCode =
  | (typeof emailCodes)[number]
  | (typeof nameCodes)[number]
  | (typeof usernameCodes)[number]
  | (typeof passwordCodes)[number];

/** Reasons found in files, themes and locales. */
export type FileCode = Extract<
  ProblemCode,
  `csv_${string}` | `row_${string}` | `theme_${string}` | `locale_${string}`
>;

/** Everything else: how a request can fail. */
export type RequestCode = Exclude<ProblemCode, FieldCode | FileCode>;
