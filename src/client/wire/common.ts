/** Shapes shared by every resource of the HTTP API (types only: they cost the bundle nothing). */
import type { ProblemCode, ProblemSlug } from '../../domain/index.js';

/** RFC 3339 time in UTC, such as `2026-11-22T09:30:00.000Z`. */
export type Timestamp = string;

/**
 * A value of a closed list that a newer server may extend: known values keep their completion,
 * unknown ones are read as text (domain.md 4).
 */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/** One page of a list. `total` counts every match of the query, not only this page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number;
}

/** How a list is asked for: by cursor, or by row index for windowed lists. */
export interface ListQuery {
  /** 1 to 100, 50 when absent. */
  limit?: number;
  cursor?: string;
  /** Index of the first row, for windowed lists; not together with `cursor`. */
  from?: number;
  /** Field name, `-` in front for descending. */
  sort?: string;
  /** Search words, at most 200 characters. */
  q?: string;
}

/** A field that failed, named by a JSON pointer into the request body (RFC 6901). */
export interface FieldProblem {
  pointer: string;
  code: ProblemCode;
}

/** `application/problem+json` (RFC 9457) as every failed call answers it. */
export interface Problem {
  /** `/problems/<slug>`: the kind that programs branch on. */
  type: `/problems/${ProblemSlug}`;
  /** The exact reason, which chooses the text a person reads. */
  code: ProblemCode;
  title: string;
  status: number;
  detail?: string;
  /** Request id. */
  instance: string;
  /** What to do next, in one sentence. */
  next?: string;
  errors?: FieldProblem[];
  retryAfter?: number;
  requiredCapability?: string;
  /** The resource as it is now, its `version` among the rest, with 412 `stale-version`. */
  current?: unknown;
  /** Seat numbers, with 409 `seat-limit-reached`. */
  limit?: number;
  used?: number;
  reserved?: number;
  planUrl?: string;
  /** Free usernames, with 409 `username-taken`. */
  suggestions?: string[];
  /**
   * With 409 `username-taken-elsewhere`, the account whose login holds the name: only where the inviter manages its
   * users anyway (R32).
   */
  account?: { id: string; name: string };
  /** With 409 `already-member`. */
  membershipId?: string;
  /** With 409 `invitation-pending`. */
  invitationId?: string;
  /** With 410 `invitation-revoked`, when a newer link exists (R38). */
  replaced?: boolean;
  /** Wrong tries that are left in a challenge. */
  attemptsLeft?: number;
  /** With 409 `account-changed` (R92). */
  currentAccountId?: string;
}
