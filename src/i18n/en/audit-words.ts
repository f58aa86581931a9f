import type { AuditAction } from '../../domain/audit.js';
import { plural } from '../plural.js';

/** Who did it, and what a person calls the thing it was done to. */
interface Told {
  readonly actor: string;
  readonly target: string;
}

type Sentence = (told: Told) => string;

/**
 * What happened, one sentence for each action of the history; an action without one does not compile. They are in
 * the past tense, so that "You" and a name both fit.
 */
const sentences: Readonly<Record<AuditAction, Sentence>> = {
  'account.closed': ({ actor }) => `${actor} closed the account`,
  'account.created': ({ actor }) => `${actor} opened the account`,
  'account.restored': ({ actor }) => `${actor} restored the account`,
  'account.updated': ({ actor }) => `${actor} changed the account’s settings`,
  'invitation.accepted': ({ target }) => `${target} accepted the invite`,
  'invitation.bounced': ({ target }) => `The invite to ${target} couldn’t be delivered`,
  'invitation.created': ({ actor, target }) => `${actor} invited ${target}`,
  'invitation.declined': ({ target }) => `${target} declined the invite`,
  'invitation.delivered': ({ target }) => `The invite to ${target} was delivered`,
  'invitation.held': ({ target }) => `The invite to ${target} waits for a free username`,
  'invitation.link-copied': ({ actor, target }) => `${actor} copied the invite URL for ${target}`,
  'invitation.queued': ({ target }) => `The invite to ${target} waits to be mailed`,
  'invitation.released': ({ target }) => `The invite to ${target} goes out, because the username is free`,
  'invitation.renewal-asked': ({ target }) => `${target} asked for a new invite`,
  'invitation.resent': ({ actor, target }) => `${actor} sent the invite to ${target} again`,
  'invitation.revoked': ({ actor, target }) => `${actor} cancelled the invite to ${target}`,
  'invitation.role-changed': ({ actor, target }) => `${actor} changed the role in the invite to ${target}`,
  'invitation.sent': ({ target }) => `The invite to ${target} was mailed`,
  'link.approved': ({ actor }) => `${actor} approved the link between partner and client`,
  'link.cancelled': ({ actor }) => `${actor} took the link request back`,
  'link.declined': ({ actor }) => `${actor} declined the link request`,
  'link.ended': ({ actor }) => `${actor} ended the link between partner and client`,
  'link.expired': () => 'The link request expired without an answer',
  'link.reminded': ({ actor }) => `${actor} sent a reminder of the link request`,
  'link.requested': ({ actor }) => `${actor} asked to link a client account`,
  'link-code.rotated': ({ actor }) => `${actor} made a new link code`,
  'member.added': ({ target }) => `${target} became a user`,
  'member.left': ({ target }) => `${target} left the account`,
  'member.reactivated': ({ actor, target }) => `${actor} reactivated ${target}`,
  'member.removed': ({ actor, target }) => `${actor} removed ${target}`,
  'member.restored': ({ target }) => `${target} is a user again, because the account was restored`,
  'member.role-changed': ({ actor, target }) => `${actor} changed the role of ${target}`,
  'member.suspended': ({ actor, target }) => `${actor} suspended ${target}`,
  'mfa.codes-renewed': ({ target }) => `${target} made new recovery codes`,
  'mfa.enrolled': ({ target }) => `${target} turned two-factor sign-in on`,
  'mfa.locked': ({ target }) => `The second factor of ${target} was locked after too many wrong codes`,
  'mfa.recovered': ({ target }) => `${target} signed in with a recovery code`,
  'mfa.removed': ({ target }) => `${target} turned two-factor sign-in off`,
  'mfa.reset': ({ actor, target }) => `${actor} reset the two-factor sign-in of ${target}`,
  'transfer.accepted': ({ target }) => `${target} accepted the ownership`,
  'transfer.cancelled': ({ actor, target }) => `${actor} took the ownership offered to ${target} back`,
  'transfer.expired': ({ target }) => `The ownership offered to ${target} expired without an answer`,
  'transfer.started': ({ actor, target }) => `${actor} offered the ownership to ${target}`,
  'user.password-changed': ({ target }) => `${target} changed their password`,
  'user.updated': ({ target }) => `${target} changed their profile`,
};

/** The history of an account and of a person: what happened, and what was before and after. */
export const auditWords = {
  ...sentences,
  /** For an action that a newer server tells and this version doesn't know. */
  unknown: ({ actor, action }: { actor: string; action: string }) => `${actor} did something else: ${action}`,

  somebody: 'Somebody',
  /** For a target that has no name any more. */
  nameless: 'somebody',
  you: 'You',

  changed: ({ field, before, after }: { field: string; before: string; after: string }) =>
    `${field}: from ${before} to ${after}`,
  nowOnly: ({ field, after }: { field: string; after: string }) => `${field}: ${after}`,
  nothing: 'nothing',
  fieldRole: 'Role',
  fieldCeiling: 'Highest role for the partner',
  fieldStatus: 'Status',
  fieldName: 'Name',
  fieldUsername: 'Username',
  fieldEmail: 'Email address',
  fieldMfa: 'Two-factor sign-in',
  fieldSingleBilling: 'Single Billing',
  mfa_off: 'hidden',
  mfa_encouraged: 'encouraged',
  mfa_required: 'required',
  status_active: 'active',
  status_suspended: 'suspended',
  status_removed: 'removed',
  status_closed: 'closed',

  today: 'Today',
  showOlder: 'Show older',
  loading: 'Loading history',
  olderFailed: 'Older entries couldn’t be loaded.',
  newOnes: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 new entry', other: `${count} new entries` }),
};
