import type { BulkGrant, BulkGrantDraft, BulkGrantItem, JobItemQuery } from '../client/index.js';
import { everyPage } from './every-page.js';
import type { StoreContext } from './scope.js';
import { createWatchedJob } from './watched-job.js';

/** One person, many accounts: the forecast and the job itself, each with its progress (R79–R82). */
export function createGrantJobStore(context: StoreContext) {
  const { client, signal } = context;
  const look = (id: string) => client.bulkGrants.get(id, { signal });
  const forecast = createWatchedJob<BulkGrant>(context, look);
  const job = createWatchedJob<BulkGrant>(context, look);
  const current = () => job.$run.get().job;
  return {
    $forecast: forecast.$run,
    $run: job.$run,
    /** What would become of each account; nothing changes (R82). */
    forecast: (draft: BulkGrantDraft) =>
      forecast.begin(JSON.stringify(draft), (idempotencyKey) =>
        client.bulkGrants.forecast({ ...draft, dryRun: true }, { signal, idempotencyKey }),
      ),
    start: (draft: BulkGrantDraft, begun?: (job: BulkGrant) => void) =>
      job.begin(
        JSON.stringify(draft),
        (idempotencyKey) => client.bulkGrants.start({ ...draft, dryRun: false }, { signal, idempotencyKey }),
        begun,
      ),
    /** Gives what failed another turn (R81). */
    retry: (id: string, begun?: (job: BulkGrant) => void) =>
      job.begin(
        `retry ${id}`,
        (idempotencyKey) => client.bulkGrants.retry(id, { signal, idempotencyKey }),
        begun,
      ),
    /** Stops; what is done stays done. */
    async cancel() {
      const running = current();
      return running && job.begin('cancel', () => client.bulkGrants.cancel(running, { signal }));
    },
    resume: job.resume,
    /** Outcomes of a job or a forecast, account by account, all of them. */
    items: (id: string, query: JobItemQuery = {}): Promise<BulkGrantItem[]> =>
      everyPage((page) => client.bulkGrants.items(id, { ...query, ...page }, { signal })),
    leave() {
      forecast.leave();
      job.leave();
    },
  };
}

export type GrantJobStore = ReturnType<typeof createGrantJobStore>;
