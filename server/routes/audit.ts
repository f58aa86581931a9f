import { endpoint, type Endpoint } from '../endpoint.js';
import { listAuditEvents } from '../services/audit-list.js';
import { accountChange, auditPage, auditQuery } from './schemas/audit.js';

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
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/events',
    summary: 'Live changes, as server-sent events',
    tag,
    access: { account: 'accountId', capability: 'account.access' },
    watches: accountChange,
    reply: { 200: null },
    handle: async ({ headers }) => ({ status: 200, watch: { after: headers.get('last-event-id') } }),
  }),
];
