import type { ProblemSlug } from '../../src/domain/index.js';
import { ProblemError } from '../problem.js';
import type { UniqueViolation } from '../stores/port.js';

/** Unique rule of the schema → what it means to a caller. */
const meanings: Readonly<Record<string, ProblemSlug>> = {
  member_once: 'already-member',
  one_owner: 'last-owner',
  invitation_pending: 'invitation-pending',
  username_taken: 'username-taken',
  verified_email: 'identity-exists',
  link_open: 'link-exists',
  one_managing_parent: 'already-linked',
  transfer_pending: 'transfer-pending',
};

/**
 * A race that only the store could decide (threat 14): whoever came second gets the refusal that looking first
 * would have given. Undefined for a rule that no caller can meet.
 */
export function problemOfViolation(violation: UniqueViolation): ProblemError | undefined {
  const slug = meanings[violation.rule];
  return slug && new ProblemError(slug);
}
