/** Sending invites, from the dialog or from the row of one that was not delivered. */
import type { Invitation, InvitationDraft, InviteResult, KeyedDraft } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface InviteSendInput {
  /** One draft per address. */
  drafts: InvitationDraft[];
}

/** A person wants to send invites. Answer with a result per draft, or veto to put an approval first. */
export class CcInviteSendRequestEvent extends CcRequestEvent<InviteSendInput, InviteResult<KeyedDraft>[]> {
  static readonly type = 'cc-invite-send-request';
}

/** Never holds the link: whoever has it could try to accept. */
export interface InviteSentFact {
  readonly accountId: string;
  readonly invitation: Invitation;
}

/** An invite is on its way; one event per address. */
export class CcInviteSentEvent extends CcFactEvent<InviteSentFact> {
  static readonly type = 'cc-invite-sent';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-invite-send-request': CcInviteSendRequestEvent;
    'cc-invite-sent': CcInviteSentEvent;
  }
}
