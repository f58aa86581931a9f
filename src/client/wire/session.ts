import type { Capability, RoleId } from '../../domain/index.js';
import type { AccountName } from './account.js';
import type { Open, Timestamp } from './common.js';

/** The signed-in person's own profile. */
export interface Me {
  id: string;
  username: string;
  email: string;
  emailVerified: boolean;
  displayName: string | null;
  mfaActive: boolean;
  locale: string;
  currentAccountId: string | null;
  version: number;
}

export interface MePatch {
  username?: string;
  email?: string;
  /** Proof of the new address; without it a code is mailed there and the answer is `email-code-required`. */
  emailCode?: string;
  displayName?: string;
  /** BCP 47: the language of my mails. */
  locale?: string;
}

/** An account the person can enter, and how (direct or inherited). */
export interface MyMembership {
  account: AccountName & {
    kind: 'parent' | 'child' | 'standalone' | (string & {});
    parent: AccountName | null;
  };
  roleId: Open<RoleId>;
  source: 'direct' | 'inherited';
  membershipId: string;
  capabilities: Open<Capability>[];
}

export interface SignIn {
  username: string;
  password: string;
}

export interface SignedIn {
  user: Me;
  /** Until when the last proof counts as fresh for sensitive acts (R69). */
  stepUpUntil: Timestamp;
}

export interface SignInPending {
  challengeId: string;
  methods: Open<FactorMethod>[];
  expiresAt: Timestamp;
}

/** Exactly one of the four proofs, for the challenge of a sign-in or a step-up. */
export interface ChallengeAnswer {
  code?: string;
  emailCode?: string;
  recoveryCode?: string;
  password?: string;
  trustDevice?: boolean;
}

export type FactorMethod = 'totp' | 'recovery_code' | 'email_code' | 'password';

/** What this backend can do, so that elements hide instead of fail. */
export interface Capabilities {
  features: string[];
  identityPolicy: 'one_identity' | 'per_account';
  limits: {
    inviteDays: number;
    bulkAccounts: number;
    csvRows: number;
    pageSize: number;
    pageSizeMax: number;
    stepUpMinutes: number;
    passwordMin: number;
    passwordMinWithMfa: number;
  };
  productName: string;
  /** The plans an account may be on, in the order of their size. */
  plans: PlanName[];
}

export interface PlanName {
  id: string;
  name: string;
}

/** Marks an account for the person themselves, or takes the mark away. */
export interface FavouriteMark {
  accountId: string;
  favourite: boolean;
}

/** Whose password was reset. */
export interface PasswordResetDone {
  username: string;
}

export interface PasswordChange {
  password: string;
}

/** The link mailed to an old address: puts that address back within 72 hours. */
export interface EmailChangeUndo {
  token: string;
}
