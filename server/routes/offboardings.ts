import { endpoint, type Endpoint } from '../endpoint.js';
import { cancelJob, hasEnded, requireJob, retryJob } from '../services/jobs.js';
import { finishOffboarding } from '../services/offboarding-items.js';
import { listOffboardingItems, startOffboarding, wireOffboarding } from '../services/offboardings.js';
import { requireStepUp } from '../services/step-up.js';
import { offboarding, offboardingDraft, offboardingItemPage, offboardingItemQuery } from './schemas/job.js';

const tag = 'Offboarding';
const one = '/offboardings/:offboardingId';

export const offboardingEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/offboardings',
    summary: 'End all access of one person, or preview it',
    tag,
    // A Partner Manager manages the people of clients, not those of the partner account; the use-case knows.
    access: { account: 'accountId' },
    body: offboardingDraft,
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 202: offboarding },
    problems: ['cannot-change-own-role', 'email-invalid', 'name-invalid'],
    async handle({ context, access, body }) {
      const job = await startOffboarding(context, access, body);
      return { status: 202, body: wireOffboarding(job), location: `/offboardings/${job.id}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: one,
    summary: 'How far an offboarding is',
    tag,
    access: 'session',
    reply: { 200: offboarding },
    async handle({ context, params }) {
      const job = await requireJob(context, params.offboardingId, 'offboarding');
      return { status: 200, body: wireOffboarding(job) };
    },
  }),
  endpoint({
    method: 'GET',
    path: `${one}/items`,
    summary: 'Outcomes, one for each access',
    tag,
    access: 'session',
    query: offboardingItemQuery,
    reply: { 200: offboardingItemPage },
    async handle({ context, params, query }) {
      const job = await requireJob(context, params.offboardingId, 'offboarding');
      return { status: 200, body: await listOffboardingItems(context, job, query) };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/retry`,
    summary: 'Give what failed another turn',
    tag,
    access: 'session',
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 202: offboarding },
    async handle({ context, params }) {
      const job = await requireJob(context, params.offboardingId, 'offboarding');
      requireStepUp(context);
      return { status: 202, body: wireOffboarding(await retryJob(context, job)) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: one,
    summary: 'Stop; what is done stays done',
    tag,
    access: 'session',
    ifMatch: true,
    reply: { 200: offboarding },
    async handle({ context, params, match }) {
      const job = await requireJob(context, params.offboardingId, 'offboarding');
      await match(job.version, () => wireOffboarding(job));
      if (!hasEnded(job)) await finishOffboarding(context, job);
      return { status: 200, body: wireOffboarding(await cancelJob(context, job)) };
    },
  }),
];
