import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface UserDetailOpenInput {
  accountId: string;
}

/** A person wants to open the user detail. */
export class CcUserDetailOpenRequestEvent extends CcRequestEvent<UserDetailOpenInput> {
  static readonly type = 'cc-user-detail-open-request';
  constructor(detail: RequestDetail<UserDetailOpenInput>) {
    super(CcUserDetailOpenRequestEvent.type, detail);
  }
}

export interface UserDetailOpenedFact {
  readonly accountId: string;
}

/** The user detail is open. */
export class CcUserDetailOpenedEvent extends CcFactEvent<UserDetailOpenedFact> {
  static readonly type = 'cc-user-detail-opened';
  constructor(detail: UserDetailOpenedFact) {
    super(CcUserDetailOpenedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-user-detail-open-request': CcUserDetailOpenRequestEvent;
    'cc-user-detail-opened': CcUserDetailOpenedEvent;
  }
}
