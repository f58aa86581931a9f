import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeOne, decodeItems } from '../decode.js';
import type {
  Account,
  AccountListItem,
  AccountPatch,
  AccountQuery,
  EffectiveAccess,
  MfaForecast,
  MfaReminder,
  Page,
} from '../wire/index.js';

/** Accounts, and what the viewer may do on one. */
export interface AccountsGroup {
  /** The clients of the viewer's partner account. */
  list(query?: AccountQuery, options?: CallOptions): Promise<Page<AccountListItem>>;
  get(accountId: string, options?: CallOptions): Promise<Account>;
  /** Capabilities here, and the grants they come from (R11, R13). */
  access(accountId: string, options?: CallOptions): Promise<EffectiveAccess>;
  /** Whom the policy `required` would ask to set up a second factor first (R70). */
  mfaForecast(accountId: string, options?: CallOptions): Promise<MfaForecast>;
  /** Mails those without a second factor. */
  remindMfa(accountId: string, options?: CreateOptions): Promise<MfaReminder>;
  update(account: Versioned, patch: AccountPatch, options?: WriteOptions): Promise<Account>;
  /** Ends every membership, invitation and link; it can be restored for 120 days (R85). */
  close(account: Versioned, options?: WriteOptions): Promise<Account>;
  /** Brings a closed account back with its members. */
  restore(accountId: string, options?: CreateOptions): Promise<Account>;
}

const account = decodeOne<Account>('id');

export const accountsCalls: CallTable<AccountsGroup> = {
  list: { to: 'GET accounts', with: 'query', gives: decodeItems<AccountListItem>('id') },
  get: { to: 'GET accounts/*', gives: account },
  access: {
    to: 'GET accounts/*/access',
    gives: decodeOne<EffectiveAccess>('targetAccountId', 'capabilities'),
  },
  mfaForecast: { to: 'GET accounts/*/mfa-forecast', gives: decodeOne<MfaForecast>('accountId') },
  remindMfa: { to: 'POST accounts/*/mfa-reminders', gives: decodeOne<MfaReminder>('nextAt') },
  update: {
    to: 'PATCH accounts/*',
    with: 'body',
    gives: account,
    fact: 'account.changed',
  },
  close: { to: 'DELETE accounts/*', gives: account, fact: 'account.closed' },
  restore: { to: 'POST accounts/*/restore', gives: account, fact: 'account.restored' },
};
