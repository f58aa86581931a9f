import type { CallOptions, CallTable } from '../call.js';
import { decodeItems } from '../decode.js';
import type { AuditEvent, AuditQuery, Page } from '../wire/index.js';

/** The calls of the history; see `AuditGroup` for all of it. */
export interface AuditCalls {
  /** What happened on an account, the newest first. */
  list(accountId: string, query?: AuditQuery, options?: CallOptions): Promise<Page<AuditEvent>>;
}

export const auditCalls: CallTable<AuditCalls> = {
  list: { to: 'GET accounts/*/audit-events', with: 'query', gives: decodeItems<AuditEvent>('id') },
};
