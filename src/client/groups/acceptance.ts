import type { CallOptions, CallTable, CreateOptions } from '../call.js';
import { decodeNothing, decodeOne } from '../decode.js';
import type {
  InvitationAcceptance,
  InvitationAccepted,
  InvitationPreview,
  UsernameAnswer,
  UsernameCheck,
} from '../wire/index.js';

/** The invitee's side of an invitation. The token travels in the body, never in an address. */
export interface AcceptanceGroup {
  /** What the holder of a link may know before accepting (R46). */
  lookup(token: string, options?: CallOptions): Promise<InvitationPreview>;
  accept(acceptance: InvitationAcceptance, options?: CreateOptions): Promise<InvitationAccepted>;
  /** Mails the code that a copied link needs (R44). */
  sendCode(token: string, options?: CreateOptions): Promise<void>;
  decline(token: string, options?: CreateOptions): Promise<void>;
  /** Asks the inviter for a new link (R37). */
  renew(token: string, options?: CreateOptions): Promise<void>;
  checkUsername(check: UsernameCheck, options?: CallOptions): Promise<UsernameAnswer>;
}

const tell = { with: 'token', gives: decodeNothing, open: true };

export const acceptanceCalls: CallTable<AcceptanceGroup> = {
  lookup: {
    to: 'POST invitation-lookups',
    with: 'token',
    gives: decodeOne<InvitationPreview>('accountName'),
    open: true,
    kind: 'read',
  },
  accept: {
    to: 'POST invitation-acceptances',
    with: 'body',
    gives: decodeOne<InvitationAccepted>('membershipId', 'accountId'),
    open: true,
    fact: (accepted) => ['invitation.accepted', accepted],
  },
  sendCode: { to: 'POST invitation-email-codes', ...tell },
  decline: { to: 'POST invitation-declines', ...tell },
  renew: { to: 'POST invitation-renewals', ...tell },
  checkUsername: {
    to: 'POST username-checks',
    with: 'body',
    gives: decodeOne<UsernameAnswer>('username'),
    open: true,
    kind: 'read',
  },
};
