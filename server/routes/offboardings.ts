import { endpoint, type Endpoint } from '../endpoint.js';
import { requireManagesPeople } from '../services/managed-accounts.js';
import { finishOffboarding } from '../services/offboarding-items.js';
import { listOffboardingItems, startOffboarding, wireOffboarding } from '../services/offboardings.js';
import { listOwnJobs } from '../services/jobs.js';
import { jobEndpoints } from './job-endpoints.js';
import {
  jobQuery,
  offboarding,
  offboardingDraft,
  offboardingItemPage,
  offboardingItemQuery,
  offboardingPage,
} from './schemas/job.js';

const tag = 'Offboarding';

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
    path: '/accounts/:accountId/offboardings',
    summary: 'Offboardings I have started here, newest first',
    tag,
    access: { account: 'accountId' },
    query: jobQuery,
    reply: { 200: offboardingPage },
    async handle({ context, access, query }) {
      requireManagesPeople(access);
      const { account } = access;
      const found = await listOwnJobs(context, 'offboarding', { ...query, accountId: account.id });
      return { status: 200, body: { ...found, items: found.items.map(wireOffboarding) } };
    },
  }),
  ...jobEndpoints({
    ...{ kind: 'offboarding', tag, one: '/offboardings/:offboardingId' },
    summaries: { get: 'How far an offboarding is', items: 'Outcomes, one for each access' },
    shapes: { job: offboarding, page: offboardingItemPage, query: offboardingItemQuery },
    ...{ wire: wireOffboarding, list: listOffboardingItems, finish: finishOffboarding },
  }),
];
