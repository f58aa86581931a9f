import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeNothing, decodeOne, decodeItems } from '../decode.js';
import type {
  Invitation,
  InvitationCreated,
  InvitationDraft,
  InvitationLink,
  InvitationPatch,
  InvitationQuery,
  Page,
} from '../wire/index.js';

/** Invitations as the people see them who manage an account. */
export interface InvitationsGroup {
  list(accountId: string, query?: InvitationQuery, options?: CallOptions): Promise<Page<Invitation>>;
  get(accountId: string, invitationId: string, options?: CallOptions): Promise<Invitation>;
  create(accountId: string, draft: InvitationDraft, options?: CreateOptions): Promise<InvitationCreated>;
  /** Another role for a pending invitation (R42). */
  update(
    accountId: string,
    invitation: Versioned,
    patch: InvitationPatch,
    options?: WriteOptions,
  ): Promise<Invitation>;
  revoke(accountId: string, invitation: Versioned, options?: WriteOptions): Promise<void>;
  /** Sends it again; all earlier links stop (R38). */
  resend(accountId: string, invitationId: string, options?: CreateOptions): Promise<Invitation>;
  /** A fresh copied link; it ends only the earlier copied one (R25). */
  link(accountId: string, invitationId: string, options?: CreateOptions): Promise<InvitationLink>;
}

const invitation = decodeOne<Invitation>('id');

export const invitationsCalls: CallTable<InvitationsGroup> = {
  list: { to: 'GET accounts/*/invitations', with: 'query', gives: decodeItems<Invitation>('id') },
  get: { to: 'GET accounts/*/invitations/*', gives: invitation },
  create: {
    to: 'POST accounts/*/invitations',
    with: 'body',
    gives: decodeOne<InvitationCreated>('id', 'url'),
    fact: 'invitation.created',
  },
  update: {
    to: 'PATCH accounts/*/invitations/*',
    with: 'body',
    gives: invitation,
    fact: 'invitation.changed',
  },
  revoke: {
    to: 'DELETE accounts/*/invitations/*',
    gives: decodeNothing,
    fact: 'invitation.revoked',
  },
  resend: {
    to: 'POST accounts/*/invitations/*/resend',
    gives: invitation,
    fact: 'invitation.resent',
  },
  link: {
    to: 'POST accounts/*/invitations/*/link',
    gives: decodeOne<InvitationLink>('url'),
    fact: 'invitation.link-issued',
  },
};
