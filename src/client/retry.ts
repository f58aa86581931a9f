import type { CcError } from './errors.js';
import type { RetryLimits } from './limits.js';

const passingStatus = [408, 429, 500, 502, 503, 504];
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
  if (!repeatable || number >= limits.attempts || !isPassing(error)) return undefined;
  if (error.retryAfter) {
    const asked = error.retryAfter * 1000;
    return asked <= limits.retryAfterMs ? asked : undefined;
  }
  return fraction * Math.min(limits.capMs, limits.baseMs * 2 ** (number - 1));
}

/**
 * Seconds of a `Retry-After`, as a number or as a date. A date is compared with the answer's own `Date`, so a wrong
 * clock on either side does not matter (N10). Past or senseless values say nothing (I09).
 */
export function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) || undefined;
  // Only the form with letters is a date; Date.parse would take "-5" and "1.5" for years.
  if (!/^[a-z]/i.test(value)) return undefined;
  const sent = Date.parse(headers.get('date') ?? '') || now.getTime();
  const seconds = Math.ceil((Date.parse(value) - sent) / 1000);
  return seconds > 0 ? seconds : undefined;
}
