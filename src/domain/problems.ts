/**
 * The closed list of problems (domain.md 6). The slug is the kind, which programs branch on; the code is the
 * exact reason, by which UI texts are chosen. Each kind names its status and its codes, the usual one first.
 */
import {
  codeCodes,
  emailCodes,
  nameCodes,
  passwordCodes,
  queryCodes,
  usernameCodes,
  type ClientProblemCode,
} from './problem-codes.js';

export const problems = {
  'malformed-request': { status: 400, codes: ['json_malformed', 'account_id_malformed'] },
  'idempotency-key-missing': { status: 400, codes: ['idempotency_key_missing'] },
  'idempotency-key-malformed': { status: 400, codes: ['idempotency_key_malformed'] },

  unauthenticated: { status: 401, codes: ['unauthenticated'] },
  'credentials-wrong': { status: 401, codes: ['credentials_wrong'] },
  'step-up-required': { status: 401, codes: ['step_up_required'] },

  forbidden: { status: 403, codes: ['forbidden', 'role_above_actor', 'role_above_ceiling'] },
  'cannot-change-own-role': { status: 403, codes: ['role_self_change'] },
  'link-pending': { status: 403, codes: ['link_pending'] },
  'invitation-email-mismatch': { status: 403, codes: ['invite_wrong_identity'] },
  'invitation-no-longer-allowed': { status: 403, codes: ['invite_no_longer_allowed'] },
  'email-unverified': { status: 403, codes: ['email_unverified'] },
  'email-code-required': { status: 403, codes: ['email_code_required'] },
  'mfa-enrolment-required': { status: 403, codes: ['mfa_enrolment_required'] },
  'mfa-required-by-policy': { status: 403, codes: ['mfa_required_by_policy'] },
  'reset-out-of-scope': { status: 403, codes: ['reset_out_of_scope'] },
  'origin-refused': { status: 403, codes: ['origin_refused'] },

  'not-found': { status: 404, codes: ['not_found'] },

  'already-member': { status: 409, codes: ['already_member'] },
  'invitation-pending': { status: 409, codes: ['invite_pending'] },
  'invitation-not-pending': { status: 409, codes: ['invite_not_pending'] },
  'seat-limit-reached': { status: 409, codes: ['seat_limit'] },
  'username-taken': { status: 409, codes: ['username_taken', 'username_cooling_off'] },
  'username-taken-elsewhere': { status: 409, codes: ['username_taken_elsewhere'] },
  'identity-exists': { status: 409, codes: ['identity_exists'] },
  'last-owner': { status: 409, codes: ['last_owner'] },
  'transfer-pending': { status: 409, codes: ['transfer_pending'] },
  'link-exists': { status: 409, codes: ['link_exists'] },
  'already-linked': { status: 409, codes: ['already_linked'] },
  'link-cycle': { status: 409, codes: ['link_cycle'] },
  'link-not-pending': { status: 409, codes: ['link_not_pending'] },
  'single-billing-active': { status: 409, codes: ['single_billing_active'] },
  'child-without-owner': { status: 409, codes: ['child_without_owner'] },
  'has-active-links': { status: 409, codes: ['has_active_links'] },
  'account-changed': { status: 409, codes: ['account_changed'] },
  'idempotency-in-progress': { status: 409, codes: ['idempotency_in_progress'] },

  'invitation-not-found': { status: 410, codes: ['invite_not_found'] },
  'invitation-expired': { status: 410, codes: ['invite_expired'] },
  'invitation-revoked': { status: 410, codes: ['invite_revoked'] },
  'invitation-used': { status: 410, codes: ['invite_used'] },
  'account-unavailable': { status: 410, codes: ['account_unavailable'] },
  'challenge-ended': { status: 410, codes: ['challenge_ended'] },

  'stale-version': { status: 412, codes: ['precondition_failed'] },
  'body-too-large': { status: 413, codes: ['body_too_large'] },
  'unsupported-media-type': { status: 415, codes: ['unsupported_media_type'] },
  'host-refused': { status: 421, codes: ['host_refused'] },

  'type-mismatch': { status: 422, codes: ['type_mismatch', 'invalid_unicode'] },
  'email-invalid': { status: 422, codes: emailCodes },
  'name-invalid': { status: 422, codes: nameCodes },
  'username-invalid': { status: 422, codes: usernameCodes },
  'password-rejected': { status: 422, codes: passwordCodes },
  'role-not-available': {
    status: 422,
    codes: ['role_not_available', 'role_not_grantable', 'role_unknown', 'role_required'],
  },
  'code-invalid': { status: 422, codes: codeCodes },
  'code-reused': { status: 422, codes: ['mfa_code_used', 'recovery_code_used'] },
  'query-invalid': { status: 422, codes: queryCodes },
  'invitation-malformed': { status: 422, codes: ['invite_malformed'] },
  'link-code-invalid': { status: 422, codes: ['link_code_invalid'] },
  'account-mismatch': { status: 422, codes: ['account_mismatch'] },
  'too-many-items': { status: 422, codes: ['too_many_items'] },
  'idempotency-key-reused': { status: 422, codes: ['idempotency_key_reused'] },
  'return-url-refused': { status: 422, codes: ['return_url_refused'] },

  'factor-locked': { status: 423, codes: ['mfa_locked'] },
  'precondition-required': { status: 428, codes: ['precondition_required'] },
  'rate-limited': { status: 429, codes: ['rate_limited'] },
  unavailable: { status: 503, codes: ['unavailable'] },
} as const;

/** The kind of a problem: the last part of its `type`. */
export type ProblemSlug = keyof typeof problems;

/** A reason that travels on the wire. */
export type WireProblemCode = (typeof problems)[ProblemSlug]['codes'][number];

/** Every reason, those of page and client included. */
export type ProblemCode = WireProblemCode | ClientProblemCode;
