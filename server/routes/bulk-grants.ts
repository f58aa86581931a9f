import { endpoint, type Endpoint } from '../endpoint.js';
import { finishGrant } from '../services/bulk-grant-items.js';
import { listBulkGrantItems, startBulkGrant, wireBulkGrant } from '../services/bulk-grants.js';
import { cancelJob, hasEnded, requireJob, retryJob } from '../services/jobs.js';
import { requireStepUp } from '../services/step-up.js';
import { bulkGrant, bulkGrantDraft, bulkGrantItemPage, bulkGrantItemQuery } from './schemas/job.js';

const tag = 'Bulk grants';
const one = '/bulk-grants/:bulkGrantId';

export const bulkGrantEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/bulk-grants',
    summary: 'Give one person access to many accounts, or forecast it',
    tag,
    access: 'session',
    body: bulkGrantDraft,
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 202: bulkGrant },
    problems: [
      'not-found',
      'cannot-change-own-role',
      'email-invalid',
      'name-invalid',
      'role-not-available',
      'too-many-items',
    ],
    async handle({ context, body }) {
      const job = await startBulkGrant(context, body);
      return { status: 202, body: wireBulkGrant(job), location: `/bulk-grants/${job.id}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: one,
    summary: 'How far a bulk grant is',
    tag,
    access: 'session',
    reply: { 200: bulkGrant },
    async handle({ context, params }) {
      const job = await requireJob(context, params.bulkGrantId, 'bulk_grant');
      return { status: 200, body: wireBulkGrant(job) };
    },
  }),
  endpoint({
    method: 'GET',
    path: `${one}/items`,
    summary: 'Outcomes, account by account',
    tag,
    access: 'session',
    query: bulkGrantItemQuery,
    reply: { 200: bulkGrantItemPage },
    async handle({ context, params, query }) {
      const job = await requireJob(context, params.bulkGrantId, 'bulk_grant');
      return { status: 200, body: await listBulkGrantItems(context, job, query) };
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
    reply: { 202: bulkGrant },
    async handle({ context, params }) {
      const job = await requireJob(context, params.bulkGrantId, 'bulk_grant');
      requireStepUp(context);
      return { status: 202, body: wireBulkGrant(await retryJob(context, job)) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: one,
    summary: 'Stop; what is done stays done',
    tag,
    access: 'session',
    ifMatch: true,
    reply: { 200: bulkGrant },
    async handle({ context, params, match }) {
      const job = await requireJob(context, params.bulkGrantId, 'bulk_grant');
      await match(job.version, () => wireBulkGrant(job));
      if (!hasEnded(job)) await finishGrant(context, job);
      return { status: 200, body: wireBulkGrant(await cancelJob(context, job)) };
    },
  }),
];
