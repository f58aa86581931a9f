import type { MembershipStatus, RoleId } from '../../domain/index.js';
import type { ListQuery, Open, Timestamp } from './common.js';

/** The person behind a membership, as other managers of the account see them. */
export interface Person {
  userId: string;
  displayName: string | null;
  username: string;
  email: string;
}

/** One direct grant: a person on an account with one role. */
export interface Member extends Person {
  id: string;
  accountId: string;
  roleId: Open<RoleId>;
  status: Open<MembershipStatus>;
  gate: 'none' | 'mfa_enrolment';
  source: 'invitation' | 'bulk' | 'owner_setup';
  mfaActive: boolean;
  /** Is this the viewer? */
  you: boolean;
  invitedBy: string | null;
  suspendedAt: Timestamp | null;
  suspendedBy: string | null;
  createdAt: Timestamp;
  lastActiveAt: Timestamp | null;
  version: number;
}

/** Columns a roster can be sorted by. */
export type MemberSort = 'name' | 'role' | 'status' | 'mfa' | 'lastActive' | 'createdAt';

export interface MemberQuery extends ListQuery {
  role?: RoleId;
  status?: MembershipStatus;
  mfa?: 'on' | 'off';
  /** Only people active since, or with `-` in front not active since, this time. */
  lastActive?: string;
}

/** One of the two per call; a status change is `active` or `suspended`. */
export interface MemberPatch {
  roleId?: RoleId;
  status?: 'active' | 'suspended';
}

/** A person of the partner account who reaches this client through the link (R90). */
export interface PartnerPerson {
  userId: string;
  displayName: string | null;
  username: string;
  email: string;
  /** Role on the partner account. */
  roleId: Open<RoleId>;
  /** What that role amounts to here, after the link's ceiling (R91). */
  effectiveRoleId: Open<RoleId>;
  mfaActive: boolean;
  /** When this person's reach began: with the link, or with their own role where that came later. */
  since: Timestamp;
  lastEnteredAt: Timestamp | null;
}

export interface PartnerPersonList {
  parent: { id: string; name: string } | null;
  items: PartnerPerson[];
}
