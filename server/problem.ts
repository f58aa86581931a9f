import type { ProblemCode, ProblemSlug } from '../src/domain/index.js';
import type { Problem } from '../src/client/wire/index.js';

/** What a problem may carry besides its kind; everything else follows from the kind. */
export type ProblemExtras = Partial<Omit<Problem, 'type' | 'status' | 'title' | 'instance' | 'code'>> & {
  /** The exact reason; the kind's first code when absent. */
  code?: ProblemCode;
  /** Headers of the answer, such as `ETag` of the current version. */
  headers?: Readonly<Record<string, string>>;
};

/**
 * A refusal that the caller is told about, thrown from any depth of a use-case. Thrown inside a
 * transaction it undoes all of it.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly slug: ProblemSlug,
    readonly extras: ProblemExtras = {},
  ) {
    super(extras.code ?? slug);
  }
}
