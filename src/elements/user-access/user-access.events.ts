import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface UserAccessOpenInput {
  accountId: string;
}

/** A person wants to open the user access. */
export class CcUserAccessOpenRequestEvent extends CcRequestEvent<UserAccessOpenInput> {
  static readonly type = 'cc-user-access-open-request';
  constructor(detail: RequestDetail<UserAccessOpenInput>) {
    super(CcUserAccessOpenRequestEvent.type, detail);
  }
}

export interface UserAccessOpenedFact {
  readonly accountId: string;
}

/** The user access is open. */
export class CcUserAccessOpenedEvent extends CcFactEvent<UserAccessOpenedFact> {
  static readonly type = 'cc-user-access-opened';
  constructor(detail: UserAccessOpenedFact) {
    super(CcUserAccessOpenedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-user-access-open-request': CcUserAccessOpenRequestEvent;
    'cc-user-access-opened': CcUserAccessOpenedEvent;
  }
}
