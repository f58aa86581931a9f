import type { AuditAction } from '../../domain/index.js';
import type { ListQuery, Open, Timestamp } from './common.js';

/** What happened, for whom, by whom; newest first, never changed afterwards. */
export interface AuditEvent {
  id: string;
  at: Timestamp;
  /** Null is the system, or a partner person whom the viewer may not see. */
  actor: { userId: string; displayName: string | null; username: string } | null;
  accountId: string;
  /** `<thing>.<what happened>`, such as `invitation.created`. */
  action: Open<AuditAction>;
  targetType: string;
  targetId: string;
  /** What a person calls the target, where it still has a name. */
  targetName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  ip: string | null;
  correlationId: string | null;
}

export interface AuditQuery extends Pick<ListQuery, 'limit' | 'cursor' | 'from'> {
  /** RFC 3339 times, `since` included, `until` excluded. */
  since?: Timestamp;
  until?: Timestamp;
  /** Actions or their first parts, comma separated: `invitation,member.removed`. */
  types?: string;
  actor?: string;
  target?: string;
}

/** One event of the stream of an account: which thing changed, never what it says (domain.md 6). */
export interface AccountChange {
  kind: 'member' | 'invitation' | 'account' | 'seats' | 'link' | 'transfer' | 'job' | (string & {});
  id: string;
  version: number;
}
