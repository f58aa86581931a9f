/** Bringing a closed account back. */
import type { Account } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface AccountRestoreInput {
  readonly restoredId: string;
}

/** A person wants to bring a closed account back, with its members (R85). */
export class CcAccountRestoreRequestEvent extends CcRequestEvent<AccountRestoreInput, Account> {
  static readonly type = 'cc-account-restore-request';
}

export interface AccountRestoredFact {
  readonly accountId: string;
  readonly account: Account;
}

/** The account is open again; its link to a partner account is not. */
export class CcAccountRestoredEvent extends CcFactEvent<AccountRestoredFact> {
  static readonly type = 'cc-account-restored';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-account-restore-request': CcAccountRestoreRequestEvent;
    'cc-account-restored': CcAccountRestoredEvent;
  }
}
