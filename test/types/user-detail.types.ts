// Compiles only while the public types of cc-user-detail hold; every `@ts-expect-error` line must be an error.
import type { CcUserDetail } from '../../src/elements/user-detail/user-detail.js';

export function uses(): void {
  const element: CcUserDetail = document.createElement('cc-user-detail');
  element.heading = 'Here';
  element.strings = { userDetail: { heading: 'Aushang' } };
  element.addEventListener('cc-user-detail-open-request', (event) => {
    const account: string = event.detail.input.accountId;
    event.respondWith(account ? Promise.resolve() : undefined);
  });

  // @ts-expect-error The heading is text.
  element.heading = 1;
  // @ts-expect-error There is no such word in the group.
  element.strings = { userDetail: { footing: 'Ende' } };
}
