import type { JobItemQuery, Offboarding, OffboardingDraft, OffboardingItem } from '../client/index.js';
import { everyPage } from './every-page.js';
import type { StoreContext } from './scope.js';
import { createWatchedJob } from './watched-job.js';

/** Whose access ends, and where; everywhere without `accountIds`. */
export type OffboardingChoice = Omit<OffboardingDraft, 'dryRun'>;

/** Ending one person's access: the preview and the job itself, each with its progress (R88, R89). */
export function createOffboardingStore(context: StoreContext) {
  const { client, accountId, signal } = context;
  const look = (id: string) => client.offboardings.get(id, { signal });
  const preview = createWatchedJob<Offboarding>(context, look);
  const job = createWatchedJob<Offboarding>(context, look);
  return {
    $preview: preview.$run,
    $run: job.$run,
    preview: (choice: OffboardingChoice) =>
      preview.begin(JSON.stringify(choice), (idempotencyKey) =>
        client.offboardings.forecast(accountId, { ...choice, dryRun: true }, { signal, idempotencyKey }),
      ),
    start: (choice: OffboardingChoice, begun?: (job: Offboarding) => void) =>
      job.begin(
        JSON.stringify(choice),
        (idempotencyKey) =>
          client.offboardings.start(accountId, { ...choice, dryRun: false }, { signal, idempotencyKey }),
        begun,
      ),
    retry: (id: string, begun?: (job: Offboarding) => void) =>
      job.begin(
        `retry ${id}`,
        (idempotencyKey) => client.offboardings.retry(id, { signal, idempotencyKey }),
        begun,
      ),
    async cancel() {
      const running = job.$run.get().job;
      return running && job.begin('cancel', () => client.offboardings.cancel(running, { signal }));
    },
    resume: job.resume,
    items: (id: string, query: JobItemQuery = {}): Promise<OffboardingItem[]> =>
      everyPage((page) => client.offboardings.items(id, { ...query, ...page }, { signal })),
    leave() {
      preview.leave();
      job.leave();
    },
  };
}

export type OffboardingStore = ReturnType<typeof createOffboardingStore>;
