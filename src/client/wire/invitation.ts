import type { Delivery, InvitationState, RoleId } from '../../domain/index.js';
import type { ListQuery, Open, Timestamp } from './common.js';

export interface Invitation {
  id: string;
  accountId: string;
  email: string;
  name: string | null;
  roleId: Open<RoleId>;
  proposedUsername: string | null;
  state: Open<InvitationState>;
  delivery: Open<Delivery>;
  expiresAt: Timestamp;
  createdAt: Timestamp;
  sentCount: number;
  lastSentAt: Timestamp | null;
  /** When a resend is possible again (R39); null when it is now. */
  resendAvailableAt: Timestamp | null;
  invitedBy: { userId: string; displayName: string | null; you: boolean };
  /** False when the inviter may no longer grant this role (R43): whoever resends becomes the inviter. */
  inviterMayGrant: boolean;
  bulkGrantId: string | null;
  message: string | null;
  version: number;
}

export interface InvitationQuery extends ListQuery {
  role?: RoleId;
  state?: InvitationState;
}

export interface InvitationDraft {
  email: string;
  roleId: RoleId;
  name?: string;
  message?: string;
  proposedUsername?: string;
  /** BCP 47: the language of its mails; the inviter's own when absent. */
  locale?: string;
  /** `hold` keeps the invite and sends it by itself as soon as the name is free (R53). */
  onUsernameTaken?: 'refuse' | 'hold';
  /**
   * Id of an invitation of this account that this one takes the place of, such as one whose address was wrong (R36):
   * it ends in the same step, its seat passes on, and what is not said here is taken from it.
   */
  replaces?: string;
}

/**
 * The created invitation and a copied link, shown this once (R25). It is not the mailed link: who holds a copied
 * one still has to prove the mailbox (R44).
 */
export interface InvitationCreated extends Invitation {
  url: string;
}

export interface InvitationPatch {
  roleId: RoleId;
}

/** A fresh copied link; it ends only the earlier copied one (R25). */
export interface InvitationLink {
  url: string;
  expiresAt: Timestamp;
}

export interface InvitationToken {
  token: string;
}

/** All that a token's holder learns before accepting (R46). */
export interface InvitationPreview {
  accountName: string;
  accountKind: 'parent' | 'child' | 'standalone';
  roleId: Open<RoleId>;
  inviterName: string;
  maskedEmail: string;
  expiresAt: Timestamp;
  /** A copied link does not prove the mailbox (R44). */
  emailCodeRequired: boolean;
  /** The account asks for a second factor before entry (R70). */
  mfaRequired: boolean;
  proposedUsername: string | null;
  /** What the holder's session means for this invitation; `none` when signed out. */
  viewer: 'none' | 'matching' | 'unverified' | 'other';
  /** Masked address of the signed-in person, when it is another one (R45). */
  viewerMaskedEmail: string | null;
  /** More accounts covered by the same acceptance, by name (R83). */
  otherAccounts: CoveredAccount[];
}

/** Another account of the same bulk invitation. */
export interface CoveredAccount {
  accountName: string;
  roleId: Open<RoleId>;
  /** Where each account has a login of its own: the username there; before acceptance, the one suggested. */
  username: string | null;
}

export interface InvitationAcceptance extends InvitationToken {
  emailCode?: string;
  username?: string;
  password?: string;
  name?: string;
  /** BCP 47: the language a new person is mailed in from now on. */
  locale?: string;
}

export interface InvitationAccepted {
  membershipId: string;
  accountId: string;
  accountName: string;
  roleId: Open<RoleId>;
  gate: 'none' | 'mfa_enrolment';
  /** With a bulk invitation: what was joined besides (R83). */
  alsoJoined?: CoveredAccount[];
}

export interface UsernameCheck {
  username: string;
  token?: string;
}

export interface UsernameAnswer {
  username: string;
  available: boolean;
  code: string | null;
  suggestions: string[];
}
