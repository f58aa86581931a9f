/** How long the client waits and how often it tries (trust.md 0); a host may be stricter. */
export interface RetryLimits {
  /** Requests per call, the first one included. */
  attempts: number;
  /** For one request, its body included. */
  attemptMs: number;
  /** For all requests and pauses of one call. */
  totalMs: number;
  /** Longest first pause; each further one may be twice as long. */
  baseMs: number;
  /** Longest pause of our own. */
  capMs: number;
  /** Longest `Retry-After` that is waited for; a longer one is handed to the caller. */
  retryAfterMs: number;
}

export const retryLimits: RetryLimits = {
  attempts: 3,
  attemptMs: 10_000,
  totalMs: 30_000,
  baseMs: 300,
  capMs: 5_000,
  retryAfterMs: 30_000,
};
