import type { CallOptions, CallTable } from '../call.js';
import { decodeItems } from '../decode.js';
import type { AuditEvent, AuditQuery, Page } from '../wire/index.js';

/** `live`: changes arrive as they happen; `polling`: everything is read again from time to time; `off`: neither. */
export type LiveState = 'live' | 'polling' | 'off';

export interface StreamOptions {
  onState?: (state: LiveState) => void;
  /** Kept up to date by the stream; handed in again, the next one goes on where this one was. */
  resume?: { lastEventId?: string };
}

/** The history of an account, and what is being added to it now. */
export interface AuditGroup extends AuditCalls {
  /** Follows the account: what changes anywhere is told as `live.changed`. Answers the function that ends it. */
  stream(accountId: string, options?: StreamOptions): () => void;
}

/** The calls of the history. */
export interface AuditCalls {
  /** What happened on an account, the newest first. */
  list(accountId: string, query?: AuditQuery, options?: CallOptions): Promise<Page<AuditEvent>>;
}

export const auditCalls: CallTable<AuditCalls> = {
  list: { to: 'GET accounts/*/audit-events', with: 'query', gives: decodeItems<AuditEvent>('id') },
};
