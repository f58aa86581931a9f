import type { z } from 'zod';
import type { Context, ReadContext } from '../context.js';
import { endpoint, type Endpoint } from '../endpoint.js';
import type { PageAsked } from '../paging.js';
import { cancelJob, hasEnded, requireJob, retryJob, type JobKindName } from '../services/jobs.js';
import { requireStepUp } from '../services/step-up.js';
import type { Row } from '../stores/schema.js';

type Job = Row<'jobs'>;

/** What jobs of one kind have of their own. */
export interface JobRoutes<Query extends z.ZodType<PageAsked>> {
  kind: JobKindName;
  tag: string;
  /** Address of one job, whose id is its only parameter. */
  one: `/${string}/:${string}`;
  summaries: { get: string; items: string };
  shapes: { job: z.ZodType; page: z.ZodType; query: Query };
  wire(job: Job): unknown;
  list(context: ReadContext, job: Job, query: z.output<Query>): Promise<unknown>;
  /** What is told about a run, also one that is cut short. */
  finish(context: Context, job: Job): Promise<void>;
}

/** Watching a job, reading its outcomes, trying again what failed, stopping: the same for jobs of every kind. */
export function jobEndpoints<Query extends z.ZodType<PageAsked>>({
  kind,
  tag,
  one,
  summaries,
  shapes,
  wire,
  list,
  finish,
}: JobRoutes<Query>): readonly Endpoint[] {
  const jobOf = (context: ReadContext, params: Readonly<Record<string, string>>): Promise<Job> =>
    requireJob(context, Object.values(params)[0] ?? '', kind);
  const shared = { tag, access: 'session' } as const;
  return [
    endpoint({
      ...{ ...shared, method: 'GET', path: one, summary: summaries.get },
      reply: { 200: shapes.job },
      handle: async ({ context, params }) => ({ status: 200, body: wire(await jobOf(context, params)) }),
    }),
    endpoint({
      ...{ ...shared, method: 'GET', path: `${one}/items`, summary: summaries.items },
      query: shapes.query,
      reply: { 200: shapes.page },
      async handle({ context, params, query }) {
        const job = await jobOf(context, params);
        return { status: 200, body: await list(context, job, query as z.output<Query>) };
      },
    }),
    endpoint({
      ...{ ...shared, method: 'POST', path: `${one}/retry`, summary: 'Give what failed another turn' },
      idempotent: true,
      stepUp: 'sometimes',
      reply: { 202: shapes.job },
      async handle({ context, params }) {
        const job = await jobOf(context, params);
        requireStepUp(context);
        return { status: 202, body: wire(await retryJob(context, job)) };
      },
    }),
    endpoint({
      ...{ ...shared, method: 'DELETE', path: one, summary: 'Stop; what is done stays done' },
      ifMatch: true,
      reply: { 200: shapes.job },
      async handle({ context, params, match }) {
        const job = await jobOf(context, params);
        await match(job.version, () => wire(job));
        if (!hasEnded(job)) await finish(context, job);
        return { status: 200, body: wire(await cancelJob(context, job)) };
      },
    }),
  ];
}
