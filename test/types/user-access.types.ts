// Compiles only while the public types of cc-user-access hold; every `@ts-expect-error` line must be an error.
import type { CcUserAccess } from '../../src/elements/user-access/user-access.js';

export function uses(): void {
  const element: CcUserAccess = document.createElement('cc-user-access');
  element.userId = 'usr_1';
  element.subject = { email: 'ngozi@northwind.test' };
  element.strings = { userAccess: { removeAll: 'Überall entfernen…' } };
  element.addEventListener('cc-person-offboard-request', (event) => {
    const { subject, accountIds = [] } = event.detail.input;
    if (subject.email === 'boss@northwind.test' || accountIds.length > 0) event.preventDefault();
  });
  element.addEventListener('cc-person-offboarded', (event) => {
    const removed: number | undefined = event.detail.job.counts.removed;
    return removed;
  });
  element.addEventListener('cc-grant-open-request', (event) => event.detail.input.subject?.name);

  // @ts-expect-error An id is text.
  element.userId = 1;
  // @ts-expect-error There is no such word in the group.
  element.strings = { userAccess: { footing: 'Ende' } };
  element.addEventListener('cc-person-offboard-request', (event) => {
    // @ts-expect-error The answer is the job.
    event.respondWith(true);
  });
}
