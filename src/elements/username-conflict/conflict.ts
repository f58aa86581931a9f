import type { InvitationDraft } from '../../client/index.js';

/** The ways out of a conflict (R30, R31). */
export type ConflictChoice = 'join' | 'here' | 'there' | 'other';

/** Somebody invites, and the address is a sign-in name on another account. */
export interface InviterConflict {
  readonly side: 'inviter';
  /** The invite that continues. */
  readonly draft: InvitationDraft;
  /** The account whose login has the name; only given to those who manage its users anyway (R32). */
  readonly account?: { readonly id: string; readonly name: string };
}

/** Somebody accepts, and has a login already, or wants a name that is in use. */
export interface InviteeConflict {
  readonly side: 'invitee';
  readonly kind: 'identity-exists' | 'username-taken';
  /** The name that was wanted. */
  readonly username: string;
  readonly accountName: string;
  readonly inviterName: string;
  readonly identityPolicy: 'one_identity' | 'per_account';
  /** Names that are free. */
  readonly suggestions?: readonly string[];
}

export type UsernameConflict = InviterConflict | InviteeConflict;

/** Which ways there are, the quickest first. One login for all accounts is joined with, never doubled (R33). */
export function choicesOf(conflict: UsernameConflict): readonly ConflictChoice[] {
  if (conflict.side === 'inviter') return ['here', 'there', 'other'];
  if (conflict.kind === 'identity-exists') return ['join', 'other'];
  return conflict.identityPolicy === 'one_identity' ? ['join', 'here', 'other'] : ['here', 'there', 'other'];
}

/** Choosing a way, proving that a name is one's own, changing it, waiting for somebody, all done. */
export type ConflictStep = 'choose' | 'prove' | 'rename' | 'wait' | 'done';
