/** Going to another account, from wherever a person asks for it; the host knows its pages. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

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
}

/** A person has chosen an account; the host shows it. */
export class CcAccountChangedEvent extends CcFactEvent<AccountChangedFact> {
  static readonly type = 'cc-account-changed';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-account-change-request': CcAccountChangeRequestEvent;
    'cc-account-changed': CcAccountChangedEvent;
  }
}
