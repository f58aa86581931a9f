// Compiles only while the public types of cc-access-grant hold; every `@ts-expect-error` line must be an error.
import type { CcAccessGrant } from '../../src/elements/access-grant/access-grant.js';

export function uses(): void {
  const element: CcAccessGrant = document.createElement('cc-access-grant');
  element.accountIds = ['acc_1'];
  element.subject = { email: 'ngozi@northwind.test', name: 'Ngozi Balogun' };
  element.roles = { acc_1: 'account_manager' };
  element.existing = 'change';
  element.strings = { accessGrant: { title: 'Zugang geben' } };
  element.addEventListener('cc-grant-start-request', (event) => {
    const accounts: { accountId: string }[] = event.detail.input.accounts;
    if (accounts.length > 10) event.preventDefault();
  });
  element.addEventListener('cc-grant-finished', (event) => {
    const granted: number | undefined = event.detail.job.counts.granted;
    return granted;
  });

  // @ts-expect-error There is no such role.
  element.roles = { acc_1: 'king' };
  // @ts-expect-error A person is a login or an address, never both.
  element.subject = { email: 'a@b.test', userId: 'usr_1' };
  element.addEventListener('cc-grant-start-request', (event) => {
    // @ts-expect-error The answer is the job.
    event.respondWith({ done: true });
  });
}
