// Compiles only while the public types of cc-user-access hold; every `@ts-expect-error` line must be an error.
import type { CcUserAccess } from '../../src/elements/user-access/user-access.js';

export function uses(): void {
  const element: CcUserAccess = document.createElement('cc-user-access');
  element.heading = 'Here';
  element.strings = { userAccess: { heading: 'Aushang' } };
  element.addEventListener('cc-user-access-open-request', (event) => {
    const account: string = event.detail.input.accountId;
    event.respondWith(account ? Promise.resolve() : undefined);
  });

  // @ts-expect-error The heading is text.
  element.heading = 1;
  // @ts-expect-error There is no such word in the group.
  element.strings = { userAccess: { footing: 'Ende' } };
}
