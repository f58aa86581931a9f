import type { Clock } from '../client/index.js';

/** After the last key press, before a search is sent. */
const pauseMs = 250;

/** Runs `work` once the person stops typing. */
export function typing(clock: Clock, work: () => void): { start(): void; stop(): void } {
  let cancel: (() => void) | undefined;
  const stop = () => cancel?.();
  return {
    stop,
    start() {
      stop();
      cancel = clock.after(pauseMs, work);
    },
  };
}
