/** Every fixed number of the product (trust.md 0, domain.md 5). A deployment may be stricter, never looser. */
import { listLimits } from './list-limits.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export const limits = {
  ...listLimits,
  /** Life of an invitation, and the range a deployment may choose from (R37). */
  inviteLifeSeconds: 7 * day,
  inviteLifeMinSeconds: 1 * day,
  inviteLifeMaxSeconds: 30 * day,
  inviteTokenBits: 256,
  inviteMessageChars: 500,
  /** Resends of one invitation (R39). */
  resendGapSeconds: 60,
  resendsPerDay: 5,
  /** New invitations of one account in 24 h: in its first month, and later (R34). */
  invitesPerDayFirstMonth: 50,
  invitesPerDay: 500,
  firstMonthSeconds: 30 * day,

  /** Mailed six-digit codes: at sign-in (R61) and for a copied link (R44). */
  signInMailCodeSeconds: 5 * minute,
  inviteMailCodeSeconds: 10 * minute,
  mailCodeTries: 5,

  /** Authenticator codes (R63, R64). */
  totpSecretBits: 160,
  totpDigits: 6,
  totpStepSeconds: 30,
  totpSetupSeconds: 10 * minute,
  challengeSeconds: 5 * minute,
  wrongCodesPerChallenge: 5,
  wrongCodesPerWindow: 10,
  wrongCodeWindowSeconds: 15 * minute,
  wrongCodesBeforeLock: 100,
  /** First pause after ten wrong codes; each further ten double it. */
  factorPauseSeconds: 1 * minute,
  factorsPerUser: 5,
  factorLabelChars: 40,

  /** Recovery codes (R65). */
  recoveryCodes: 10,
  recoveryCodeBits: 80,

  /** Trusted devices (R67). */
  deviceTrustSeconds: 30 * day,
  trustedDevicesPerUser: 20,
  deviceLabelChars: 80,

  /** Own sign-in, embed tokens and step-up (R69). */
  sessionReferenceBits: 256,
  sessionIdleSeconds: 30 * minute,
  sessionAbsoluteSeconds: 12 * hour,
  embedTokenSeconds: 10 * minute,
  clockToleranceSeconds: 30,
  stepUpSeconds: 15 * minute,

  /** Waiting for people. */
  linkRequestSeconds: 30 * day,
  linkReminders: 3,
  /** Between two reminders, and from a refusal to the next request. */
  linkPauseSeconds: 1 * day,
  /** Requests of one pair within the life of a request. */
  linkRequestsPerPair: 3,
  /** Tries of link codes by one person in an hour. */
  linkCodeTriesPerHour: 20,
  linkCodeChars: 8,
  linkNoteChars: 500,
  transferSeconds: 72 * hour,
  emailChangeUndoSeconds: 72 * hour,
  passwordResetSeconds: hour,
  /** The first owner's link to a password, on an empty database. */
  firstOwnerSeconds: 72 * hour,
  /** Links asked for in an hour: for one name, and from one network address. */
  resetsPerName: 5,
  resetsPerAddress: 50,
  usernameRestSeconds: 90 * day,
  restoreSeconds: 120 * day,
  roleUndoSeconds: 10,
  auditKeepSeconds: 400 * day,

  /** Live changes: how long a stream can be taken up again, its sign of life, and streams of one person. */
  liveKeepSeconds: 1 * day,
  liveBeatSeconds: 15,
  liveStreamsPerUser: 20,

  /** The typed client. */
  attemptTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  attempts: 3,
  backoffBaseMs: 300,
  backoffCapMs: 5_000,
  retryAfterCapSeconds: 30,
  idempotencyKeepSeconds: 24 * hour,
  idempotencyKeyChars: 255,

  /** Sizes. */
  bodyBytes: 64 * 1024,
  emailOctets: 254,
  emailLocalOctets: 64,
  nameGraphemes: 100,
  nameBytes: 400,
  nameMarksPerBase: 8,
  usernameMin: 3,
  usernameMax: 64,
  usernameSuggestions: 3,
  passwordMin: 15,
  passwordMinWithMfa: 8,
  passwordBytes: 1024,
  csvRows: 1000,
  csvBytes: 1024 * 1024,
  bulkAccounts: 500,
} as const;

export type Limits = { readonly [Name in keyof typeof limits]: number };
