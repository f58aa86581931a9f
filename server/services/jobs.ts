import {
  isTerminal,
  jobEnd,
  jobTransitions,
  nextState,
  type IdKind,
  type JobEvent,
  type JobState,
} from '../../src/domain/index.js';
import type { Job } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { pageOfArray, type PageAsked, type PageFound } from '../paging.js';
import { ProblemError } from '../problem.js';
import type { NewRow, Row } from '../stores/schema.js';
import { newId } from './new-id.js';

/** Channel that wakes the workers. */
export const jobsChannel = 'jobs';

export type JobKindName = 'bulk_grant' | 'offboarding';

/** An item that has had no turn yet. */
export const waiting = 'waiting';

/** Whom a job is about, as it was asked: an address tells nothing about who may hold it (R32). */
export interface StoredSubject {
  userId: string | null;
  email: string | null;
  displayName: string | null;
}

/** What every job keeps of the call that started it. */
export interface JobInput {
  subject: StoredSubject;
  /** Of an embed token: the job reaches no further than the call did. */
  accountLimit: string | null;
  /** Ties the history to the call. */
  requestId: string;
  /** When this run began: of this run the person is told at its end. */
  since: string;
}

export type JobItem = Row<'jobItems'>;
export type ItemDraft = Pick<JobItem, 'accountId' | 'kind'> & Partial<Pick<JobItem, 'targetId' | 'roleId'>>;

/** What became of one item. */
export type ItemResult = Pick<JobItem, 'outcome'> &
  Partial<Pick<JobItem, 'membershipId' | 'invitationId' | 'problem'>>;

type Counts = { total: number; done: number } & Record<string, number>;

const idKinds: Readonly<Record<JobKindName, IdKind>> = {
  bulk_grant: 'bulkGrant',
  offboarding: 'offboarding',
};

/** Writes a job with its items; a worker takes it from here, after the commit. */
export async function createJob<Input extends JobInput>(
  context: Context,
  job: { kind: JobKindName; accountId: string; dryRun: boolean; input: Input; items: readonly ItemDraft[] },
): Promise<Row<'jobs'>> {
  const { tx, now, random, actor } = context;
  const { kind, accountId, dryRun, input, items } = job;
  const [created] = await tx.jobs.insert({
    ...{ id: newId(random, idKinds[kind]), kind, accountId, dryRun, input },
    ...{ actorUserId: actor.user.id, status: 'queued', leaseUntil: null, finishedAt: null },
    counts: { total: items.length, done: 0 } satisfies Counts,
    createdAt: now.toISOString(),
    version: 1,
  });
  if (!created) throw new Error('The store returned no row for an insert');
  const rows = items.map((item, position): NewRow<'jobItems'> => ({
    ...{ id: newId(random, 'jobItem'), jobId: created.id, position },
    ...{
      targetId: null,
      roleId: null,
      outcome: waiting,
      membershipId: null,
      invitationId: null,
      problem: null,
    },
    ...item,
  }));
  if (rows.length > 0) await tx.jobItems.insert(...rows);
  await tx.notify(jobsChannel, 'queued');
  return created;
}

/** A job of this kind that the caller has started; anybody else's is as unknown as none. */
export async function requireJob(
  context: ReadContext,
  jobId: string,
  kind: JobKindName,
): Promise<Row<'jobs'>> {
  const { db, actor } = context;
  const job = await db.jobs.get(jobId, { lock: 'tx' in context });
  if (job?.actorUserId !== actor.user.id || job.kind !== kind) throw new ProblemError('not-found');
  if (inputOf(job).accountLimit !== actor.accountLimit && actor.accountLimit !== null) {
    throw new ProblemError('not-found');
  }
  return job;
}

/** So many of the latest jobs are kept in sight. */
const latest = 100;

/** The jobs of this kind that the caller has started, newest first, without forecasts; nobody sees another's. */
export async function listOwnJobs(
  context: ReadContext,
  kind: JobKindName,
  asked: PageAsked & { accountId?: string | undefined; status?: 'open' | 'ended' | undefined },
): Promise<PageFound<Row<'jobs'>>> {
  const { db, actor } = context;
  const jobs = await db.jobs.find({
    where: { actorUserId: actor.user.id, kind, dryRun: false, accountId: asked.accountId },
    orderBy: [
      ['createdAt', 'desc'],
      ['id', 'asc'],
    ],
    limit: latest,
  });
  const wanted = jobs
    .filter((job) => actor.accountLimit === null || inputOf(job).accountLimit === actor.accountLimit)
    .filter((job) => asked.status === undefined || hasEnded(job) === (asked.status === 'ended'));
  return pageOfArray(context, wanted, `jobs ${kind}`, asked);
}

export const inputOf = <Input extends JobInput = JobInput>(job: Row<'jobs'>): Input => job.input as Input;

/** What jobs of every kind tell of themselves. */
export function wireJob<Outcome extends string>(job: Row<'jobs'>): Job<Outcome> {
  const { id, status, dryRun, createdAt, finishedAt, version } = job;
  const counts = job.counts as Job<Outcome>['counts'];
  return { id, status, dryRun, subject: inputOf(job).subject, counts, createdAt, finishedAt, version };
}

/**
 * Writes what became of an item. Nobody edits progress, so that the version stays and a person can cancel what they
 * see. Answers false where somebody has settled it before.
 */
export async function settleItem(
  { tx }: Context<Actor | null>,
  job: Row<'jobs'>,
  item: JobItem,
  result: ItemResult,
): Promise<boolean> {
  const settled = await tx.jobItems.updateWhere({ id: item.id, outcome: waiting }, result);
  if (settled === 0) return false;
  const counts = job.counts as Counts;
  const { outcome } = result;
  const next = { ...counts, done: counts.done + 1, [outcome]: (counts[outcome] ?? 0) + 1 };
  await tx.jobs.touch({ id: job.id }, { counts: next });
  return true;
}

/** Every item has an outcome: how the job has ended (R80). */
export async function finishJob({ tx, now }: Context<Actor | null>, job: Row<'jobs'>): Promise<void> {
  const failed = (job.counts as Counts)['failed'] ?? 0;
  const status = jobEnd(failed > 0 ? ['failed'] : []);
  await tx.jobs.update(job.id, { status, leaseUntil: null, finishedAt: now.toISOString() });
}

/** What is done stays done. A job that has ended stays as it is: asking twice is harmless. */
export async function cancelJob({ tx, now }: Context, job: Row<'jobs'>): Promise<Row<'jobs'>> {
  const status = after(job, 'cancel');
  if (status === undefined) return job;
  const patch = { status, leaseUntil: null, finishedAt: now.toISOString() };
  return (await tx.jobs.update(job.id, patch)) ?? job;
}

/** R81: only what failed has another turn. A job without failures, or still at work, stays as it is. */
export async function retryJob({ tx, now }: Context, job: Row<'jobs'>): Promise<Row<'jobs'>> {
  const status = after(job, 'retry');
  if (status === undefined) return job;
  const failed = { jobId: job.id, outcome: 'failed' };
  const again = await tx.jobItems.updateWhere(failed, { outcome: waiting, problem: null });
  const { failed: _failed, ...counts } = job.counts as Counts;
  await tx.notify(jobsChannel, 'queued');
  const input = { ...inputOf(job), since: now.toISOString() };
  const patch = { status, input, counts: { ...counts, done: counts.done - again }, finishedAt: null };
  return (await tx.jobs.update(job.id, patch)) ?? job;
}

/** Has it ended, so that nothing more happens by itself? */
export const hasEnded = ({ status }: Row<'jobs'>): boolean =>
  status === 'completed_with_errors' || isTerminal(jobTransitions, status as JobState);

const after = ({ status }: Row<'jobs'>, event: JobEvent): JobState | undefined =>
  nextState(jobTransitions, status as JobState, event);
