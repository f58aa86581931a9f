import type {
  BulkGrantOutcome,
  ExistingChoice,
  JobState,
  MembershipStatus,
  OffboardingOutcome,
  RoleId,
} from '../../domain/index.js';
import type { AccountName } from './account.js';
import type { ListQuery, Open, Problem, Timestamp } from './common.js';

/** The person a job is about: a known login, or an address. */
export type JobSubject =
  { userId: string; email?: undefined; name?: string } | { email: string; userId?: undefined; name?: string };

/** One person, many accounts (R79). */
export interface BulkGrantDraft {
  subject: JobSubject;
  roleId: RoleId;
  /** 1 to 500, each once; a role of its own wins over `roleId`. */
  accounts: { accountId: string; roleId?: RoleId }[];
  /** What to do where the person has a role already; `skip` when absent (R80). */
  existing?: ExistingChoice;
  /** Tells what would happen, and changes nothing (R82). */
  dryRun?: boolean;
  message?: string;
}

export interface Job<Outcome extends string> {
  id: string;
  status: Open<JobState>;
  dryRun: boolean;
  subject: { userId: string | null; email: string | null; displayName: string | null };
  /** Items in all, items that have an outcome, and how many of each. */
  counts: { total: number; done: number } & Partial<Record<Outcome, number>>;
  createdAt: Timestamp;
  finishedAt: Timestamp | null;
  version: number;
}

export interface BulkGrant extends Job<BulkGrantOutcome> {
  roleId: Open<RoleId>;
  existing: Open<ExistingChoice>;
}

export interface BulkGrantItem {
  account: AccountName;
  roleId: Open<RoleId>;
  /** Null until its turn; in a dry run what would become of it. */
  outcome: Open<BulkGrantOutcome> | null;
  membershipId: string | null;
  invitationId: string | null;
  problem: Problem | null;
}

/** Ends one person's access to many accounts of a partnership (R88, R89). */
export interface OffboardingDraft {
  subject: JobSubject;
  /** All of the actor's accounts when absent. */
  accountIds?: string[];
  dryRun: boolean;
}

export interface Offboarding extends Job<OffboardingOutcome> {
  parentId: string;
}

export interface OffboardingItem {
  id: string;
  account: AccountName;
  kind: 'membership' | 'invitation' | 'inherited' | (string & {});
  roleId: Open<RoleId>;
  outcome: Open<OffboardingOutcome> | null;
  problem: Problem | null;
}

/** Jobs that the viewer started, newest first, without forecasts; only the latest are kept in sight. */
export interface JobQuery {
  limit?: number;
  cursor?: string;
  from?: number;
  /** `open`: queued or at work. */
  status?: 'open' | 'ended';
}

export interface BulkGrantQuery extends JobQuery {
  /** Only those whose accounts belong to this partner account. */
  parent?: string;
}

export interface JobItemQuery extends ListQuery {
  outcome?: BulkGrantOutcome | OffboardingOutcome;
}

/** A person of the partner account or of its clients, once, however many accounts they are on. */
export interface PersonSummary {
  /**
   * What `people.access` takes: the user's id, or for somebody known by an address alone the id of their oldest
   * pending invitation. It stays good after they accept.
   */
  id: string;
  userId: string | null;
  email: string;
  displayName: string | null;
  username: string | null;
  mfaActive: boolean | null;
  /** Direct memberships and pending invitations within the viewer's accounts. */
  memberships: number;
  invitations: number;
  roleIds: Open<RoleId>[];
  lastActiveAt: Timestamp | null;
}

export interface PersonQuery extends ListQuery {
  role?: RoleId;
  mfa?: 'on' | 'off';
  /** People with a membership, or those who were only invited. */
  status?: 'member' | 'invited';
}

export interface PersonAccessItem {
  account: AccountName & { kind: string };
  kind: 'membership' | 'invitation' | 'inherited';
  roleId: Open<RoleId>;
  status: Open<MembershipStatus> | 'pending' | 'expired';
  /** Where an inherited access comes from. */
  through: { accountId: string; accountName: string; roleId: Open<RoleId> } | null;
  membershipId: string | null;
  invitationId: string | null;
  userId: string | null;
  username: string | null;
  mfaActive: boolean | null;
  since: Timestamp | null;
  lastActiveAt: Timestamp | null;
  version: number | null;
}

/** Everything one person reaches within the viewer's accounts (R88). */
export interface PersonAccess {
  person: PersonSummary;
  items: PersonAccessItem[];
}
