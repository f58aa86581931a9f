/** What happens to an invite after it was sent, wherever a person does it. */
import type { Invitation } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

/** The invitation a request is about, in the state the person was looking at. */
export interface InviteInput {
  invitationId: string;
  version: number;
}

export interface InviteChangeInput extends InviteInput {
  roleId: string;
}

export interface InviteFact {
  readonly accountId: string;
  readonly invitation: Invitation;
}

export interface InviteChangedFact extends InviteFact {
  /** The role before, which Undo would restore. */
  readonly previousRoleId: string;
}

export interface InviteGoneFact {
  readonly accountId: string;
  readonly invitationId: string;
}

/** A person confirmed that an invitation is to be sent again, which ends its older links (R38). */
export class CcInviteResendRequestEvent extends CcRequestEvent<{ invitationId: string }, Invitation> {
  static readonly type = 'cc-invite-resend-request';
}

/** An invitation was sent again. */
export class CcInviteResentEvent extends CcFactEvent<InviteFact> {
  static readonly type = 'cc-invite-resent';
}

/** A person confirmed that an invitation is to be cancelled. */
export class CcInviteRevokeRequestEvent extends CcRequestEvent<InviteInput> {
  static readonly type = 'cc-invite-revoke-request';
}

/** An invitation is cancelled; its links no longer work. */
export class CcInviteRevokedEvent extends CcFactEvent<InviteGoneFact> {
  static readonly type = 'cc-invite-revoked';
}

/** A person chose another role for an invitation that was not accepted yet (R42). */
export class CcInviteChangeRequestEvent extends CcRequestEvent<InviteChangeInput, Invitation> {
  static readonly type = 'cc-invite-change-request';
}

/** An invitation carries another role. */
export class CcInviteChangedEvent extends CcFactEvent<InviteChangedFact> {
  static readonly type = 'cc-invite-changed';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-invite-resend-request': CcInviteResendRequestEvent;
    'cc-invite-resent': CcInviteResentEvent;
    'cc-invite-revoke-request': CcInviteRevokeRequestEvent;
    'cc-invite-revoked': CcInviteRevokedEvent;
    'cc-invite-change-request': CcInviteChangeRequestEvent;
    'cc-invite-changed': CcInviteChangedEvent;
  }
}
