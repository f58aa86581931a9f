// Compiles only while the public types of cc-account-list hold; every `@ts-expect-error` line must be an error.
import type { CcAccountList } from '../../src/elements/account-list/account-list.js';
import type { CcGrantOpenRequestEvent } from '../../src/elements/account-list/account-list.events.js';

declare const element: HTMLElement;

export function uses(): void {
  const list: CcAccountList = document.createElement('cc-account-list');
  list.view = 'cards';
  list.filter = 'status=overdue';
  list.hrefTemplate = '/accounts/{id}';
  list.columns = [{ id: 'owner', label: 'Owner', cell: (account) => account.name }];
  list.rowActions = (account) => [{ id: 'bill', label: 'Bill', run: () => void account.id }];
  list.strings = { accountList: { heading: 'Clients' } };
  element.addEventListener('cc-grant-open-request', (event) => {
    const typed: CcGrantOpenRequestEvent = event;
    typed.detail.input.accountIds.push('acc_1');
  });
  element.addEventListener('cc-account-changed', (event) => event.detail.accountId);

  // @ts-expect-error A view is one of three.
  list.view = 'grid';
  // @ts-expect-error Columns have a title.
  list.columns = [{ id: 'owner', cell: () => '' }];
  // @ts-expect-error A fact can't be changed.
  element.addEventListener('cc-account-changed', (event) => (event.detail.accountId = ''));
}
