import type { Invitation, InvitationDraft, InviteResult, KeyedDraft } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface InviteSendInput {
  /** One draft per address. */
  drafts: InvitationDraft[];
}

/** A person wants to send invites. Answer with a result per draft, or veto to put an approval first. */
export class CcInviteSendRequestEvent extends CcRequestEvent<InviteSendInput, InviteResult<KeyedDraft>[]> {
  static readonly type = 'cc-invite-send-request';
  constructor(detail: RequestDetail<InviteSendInput>) {
    super(CcInviteSendRequestEvent.type, detail);
  }
}

/** Never holds the link: whoever has it could try to accept. */
export interface InviteSentFact {
  readonly accountId: string;
  readonly invitation: Invitation;
}

/** An invite is on its way; one event per address. */
export class CcInviteSentEvent extends CcFactEvent<InviteSentFact> {
  static readonly type = 'cc-invite-sent';
  constructor(detail: InviteSentFact) {
    super(CcInviteSentEvent.type, detail);
  }
}

export interface CloseInput {
  /** True when the person typed something that would be lost. */
  readonly unsent: boolean;
}

/** A person wants to close the dialog. */
export class CcCloseRequestEvent extends CcRequestEvent<CloseInput> {
  static readonly type = 'cc-close-request';
  constructor(detail: RequestDetail<CloseInput>) {
    super(CcCloseRequestEvent.type, detail);
  }
}

export interface MemberShowFact {
  readonly accountId: string;
  /** The address of the person, who is a user already. */
  readonly email: string;
}

/** The dialog has closed to show somebody who is a user already (I05); a roster around it looks for them. */
export class CcMemberShowEvent extends CcFactEvent<MemberShowFact> {
  static readonly type = 'cc-member-show';
  constructor(detail: MemberShowFact) {
    super(CcMemberShowEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-invite-send-request': CcInviteSendRequestEvent;
    'cc-invite-sent': CcInviteSentEvent;
    'cc-member-show': CcMemberShowEvent;
    'cc-close-request': CcCloseRequestEvent;
  }
}
