import { plural } from '../plural.js';
import type { ProblemText, RequestCode } from '../problem-texts.js';
import { readProblems } from './read-problems.js';

const tries = (left: number | undefined) =>
  left === undefined
    ? ''
    : plural('en', left, { one: ' You have 1 try left.', other: ` You have ${left} tries left.` });

/** One sentence for every way a request can fail, by code; a code without one does not compile. */
export const problems = {
  ...readProblems,

  json_malformed: 'The server couldn’t read what was sent. Reload the page and try again.',
  account_id_malformed: 'This address doesn’t lead to an account. Check the link.',
  idempotency_key_missing: 'The request wasn’t complete. Reload the page and try again.',
  idempotency_key_malformed: 'The request wasn’t complete. Reload the page and try again.',
  idempotency_key_reused: 'This was sent before with other values. Reload the page to see what is saved.',
  idempotency_in_progress: 'This is still being done. Wait a moment.',
  precondition_required: 'The request wasn’t complete. Reload the page and try again.',
  type_mismatch: 'A value has a form the server can’t use. Check what you typed.',
  invalid_unicode: 'The text contains broken characters. Type it again.',
  body_too_large: 'That’s more than fits in one go. Send less at once.',
  unsupported_media_type: 'The server couldn’t read what was sent. Reload the page and try again.',
  account_mismatch: 'This belongs to another account, so nothing was changed.',
  too_many_items: 'That’s more than fits in one go. Choose fewer.',
  origin_refused: 'This page isn’t allowed to make changes here.',
  host_refused: 'This address isn’t allowed to reach the server.',
  return_url_refused: 'The page to return to isn’t allowed.',

  credentials_wrong: 'The username or password is wrong.',
  step_up_required: 'Confirm it’s you to go on.',
  forbidden: 'You can’t do this on this account. Ask the Account Owner.',
  role_above_actor: 'This role can do more than you can here, so you can’t give it.',
  role_above_ceiling: 'The client account’s owner has limited which roles the partner can use here.',
  role_self_change: 'You can’t change your own role. Ask another manager of this account.',
  not_found: 'This isn’t here any more, or you can’t open it.',
  precondition_failed: 'Somebody changed this meanwhile. Check the current values.',
  account_changed: 'You’re in another account now, so nothing was sent.',

  already_member: 'Already a user on this account.',
  invite_pending: 'Already invited. You can resend the invite or change its role.',
  invite_not_pending: 'This invite was already accepted or cancelled.',
  seat_limit: ({ limit }) =>
    limit === undefined
      ? 'All users of the plan are in use.'
      : plural('en', limit, {
          one: 'The plan includes 1 user, who is already there.',
          other: `All ${limit} users of the plan are in use.`,
        }),
  username_taken: 'This username is taken. Choose another.',
  username_cooling_off: 'This username was given up not long ago and can’t be used yet. Choose another.',
  username_taken_elsewhere: 'This email address is somebody’s username on another account.',
  identity_exists: 'You already have a login with this email address. Sign in with it to join.',
  last_owner: 'An account always has one owner. Transfer ownership first.',
  transfer_pending: 'A transfer of ownership is already waiting for an answer.',
  role_not_available: 'This role isn’t offered on client accounts.',
  role_not_grantable: 'Ownership can’t be given with an invite. Transfer it instead.',
  role_unknown: 'This role isn’t known here. Choose another.',
  role_required: 'Choose a role.',

  invite_not_found: 'This invite doesn’t exist. Ask for a new one.',
  invite_expired: 'This invite has expired. Ask for a new one.',
  invite_revoked: 'This invite was cancelled.',
  invite_used: 'This invite was already used. Sign in instead.',
  invite_malformed: 'The link is incomplete. Copy all of it from the email.',
  invite_wrong_identity: 'This invite is for somebody else’s email address.',
  invite_no_longer_allowed: 'The person who invited you can’t give this role any more. Ask for a new invite.',
  email_unverified: 'Confirm your email address first.',
  email_code_required: 'Type the code we emailed to you.',

  mfa_enrolment_required: 'This account asks for a second factor. Set it up to go on.',
  mfa_required_by_policy: 'This account requires a second factor, so it can’t be turned off.',
  reset_out_of_scope:
    'This person also belongs to accounts you don’t manage, so they have to reset it themselves.',
  mfa_code_wrong: ({ attemptsLeft }) => `That code isn’t right.${tries(attemptsLeft)}`,
  mfa_code_format: 'The code has 6 digits.',
  mfa_code_used: 'That code was already used. Wait for the next one.',
  recovery_code_used: 'That recovery code was already used. Use another.',
  email_code_wrong: ({ attemptsLeft }) => `That code isn’t right.${tries(attemptsLeft)}`,
  email_code_expired: 'That code has expired. Ask for a new one.',
  challenge_ended: 'Too many wrong codes. Start again with your password.',
  mfa_locked: 'The second factor is locked. Use a recovery code.',

  link_pending: 'The client account’s owner hasn’t approved the link yet.',
  link_exists: 'These accounts are already linked, or a request is waiting.',
  already_linked: 'This account is already managed by another partner.',
  link_cycle: 'An account can’t be its own client.',
  link_not_pending: 'This request was already answered.',
  link_code_invalid: 'No account has this link code. Check it with the client.',
  single_billing_active: 'Turn Single Billing off for this account first.',
  child_without_owner: 'This account has no owner of its own, so it can’t be released yet.',
  has_active_links: 'End the links to its client accounts first.',

  aborted: 'This was stopped.',
} satisfies Record<RequestCode | 'unexpected', ProblemText>;
