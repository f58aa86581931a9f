import type {
  AccountKind,
  AccountStatus,
  Capability,
  MfaPolicy,
  Relationship,
  RoleId,
  RoleReason,
} from '../../domain/index.js';
import type { ListQuery, Open, Timestamp } from './common.js';

/** Names that a person may need to tell one account from another. */
export interface AccountName {
  id: string;
  name: string;
}

export interface Account extends AccountName {
  kind: Open<AccountKind>;
  status: Open<AccountStatus>;
  planId: string | null;
  planName: string | null;
  /** Present only for viewers who may enter the parent (R4). */
  parent: AccountName | null;
  relationship: Open<Relationship> | null;
  singleBilling: boolean;
  mfaPolicy: Open<MfaPolicy>;
  /** How many active client accounts a grant here would reach (R3); 0 on a client. */
  childCount: number;
  closedAt: Timestamp | null;
  version: number;
}

/**
 * A client in the list of its partner account. Of one that the viewer can't enter, referred or closed, they are told
 * name, status and relationship; what belongs to its own people is null.
 */
export interface AccountListItem extends Omit<Account, 'mfaPolicy'> {
  mfaPolicy: Open<MfaPolicy> | null;
  seats: SeatUsage | null;
  /** The viewer's strongest role there. */
  roleId: Open<RoleId> | null;
  /** `direct`: an own membership; `inherited`: through the partner account; null: no access. */
  source: 'direct' | 'inherited' | null;
  /** When anybody last used the account, partner people included. */
  lastActivityAt: Timestamp | null;
  /** Did the viewer mark it? */
  favourite: boolean;
}

export interface AccountQuery extends ListQuery {
  /** `closed`: those that the viewer may bring back (R85); without it, none that is closed. */
  status?: AccountStatus;
  plan?: string;
  seats?: 'free' | 'full' | 'over';
  /** `referred`: clients that give no access; without it, those that are managed. */
  relationship?: Relationship;
  /** The viewer's role. */
  role?: RoleId;
  /** Where that role comes from. */
  source?: 'direct' | 'inherited';
  /** Only clients of this partner account. */
  parent?: string;
  /** The accounts the viewer marked, or those they were last in, newest first. */
  show?: 'favourites' | 'recent';
}

export interface AccountPatch {
  name?: string;
  mfaPolicy?: MfaPolicy;
  singleBilling?: boolean;
}

/** What the viewer may do on one account, and why (R11, R13). */
export interface EffectiveAccess {
  userId: string;
  targetAccountId: string;
  capabilities: Open<Capability>[];
  grants: AccessGrant[];
}

export interface AccessGrant {
  membershipId: string;
  source: 'direct' | 'inherited';
  roleId: Open<RoleId>;
  grantAccountId: string;
}

/** A role as this viewer may grant it on one account: offered, or not and why (2c). */
export interface RoleDefinition {
  id: Open<RoleId>;
  grantableOn: Open<AccountKind>[];
  assignable: boolean;
  order: number;
  capabilitiesOnSelf: Open<Capability>[];
  capabilitiesOnChildren: Open<Capability>[];
  available: boolean;
  reason: Open<RoleReason> | null;
}

export interface RoleList {
  items: RoleDefinition[];
}

/** User places of an account; `limit: null` is unlimited (R15). */
export interface SeatUsage {
  accountId: string;
  limit: number | null;
  used: number;
  reserved: number;
  available: number | null;
  overLimit: boolean;
  planName: string | null;
  planUrl: string | null;
  ownerUsesSeat: boolean;
  /** How many invitations this account may still send now (R34); with a single account only. */
  invitesLeft?: number;
}
