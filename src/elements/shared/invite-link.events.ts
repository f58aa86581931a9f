/** Copying an invitation's link, from the roster's row or from the dialog that has just sent it (R25). */
import type { InvitationLink } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface InviteLinkInput {
  invitationId: string;
}

/** Never holds the link itself: whoever has it could accept. */
export interface InviteLinkFact {
  readonly accountId: string;
  readonly invitationId: string;
}

/** A person wants a fresh link of an invitation, to send it in their own way. */
export class CcInviteLinkRequestEvent extends CcRequestEvent<InviteLinkInput, InvitationLink> {
  static readonly type = 'cc-invite-link-request';
}

/** The link is on the clipboard. */
export class CcInviteLinkCopiedEvent extends CcFactEvent<InviteLinkFact> {
  static readonly type = 'cc-invite-link-copied';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-invite-link-request': CcInviteLinkRequestEvent;
    'cc-invite-link-copied': CcInviteLinkCopiedEvent;
  }
}
