import type { Account } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The account itself: name, kind, partner account, how many clients it reaches. */
export function createAccountStore(context: StoreContext) {
  const { client, accountId } = context;
  const { $value, refresh } = createLoadable<Account>(
    context,
    (signal) => client.accounts.get(accountId, { signal }),
    ['account.changed'],
  );
  return { $account: $value, refresh };
}

export type AccountStore = ReturnType<typeof createAccountStore>;
