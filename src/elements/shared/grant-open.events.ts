/** Asking for the dialog that gives one person access to several accounts; the host shows `cc-access-grant`. */
import type { JobSubject } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface GrantOpenInput {
  /** The accounts chosen so far. */
  accountIds: string[];
  /** Whom it is about, where that is known already. */
  subject?: JobSubject;
}

export interface GrantOpenedFact {
  readonly accountId: string;
  readonly accountIds: readonly string[];
  readonly subject?: JobSubject;
}

/** A person wants to give somebody access to the chosen accounts. */
export class CcGrantOpenRequestEvent extends CcRequestEvent<GrantOpenInput> {
  static readonly type = 'cc-grant-open-request';
}

/** Nothing stands in the way: the host shows the dialog. */
export class CcGrantOpenedEvent extends CcFactEvent<GrantOpenedFact> {
  static readonly type = 'cc-grant-opened';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-grant-open-request': CcGrantOpenRequestEvent;
    'cc-grant-opened': CcGrantOpenedEvent;
  }
}
