import type { CcAccountChangeRequestEvent, CcAccountSwitcher } from '../../src/index.js';

declare const switcher: CcAccountSwitcher;

switcher.value = 'acc_1';
switcher.layout = 'list';
switcher.groups = ['recent', 'clients'];
// @ts-expect-error no such group
switcher.groups = ['archived'];

switcher.addEventListener('cc-account-change-request', (event) => {
  const request: CcAccountChangeRequestEvent = event;
  request.respondWith(Promise.resolve());
});
switcher.addEventListener('cc-account-changed', ({ detail }) => {
  const id: string = detail.accountId;
  return id;
});
switcher.strings = { accountSwitching: { clients: 'Customers' } };
// @ts-expect-error no such word
switcher.strings = { accountSwitcher: { clients: 'Customers' } };
