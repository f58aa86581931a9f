import type { ProblemSlug } from '../src/domain/index.js';

/** English words of a problem for developers and logs; what people read is chosen by code on the page. */
export interface ProblemText {
  title: string;
  /** What to do, in one sentence. */
  next: string;
}

const askAgain = 'Ask the person who invited you for a new invitation.';

export const problemTexts: Readonly<Record<ProblemSlug, ProblemText>> = {
  'malformed-request': {
    title: 'The request is not well formed',
    next: 'Correct the address or the JSON and send it again.',
  },
  'idempotency-key-missing': {
    title: 'This call needs an Idempotency-Key',
    next: 'Send a new UUID in the Idempotency-Key header, and the same one when you repeat the call.',
  },
  'idempotency-key-malformed': {
    title: 'The Idempotency-Key is not well formed',
    next: 'Send a quoted string of at most 255 characters, or a bare UUID.',
  },
  unauthenticated: { title: 'Nobody is signed in', next: 'Sign in, or send a fresh token.' },
  'credentials-wrong': {
    title: 'Username or password is wrong',
    next: 'Check both and try again, or reset the password.',
  },
  'step-up-required': {
    title: 'This needs a fresh proof that it is you',
    next: 'Confirm your password or second factor, then send the call again.',
  },
  forbidden: {
    title: 'You may not do this here',
    next: 'Ask someone who manages the users of this account.',
  },
  'cannot-change-own-role': {
    title: 'Nobody changes their own role',
    next: 'Ask someone else who manages the users of this account.',
  },
  'link-pending': {
    title: 'The client has not approved the link yet',
    next: 'Wait until the owner of the client account has decided.',
  },
  'invitation-email-mismatch': {
    title: 'The invitation is for another address',
    next: 'Sign out and accept with the invited address.',
  },
  'invitation-no-longer-allowed': {
    title: 'The inviter may no longer grant this role',
    next: 'Ask the account to send the invitation again.',
  },
  'email-unverified': {
    title: 'The address is not verified',
    next: 'Ask for a code and enter it.',
  },
  'email-code-required': {
    title: 'A copied link needs a mailed code',
    next: 'Ask for the code and send it along.',
  },
  'mfa-enrolment-required': {
    title: 'The account asks for a second factor',
    next: 'Set up a second factor first.',
  },
  'mfa-required-by-policy': {
    title: 'An account requires this second factor',
    next: 'Keep the factor, or leave the account that requires it.',
  },
  'reset-out-of-scope': {
    title: 'The person also belongs to accounts you do not manage',
    next: 'The person can use a recovery code, or turn to support.',
  },
  'origin-refused': {
    title: 'Calls from this page are not allowed',
    next: 'Add the origin of the page to the allowed origins of the deployment.',
  },
  'not-found': { title: 'There is no such thing here', next: 'Check the address, or refresh the list.' },
  'already-member': {
    title: 'The person is a member already',
    next: 'Change the role of the existing member instead.',
  },
  'invitation-pending': {
    title: 'The address has a pending invitation',
    next: 'Resend it, copy its link, or change its role.',
  },
  'invitation-not-pending': {
    title: 'The invitation is not pending any more',
    next: 'Refresh, and invite again if needed.',
  },
  'seat-limit-reached': {
    title: 'The plan has no free seat',
    next: 'Free a seat or change the plan.',
  },
  'username-taken': { title: 'The username is in use', next: 'Choose another one.' },
  'username-taken-elsewhere': {
    title: 'The address is a username elsewhere',
    next: 'Choose another username here, change the old one, or use another address.',
  },
  'identity-exists': {
    title: 'The address belongs to a login already',
    next: 'Sign in with that login and join.',
  },
  'last-owner': {
    title: 'An account keeps its owner',
    next: 'Transfer the ownership first.',
  },
  'transfer-pending': {
    title: 'A transfer of ownership is under way',
    next: 'Wait until it is accepted, or cancel it.',
  },
  'link-exists': { title: 'The accounts are linked or about to be', next: 'Look at the existing link.' },
  'already-linked': {
    title: 'The account is managed by another partner',
    next: 'Its owner can end that link first.',
  },
  'link-cycle': { title: 'These accounts cannot be linked', next: 'Choose a client account.' },
  'link-not-pending': { title: 'The link is not pending any more', next: 'Refresh to see its state.' },
  'single-billing-active': {
    title: 'The client is still on the partner bill',
    next: 'Take it off Single Billing first.',
  },
  'child-without-owner': {
    title: 'The client has no active owner of its own',
    next: 'Give it an owner before the link ends.',
  },
  'has-active-links': { title: 'The account still has clients', next: 'End the links first.' },
  'account-changed': {
    title: 'Another account is open in another tab',
    next: 'Switch back to this account, then send the call again.',
  },
  'idempotency-in-progress': {
    title: 'The first call with this key is still running',
    next: 'Wait a moment and repeat the call.',
  },
  'invitation-not-found': { title: 'The invitation is not known', next: askAgain },
  'invitation-expired': { title: 'The invitation has expired', next: askAgain },
  'invitation-revoked': {
    title: 'The link is no longer valid',
    next: 'Use the newest mail, or ask for a new invitation.',
  },
  'invitation-used': { title: 'The invitation has been used', next: 'Sign in.' },
  'account-unavailable': {
    title: 'The account is no longer available',
    next: 'Turn to the person who invited you.',
  },
  'challenge-ended': { title: 'The challenge has ended', next: 'Start again with the password.' },
  'stale-version': {
    title: 'Someone changed this meanwhile',
    next: 'Compare your value with the current one, then save again with the new ETag.',
  },
  'body-too-large': { title: 'The body is too large', next: 'Send at most 64 KiB.' },
  'unsupported-media-type': { title: 'Only JSON in UTF-8 is understood', next: 'Send application/json.' },
  'host-refused': { title: 'This server does not answer for that host', next: 'Call its public address.' },
  'type-mismatch': { title: 'A value has the wrong type', next: 'Correct the fields that are named.' },
  'email-invalid': { title: 'The address is not valid', next: 'Correct the address.' },
  'name-invalid': { title: 'The name is not valid', next: 'Correct the name.' },
  'username-invalid': { title: 'The username is not valid', next: 'Choose another username.' },
  'password-rejected': { title: 'The password is not accepted', next: 'Choose another password.' },
  'role-not-available': {
    title: 'The role cannot be granted here',
    next: 'Choose one of the offered roles.',
  },
  'code-invalid': { title: 'The code is wrong', next: 'Check the code and try again.' },
  'code-reused': { title: 'The code was used already', next: 'Wait for the next code.' },
  'query-invalid': { title: 'The query is not understood', next: 'Correct the parameters that are named.' },
  'invitation-malformed': {
    title: 'The link is incomplete',
    next: 'Copy the whole link from the mail.',
  },
  'link-code-invalid': { title: 'The link code is not right', next: 'Ask the client for its current code.' },
  'account-mismatch': {
    title: 'Address and body name different accounts',
    next: 'Send the id that the address names.',
  },
  'too-many-items': { title: 'Too many items at once', next: 'Split the list.' },
  'idempotency-key-reused': {
    title: 'The Idempotency-Key was used for something else',
    next: 'Send a new key.',
  },
  'return-url-refused': { title: 'The return address is not allowed', next: 'Use an allowed address.' },
  'factor-locked': {
    title: 'The second factor is locked',
    next: 'Use a recovery code, or turn to support.',
  },
  'precondition-required': {
    title: 'The call must say which version it changes',
    next: 'Send If-Match with the ETag you last saw.',
  },
  'rate-limited': { title: 'Too many calls', next: 'Wait as long as Retry-After says.' },
  unavailable: { title: 'The service cannot answer now', next: 'Try again in a moment.' },
};
