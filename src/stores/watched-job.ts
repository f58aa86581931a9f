import { atom, type ReadableAtom } from 'nanostores';
import { intentKey, type CcError, type Job } from '../client/index.js';
import type { StoreContext } from './scope.js';

/** How far a job is. It goes on at the backend, whether or not anybody looks. */
export type JobRun<J> =
  | { readonly state: 'idle'; readonly job?: undefined; readonly error?: undefined }
  | { readonly state: 'running'; readonly job?: J; readonly error?: undefined }
  | { readonly state: 'ended'; readonly job: J; readonly error?: undefined }
  | { readonly state: 'failed'; readonly job?: J; readonly error: CcError };

export interface WatchedJob<J> {
  readonly $run: ReadableAtom<JobRun<J>>;
  /**
   * Begins with what `start` answers, which `begun` is told, and looks until it has ended. The same intent keeps its
   * key until it succeeds.
   */
  begin(
    intent: string,
    start: (idempotencyKey: string) => Promise<J>,
    begun?: (job: J) => void,
  ): Promise<JobRun<J>>;
  /** Takes up a job that was begun before, such as after a reload. */
  resume(id: string): Promise<JobRun<J>>;
  /** Stops looking; the job itself goes on. */
  leave(): void;
}

/** The first look comes soon, for a small job; a long one is looked at every two seconds. */
const firstLookMs = 250;
const lastLookMs = 2_000;

/** Looks at a job until it has ended, with growing pauses. A look that fails is only a longer pause. */
export function createWatchedJob<J extends Job<string>>(
  { clock, signal, onDispose }: StoreContext,
  look: (id: string) => Promise<J>,
): WatchedJob<J> {
  let run = { state: 'idle' } as JobRun<J>;
  const $run = atom<JobRun<J>>(run);
  const keys = new Map<string, string>();
  let stop = () => undefined as void;
  let round = 0;
  const show = (next: JobRun<J>) => $run.set((run = next));
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(ms, resolve);
      stop = () => {
        cancel();
        resolve();
      };
    });

  async function follow(first: J): Promise<JobRun<J>> {
    const own = (round += 1);
    let job = first;
    for (let ms = firstLookMs; own === round && !signal.aborted; ms = Math.min(ms * 1.5, lastLookMs)) {
      show({ state: waits(job) ? 'running' : 'ended', job });
      if (!waits(job)) break;
      await pause(ms);
      if (own !== round) break;
      job = await look(job.id).catch((error: CcError) => {
        if (error.kind === 'not-found' || error.kind === 'unauthenticated') throw error;
        return job;
      });
    }
    return run;
  }

  async function begin(
    intent: string,
    start: (idempotencyKey: string) => Promise<J>,
    begun?: (job: J) => void,
  ): Promise<JobRun<J>> {
    const key = keys.get(intent) ?? intentKey();
    keys.set(intent, key);
    show({ state: 'running', job: run.job });
    try {
      const job = await start(key);
      keys.delete(intent);
      begun?.(job);
      return await follow(job);
    } catch (error) {
      if (!signal.aborted) show({ state: 'failed', job: run.job, error: error as CcError });
      return run;
    }
  }

  onDispose(() => {
    round += 1;
    stop();
  });

  return {
    $run,
    begin,
    resume: (id) => begin(`resume ${id}`, () => look(id)),
    leave() {
      round += 1;
      stop();
      show({ state: 'idle' });
    },
  };
}

/** The job as soon as the backend has taken it; rejects where the backend refused. */
export function whenBegun<J>(run: (begun: (job: J) => void) => Promise<JobRun<J>>): Promise<J> {
  return new Promise((resolve, reject) => {
    void run(resolve).then(({ state, error }) => {
      if (state === 'failed') reject(error);
    });
  });
}

const waits = ({ status }: Job<string>): boolean => status === 'queued' || status === 'running';
