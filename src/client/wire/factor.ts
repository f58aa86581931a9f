import type { EnrolmentState, MfaMethod, MfaPolicy } from '../../domain/index.js';
import type { Open, Timestamp } from './common.js';

/** One second factor of the signed-in person; its secret is told once, when the set-up starts. */
export interface MfaEnrolment {
  id: string;
  method: Open<MfaMethod>;
  state: Open<EnrolmentState>;
  label: string | null;
  createdAt: Timestamp;
  lastUsedAt: Timestamp | null;
  version: number;
}

/** The person's factors, and what is asked of them (R65, R70). */
export interface MfaOverview {
  enrolments: MfaEnrolment[];
  recoveryCodes: {
    /** Codes of the newest batch that are not spent. */
    remaining: number;
    createdAt: Timestamp | null;
    /** Did the person say that they keep them? If not, offer a new batch (S04). */
    saved: boolean;
  };
  /** The strictest policy among the person's accounts. */
  policy: Open<MfaPolicy>;
  /** `required`: no other page opens before it is done; `suggested`: asked, and may be put off (R70). */
  demand: 'required' | 'suggested' | 'none';
}

export interface EnrolmentDraft {
  method?: 'totp';
  /** What the person calls the device, at most 40 characters. */
  label?: string;
}

/** A started set-up. Shown once and kept nowhere; it is dead at `expiresAt` or when another one starts (R63). */
export interface EnrolmentStarted extends MfaEnrolment {
  /** 160 bits, Base32 without padding. */
  secret: string;
  /** `otpauth://` address for a QR code (Key URI format). */
  otpauthUri: string;
  expiresAt: Timestamp;
}

export interface EnrolmentProof {
  code: string;
}

/** The active factor, with the ten recovery codes that are told once; null where a batch is still good. */
export interface EnrolmentVerified extends MfaEnrolment {
  recoveryCodes: string[] | null;
}

/** A new batch; every earlier code is void (R65). */
export interface RecoveryCodeBatch {
  codes: string[];
}

/** A browser that skips the second factor until `expiresAt` (R67). */
export interface TrustedDevice {
  id: string;
  /** Browser and system, such as `Firefox on Linux`. */
  label: string;
  /** Is it the one that asks? */
  current: boolean;
  firstSeenAt: Timestamp;
  lastSeenAt: Timestamp;
  expiresAt: Timestamp;
  lastCountry: string | null;
}

export interface TrustedDeviceList {
  items: TrustedDevice[];
}

/** What the policy `required` means to the people of an account: who is without a second factor (R70). */
export interface MfaForecast {
  accountId: string;
  /** The policy as it is. */
  policy: Open<MfaPolicy>;
  /** Active members. */
  members: number;
  /** Those of them without a second factor: they would have to set one up before they enter again. */
  without: number;
  /** On a client: people of the partner account who reach it, and have none either. */
  partnerWithout: number;
  /** Is the caller one of them? */
  you: boolean;
  /** From when on a reminder may be sent; null is now. */
  remindAt: Timestamp | null;
}

/** A reminder that left. */
export interface MfaReminder {
  /** How many people it was mailed to. */
  sent: number;
  /** From when on the next one may be sent. */
  nextAt: Timestamp;
}

/** Mails a link to set a new password; the answer is the same whether somebody has that name or not (P18). */
export interface PasswordResetRequest {
  username: string;
}

/** The new password with the token of the mailed link; factors stay as they are (P6). */
export interface PasswordReset {
  token: string;
  password: string;
}
