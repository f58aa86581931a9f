/** Adding a client account, which is the host's own page. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

/** A person wants to add a client account. Without a listener that answers or a host page, nothing follows. */
export class CcAccountAddRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-account-add-request';
}

export interface AccountAddFact {
  /** The partner account. */
  readonly accountId: string;
}

/** Nothing stands in the way of adding an account: the host shows its page. */
export class CcAccountAddOpenedEvent extends CcFactEvent<AccountAddFact> {
  static readonly type = 'cc-account-add-opened';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-account-add-request': CcAccountAddRequestEvent;
    'cc-account-add-opened': CcAccountAddOpenedEvent;
  }
}
