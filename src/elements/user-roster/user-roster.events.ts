import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export * from '../shared/invite-life.events.js';
export * from '../shared/invite-link.events.js';
export * from '../shared/list.events.js';
export * from '../shared/member.events.js';

export interface MemberOpenInput {
  /** Null for somebody of the partner account, who is no member here. */
  memberId: string | null;
  userId: string;
}

/** A person wants to see what a member can do, and since when. */
export class CcMemberOpenRequestEvent extends CcRequestEvent<MemberOpenInput> {
  static readonly type = 'cc-member-open-request';
  constructor(detail: RequestDetail<MemberOpenInput>) {
    super(CcMemberOpenRequestEvent.type, detail);
  }
}

export interface MemberOpenedFact extends Readonly<MemberOpenInput> {
  readonly accountId: string;
}

/** A member's access is shown. */
export class CcMemberOpenedEvent extends CcFactEvent<MemberOpenedFact> {
  static readonly type = 'cc-member-opened';
  constructor(detail: MemberOpenedFact) {
    super(CcMemberOpenedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-member-open-request': CcMemberOpenRequestEvent;
    'cc-member-opened': CcMemberOpenedEvent;
  }
}
