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
  override readonly name = 'CcError';
  readonly kind: Kind;
  readonly code: Open<ProblemCode>;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly requestId: string | undefined;
  /** Seconds until it makes sense to try again. */
  readonly retryAfter: number | undefined;
  /** Fields that failed, named by JSON pointer. */
  readonly fields: readonly FieldProblem[];
  /** What the problem says besides: seat numbers, suggestions, ids. */
  readonly facts: FactsOf<Kind>;

  constructor({ kind, code, status, requestId, retryAfter, problem, cause }: ErrorParts) {
    super(problem?.title ?? code, { cause });
    this.kind = kind as Kind;
    this.code = code;
    this.status = status ?? 0;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.fields = problem?.errors ?? [];
    this.facts = (problem ?? {}) as FactsOf<Kind>;
  }
}

/** Is it an error of this client, and of this kind? Narrows `facts` to what the kind brings along. */
export function isCcError<Kind extends ErrorKind = ErrorKind>(
  error: unknown,
  ...kinds: Kind[]
): error is CcError<Kind> {
  return (
    error instanceof Error &&
    error.name === 'CcError' &&
    (kinds.length === 0 || kinds.includes((error as CcError<Kind>).kind))
  );
}

/** A failure on the way: no answer, or none that makes sense. */
export function localError(kind: LocalKind, parts: Partial<ErrorParts> = {}): CcError {
  return new CcError({ ...parts, kind, code: kind });
}
