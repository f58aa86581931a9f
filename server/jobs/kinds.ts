import type { Context } from '../context.js';
import { finishGrant, grantItem } from '../services/bulk-grant-items.js';
import type { ItemResult, JobItem, JobKindName } from '../services/jobs.js';
import { finishOffboarding, offboardItem } from '../services/offboarding-items.js';
import type { Row } from '../stores/schema.js';

/** What a kind of job does. Both run inside a transaction, in the name of the person who started the job. */
export interface JobKind {
  /** One item; a `ProblemError` is its outcome `failed`. */
  run(context: Context, job: Row<'jobs'>, item: JobItem): Promise<ItemResult>;
  /** When every item has an outcome, and when the job is cancelled. */
  finish(context: Context, job: Row<'jobs'>): Promise<void>;
}

export const jobKinds: Readonly<Record<JobKindName, JobKind>> = {
  bulk_grant: { run: grantItem, finish: finishGrant },
  offboarding: { run: offboardItem, finish: finishOffboarding },
};
