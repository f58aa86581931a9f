/** Going to another account, from wherever a person asks for it; the host knows its pages. */
import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface AccountChangeInput {
  /** The account to go to; null lets the person choose among the clients. */
  accountId: string | null;
}

export interface AccountChangedFact {
  readonly accountId: string;
}

/** A person wants to go to another account. */
export class CcAccountChangeRequestEvent extends CcRequestEvent<AccountChangeInput> {
  static readonly type = 'cc-account-change-request';
  constructor(detail: RequestDetail<AccountChangeInput>) {
    super(CcAccountChangeRequestEvent.type, detail);
  }
}

/** A person has chosen an account; the host shows it. */
export class CcAccountChangedEvent extends CcFactEvent<AccountChangedFact> {
  static readonly type = 'cc-account-changed';
  constructor(detail: AccountChangedFact) {
    super(CcAccountChangedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-account-change-request': CcAccountChangeRequestEvent;
    'cc-account-changed': CcAccountChangedEvent;
  }
}
