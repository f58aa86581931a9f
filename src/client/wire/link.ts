import type { LinkSide, LinkState, Relationship, RoleId } from '../../domain/index.js';
import type { AccountName } from './account.js';
import type { ListQuery, Open, Timestamp } from './common.js';

/** The relation of a partner account and a client, asked for or in force, as both sides see it (R73–R78). */
export interface AccountLink {
  id: string;
  parent: AccountName;
  /** Before approval the partner side reads what it typed or knew: never more of the client than its name. */
  child: AccountName;
  initiatedBy: Open<LinkSide>;
  /** The side the viewer stands on. */
  side: LinkSide;
  state: Open<LinkState>;
  relationship: Open<Relationship>;
  /** The strongest role that partner people get here; null is no ceiling (R91). */
  maxRole: Open<RoleId> | null;
  note: string | null;
  /** Why a settling failed, kept while the link waits again. */
  reason: string | null;
  requestedBy: string | null;
  decidedBy: string | null;
  reminders: number;
  remindersLeft: number;
  createdAt: Timestamp;
  expiresAt: Timestamp;
  activatedAt: Timestamp | null;
  endedAt: Timestamp | null;
  endReason: string | null;
  version: number;
}

/**
 * Asks for a link between two existing accounts: two of the three. The code stands for the account that is not the
 * caller's own: a partner names the client by id or code, a client that offers itself names the partner so.
 */
export interface LinkRequest {
  parentId?: string;
  childId?: string;
  linkCode?: string;
  /** At most 500 characters, for the person who decides. */
  note?: string;
}

/** Consent is bound to what was read: both ids and both names as they were shown (R74). */
export interface LinkApproval {
  maxRole?: RoleId | null;
  shown: { parentId: string; parentName: string; childId: string; childName: string };
}

export interface LinkQuery extends ListQuery {
  state?: LinkState;
}

/** What the other side types to ask for a link with this account (R73). */
export interface LinkCode {
  code: string;
  version: number;
}
