import type { ProblemCode } from '../problems.js';

/** The answer of a check of a typed value: the value as it is stored, or the first reason against it. */
export type Check<T> = Accepted<T> | Rejected;

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Rejected {
  readonly ok: false;
  readonly code: ProblemCode;
  /** A value the field may offer instead, such as the address inside `Jane <jane@example.test>`. */
  readonly suggestion?: string;
}

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function reject(code: ProblemCode): Rejected {
  return { ok: false, code };
}
