import type { Clock } from './clock.js';
import { isCcError, localError } from './errors.js';

/** Later than this by the clock, a step did not run slowly: the machine slept. */
const asleepMs = 5_000;

/** The time one call may take. */
export interface Budget {
  /** Milliseconds that are left for the whole call. */
  left(): number;
  /** Runs one step; ends with `timeout` or `aborted` even if the step pays no attention to its signal (N01). */
  run<T>(ms: number, step: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Waits between two requests. */
  pause(ms: number): Promise<void>;
}

/**
 * There is never more than one timer, so a machine that wakes up after hours fires one, not a burst; and the hours
 * asleep are not counted (N07).
 */
export function createBudget(clock: Clock, totalMs: number, outer: AbortSignal | undefined): Budget {
  const now = () => clock.now().getTime();
  let end = now() + totalMs;
  const left = () => end - now();

  const race = <T>(ms: number, step: (signal: AbortSignal) => Promise<T>) =>
    new Promise<T>((done, failed) => {
      const own = new AbortController();
      const finish = () => {
        cancel();
        outer?.removeEventListener('abort', abort);
      };
      const stop = (kind: 'timeout' | 'aborted') => {
        finish();
        failed(localError(kind, { cause: outer?.reason }));
        own.abort();
      };
      const abort = () => stop('aborted');
      const cancel = clock.after(ms, () => stop('timeout'));
      outer?.addEventListener('abort', abort);
      if (outer?.aborted) abort();
      else step(own.signal).then(done, failed).finally(finish);
    });

  const run: Budget['run'] = async (ms, step) => {
    const allowed = Math.max(0, Math.min(ms, left()));
    const started = now();
    try {
      return await race(allowed, step);
    } finally {
      const late = now() - started - allowed;
      if (late > asleepMs) end += late;
    }
  };

  const pause = (ms: number) =>
    run(ms, () => new Promise<void>(() => undefined)).catch((error: unknown) => {
      if (!isCcError(error, 'timeout')) throw error;
    });

  return { left, run, pause };
}
