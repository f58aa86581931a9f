import { endpoint, type Endpoint } from '../endpoint.js';
import { finishGrant } from '../services/bulk-grant-items.js';
import { listBulkGrantItems, startBulkGrant, wireBulkGrant } from '../services/bulk-grants.js';
import { listOwnJobs } from '../services/jobs.js';
import { jobEndpoints } from './job-endpoints.js';
import {
  bulkGrant,
  bulkGrantDraft,
  bulkGrantItemPage,
  bulkGrantItemQuery,
  bulkGrantPage,
  bulkGrantQuery,
} from './schemas/job.js';

const tag = 'Bulk grants';

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
    path: '/bulk-grants',
    summary: 'Bulk grants I have started, newest first',
    tag,
    access: 'session',
    query: bulkGrantQuery,
    reply: { 200: bulkGrantPage },
    async handle({ context, query: { parent: accountId, ...asked } }) {
      const found = await listOwnJobs(context, 'bulk_grant', { ...asked, accountId });
      return { status: 200, body: { ...found, items: found.items.map(wireBulkGrant) } };
    },
  }),
  ...jobEndpoints({
    ...{ kind: 'bulk_grant', tag, one: '/bulk-grants/:bulkGrantId' },
    summaries: { get: 'How far a bulk grant is', items: 'Outcomes, account by account' },
    shapes: { job: bulkGrant, page: bulkGrantItemPage, query: bulkGrantItemQuery },
    ...{ wire: wireBulkGrant, list: listBulkGrantItems, finish: finishGrant },
  }),
];
