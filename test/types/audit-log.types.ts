// Compiles only while the public types of cc-audit-log hold; every `@ts-expect-error` line must be an error.
import type { CcAuditLog } from '../../src/elements/audit-log/audit-log.js';

export function uses(): void {
  const element: CcAuditLog = document.createElement('cc-audit-log');
  element.heading = 'Here';
  element.strings = { auditLog: { heading: 'Aushang' } };
  element.addEventListener('cc-audit-log-open-request', (event) => {
    const account: string = event.detail.input.accountId;
    event.respondWith(account ? Promise.resolve() : undefined);
  });

  // @ts-expect-error The heading is text.
  element.heading = 1;
  // @ts-expect-error There is no such word in the group.
  element.strings = { auditLog: { footing: 'Ende' } };
}
