import type { Clock } from './clock.js';
import { localError } from './errors.js';

/** Later than this by the clock, a step did not run slowly: the machine slept. */
const asleepMs = 5_000;

/** The time one call may take. */
export interface Budget {
  /** Milliseconds that are left for the whole call. */
  left(): number;
  /** Runs one step; ends with `timeout` or `aborted` even if the step pays no attention to its signal (N01). */
  run<T>(ms: number, step: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Waits, between two requests. */
  pause(ms: number): Promise<unknown>;
}

/**
 * There is never more than one timer, so a machine that wakes up after hours fires one, not a burst; and the hours
 * asleep are not counted (N07).
 */
export function createBudget(clock: Clock, totalMs: number, outer: AbortSignal | undefined): Budget {
  const now = () => clock.now().getTime();
  let end = now() + totalMs;
  const left = () => end - now();

  const within = <T>(ms: number, step?: (signal: AbortSignal) => Promise<T>) =>
    new Promise<T>((done, failed) => {
      const started = now();
      const allowed = Math.max(0, Math.min(ms, left()));
      const own = new AbortController();
      const finish = () => {
        cancel();
        const late = now() - started - allowed;
        if (late > asleepMs) end += late;
        // Ends the step if it still runs, and the listening below.
        own.abort();
      };
      const abort = () => {
        failed(localError('aborted', { cause: outer?.reason }));
        finish();
      };
      const cancel = clock.after(allowed, () => {
        if (step) failed(localError('timeout'));
        else done(undefined as T);
        finish();
      });
      outer?.addEventListener('abort', abort, { signal: own.signal });
      if (outer?.aborted) abort();
      else step?.(own.signal).finally(finish).then(done, failed);
    });

  return { left, run: within, pause: (ms) => within(ms) };
}
