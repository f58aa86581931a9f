import type { Ports } from './ports.js';

/** Work that goes on beside the calls: it runs when something is written, and now and then in any case. */
export interface Background {
  /** Does all that is due now; resolves with how much that was. */
  drain(): Promise<number>;
  start(): Promise<void>;
  /** Begins nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

export interface BackgroundOptions {
  /** For the log. */
  name: string;
  /** Channel that tells of new work. */
  channel: string;
  pollMs: number;
  /** Does all that is due; asked again where more was told of meanwhile. Ends soon once `stopping` is true. */
  work(stopping: () => boolean): Promise<number>;
}

/** One runner of background work; several, in one process or in many, are the work's own affair. */
export function createBackground(
  { store, scheduler, log }: Pick<Ports, 'store' | 'scheduler' | 'log'>,
  { name, channel, pollMs, work }: BackgroundOptions,
): Background {
  let running = false;
  let stopping = false;
  let again = false;
  let current: Promise<number> | undefined;
  let cancelPoll = (): void => undefined;
  let stopListening = async (): Promise<void> => undefined;

  const drainAll = async (): Promise<number> => {
    let done = 0;
    do {
      again = false;
      done += await work(() => stopping);
    } while (again && !stopping);
    return done;
  };

  const drain = (): Promise<number> => {
    again = true;
    current ??= drainAll().finally(() => {
      current = undefined;
    });
    return current;
  };

  const inBackground = (): void => {
    if (!running) return;
    drain().catch((error: unknown) => {
      log.error(`${name}_failed`, { reason: faultName(error) });
    });
  };

  const poll = (): void => {
    cancelPoll = scheduler.after(pollMs, () => {
      inBackground();
      if (running) poll();
    });
  };

  return {
    drain,
    async start() {
      running = true;
      stopping = false;
      stopListening = await store.listen(channel, inBackground);
      poll();
      inBackground();
    },
    async stop() {
      running = false;
      stopping = true;
      cancelPoll();
      await stopListening();
      await current?.catch(() => undefined);
    },
  };
}

/** What kind of fault it was, for the log: its code or its name, never its message. */
export function faultName(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
