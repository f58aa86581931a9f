import type { AccountKind, AccountStatus, MfaPolicy, Relationship } from '../../src/domain/accounts.js';
import type { Delivery, InvitationState, LinkChannel } from '../../src/domain/invitations.js';
import type { MembershipGate, MembershipSource, MembershipStatus } from '../../src/domain/members.js';
import type { RoleId } from '../../src/domain/roles.js';

/**
 * A set of accounts, people and invitations under one name. Everything is said relative to the clock of the
 * backend it is put into, so that "last active 12 minutes ago" is true whenever it is seeded.
 */
export interface Scenario {
  name: ScenarioName;
  /** One sentence for a story or a toolbar. */
  summary: string;
  identityPolicy: 'one_identity' | 'per_account';
  accounts: readonly ScenarioAccount[];
  people: readonly ScenarioPerson[];
  invitations: readonly ScenarioInvitation[];
  /** Usernames a person may try, the most able first. */
  logins: readonly string[];
}

export const scenarioNames = [
  'northwind',
  'empty',
  'three',
  'five-hundred',
  'seat-limit',
  'expired-invites',
  'long-names',
  'over-limit',
  'username-conflict',
  'closed-account',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface ScenarioAccount {
  /** Short name that people and invitations refer to; the id follows from it. */
  key: string;
  name: string;
  kind: AccountKind;
  status?: AccountStatus;
  planId: string | null;
  parent?: string;
  relationship?: Relationship;
  /** Ceiling of the link to the parent (R91). */
  maxRole?: RoleId;
  singleBilling?: boolean;
  mfaPolicy?: MfaPolicy;
  createdDaysAgo: number;
  closedDaysAgo?: number;
}

export interface ScenarioPerson {
  username: string;
  email: string;
  displayName: string | null;
  mfa?: boolean;
  locale?: string;
  /** Under `per_account` exactly one. */
  memberships: readonly ScenarioMembership[];
}

export interface ScenarioMembership {
  account: string;
  role: RoleId;
  status?: MembershipStatus;
  gate?: MembershipGate;
  source?: MembershipSource;
  joinedDaysAgo: number;
  /** Null: never. */
  lastActiveMinutesAgo: number | null;
  suspendedDaysAgo?: number;
  /** Username of the person who suspended. */
  suspendedBy?: string;
}

export interface ScenarioInvitation {
  account: string;
  email: string;
  name?: string;
  role: RoleId;
  state?: InvitationState;
  delivery: Delivery;
  sentDaysAgo: number;
  sentCount?: number;
  invitedBy: string;
  message?: string;
  proposedUsername?: string;
  /** Tokens with a known text, for stories that open a link. */
  tokens?: Readonly<Partial<Record<LinkChannel, string>>>;
}

/** Password of every seeded login; public, and refused in production. */
export const demoPassword = 'northwind-demo-2026';

export const minutes = { hour: 60, day: 24 * 60 } as const;
