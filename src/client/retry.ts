import type { CcError } from './errors.js';
import type { RetryLimits } from './limits.js';

const passingStatus = [408, 429, 500, 502, 503, 504] as (number | undefined)[];
const passingKind = ['offline', 'timeout', 'idempotency-in-progress'];

/** Failures that may be gone a moment later. */
export function isPassing({ kind, status }: Pick<CcError, 'kind' | 'status'>): boolean {
  return passingStatus.includes(status) || passingKind.includes(kind);
}

export interface Attempt {
  /** Number of the request that failed, from 1. */
  number: number;
  error: Pick<CcError, 'kind' | 'status' | 'retryAfter'>;
  /** Reads, and writes with an idempotency key. */
  repeatable: boolean;
  /** Chance, from 0 up to 1: full jitter. */
  fraction: number;
}

/** Milliseconds until the next request; undefined when there should be none (P23, N08). */
export function retryDelay(
  { number, error, repeatable, fraction }: Attempt,
  limits: RetryLimits,
): number | undefined {
  const asked = (error.retryAfter ?? 0) * 1000;
  if (!repeatable || number >= limits.attempts || !isPassing(error) || asked > limits.retryAfterMs)
    return undefined;
  return asked || fraction * Math.min(limits.capMs, limits.baseMs * 2 ** (number - 1));
}

/**
 * Seconds of a `Retry-After`, as a number or as a date. A date is compared with the answer's own `Date`, so a wrong
 * clock on either side does not matter (N10). Past or senseless values say nothing (I09).
 */
export function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const time = (text: string | null) => Date.parse(text ?? '');
  // Only the form with letters is a date; Date.parse would take "-5" and "1.5" for years.
  const seconds = /^[a-z]/i.test(value)
    ? Math.ceil((time(value) - (time(headers.get('date')) || now.getTime())) / 1000)
    : /^\d+$/.test(value) && Number(value);
  return seconds && seconds > 0 ? seconds : undefined;
}
