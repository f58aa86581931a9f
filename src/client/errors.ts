import type { ProblemCode, ProblemSlug } from '../domain/index.js';
import type { FieldProblem, Open, Problem } from './wire/index.js';

/** Failures that never were an answer of the backend. */
export type LocalKind = 'offline' | 'timeout' | 'aborted' | 'response_invalid';

/** What programs branch on: the slug of the problem, or a failure on the way. */
export type ErrorKind = ProblemSlug | LocalKind;

/** Facts a problem brings along, by kind; a backend may leave them out. */
export interface ProblemFacts {
  'seat-limit-reached': Pick<Problem, 'limit' | 'used' | 'reserved' | 'planUrl'>;
  'stale-version': Pick<Problem, 'current'>;
  'username-taken': Pick<Problem, 'suggestions'>;
  'username-taken-elsewhere': Pick<Problem, 'account'>;
  'already-member': Pick<Problem, 'membershipId'>;
  'invitation-pending': Pick<Problem, 'invitationId'>;
  'invitation-revoked': Pick<Problem, 'replaced'>;
  'account-changed': Pick<Problem, 'currentAccountId'>;
  'code-invalid': Pick<Problem, 'attemptsLeft'>;
  forbidden: Pick<Problem, 'requiredCapability'>;
}

type FactsOf<Kind> = Kind extends keyof ProblemFacts ? ProblemFacts[Kind] : object;

export interface ErrorParts {
  kind: Open<ErrorKind>;
  code: Open<ProblemCode>;
  status?: number;
  requestId?: string;
  retryAfter?: number;
  problem?: Partial<Problem>;
  cause?: unknown;
}

/**
 * The one error of the client. Read `kind` to branch and `code` to choose a text; show `requestId` with it.
 * Recognise it with `isCcError`, not with `instanceof`: two copies of the package may be on the page.
 */
export class CcError<Kind extends string = Open<ErrorKind>> extends Error {
  declare readonly name: 'CcError';
  declare readonly kind: Kind;
  declare readonly code: Open<ProblemCode>;
  /** HTTP status; undefined when there was no answer. */
  declare readonly status: number | undefined;
  declare readonly requestId: string | undefined;
  /** Seconds until it makes sense to try again. */
  declare readonly retryAfter: number | undefined;
  /** Fields that failed, named by JSON pointer. */
  declare readonly fields: readonly FieldProblem[];
  /** What the problem says besides: seat numbers, suggestions, ids. */
  declare readonly facts: FactsOf<Kind>;

  constructor({ problem = {}, cause, ...parts }: ErrorParts) {
    super(problem.title ?? parts.code, { cause });
    Object.assign(this, parts, { name: 'CcError', fields: problem.errors ?? [], facts: problem });
  }
}

/** Is it an error of this client, and of this kind? Narrows `facts` to what the kind brings along. */
export function isCcError<Kind extends ErrorKind = ErrorKind>(
  error: unknown,
  kind?: Kind,
): error is CcError<Kind> {
  const { name, kind: found } = (error ?? {}) as Partial<CcError>;
  return name === 'CcError' && (!kind || found === kind);
}

/** An error that is no problem document of the backend: its code is its kind. */
export function localError(kind: Open<ErrorKind>, parts: Partial<ErrorParts> = {}): CcError {
  return new CcError({ code: kind.replaceAll('-', '_'), ...parts, kind });
}
