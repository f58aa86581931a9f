import { endpoint, type Endpoint } from '../endpoint.js';
import { listAuditEvents } from '../services/audit-list.js';
import { auditPage, auditQuery } from './schemas/audit.js';

const tag = 'History';

export const auditEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/audit-events',
    summary: 'What happened here, the newest first',
    tag,
    access: { account: 'accountId', capability: 'audit.read' },
    query: auditQuery,
    reply: { 200: auditPage },
    handle: async ({ context, access, query }) => ({
      status: 200,
      body: await listAuditEvents(context, access, query),
    }),
  }),
];
