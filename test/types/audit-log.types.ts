/** Must compile: what a host writes. Lines marked as errors must not. */
import type { AuditEvent } from '../../src/client/index.js';
import type { AuditAction } from '../../src/domain/index.js';
import { auditWords } from '../../src/i18n/en/audit-words.js';
import type { CcAuditExportedEvent, CcAuditLog, CcAuditOpenRequestEvent } from '../../src/index.js';

declare const log: CcAuditLog;
log.live = true;
log.types = 'member,invitation.created';
log.from = '2026-11-01';
log.strings = {
  auditLog: { title: 'Journal' },
  auditWords: { 'member.removed': ({ target }) => `${target} is gone` },
};
// @ts-expect-error A day is text, as an attribute is.
log.from = new Date();

log.addEventListener('cc-audit-open-request', (event: CcAuditOpenRequestEvent) => {
  const { eventId, targetType } = event.detail.input;
  if (targetType === 'membership') event.respondWith(Promise.resolve(void eventId));
});
log.addEventListener('cc-audit-exported', ({ detail }: CcAuditExportedEvent) => detail.count.toFixed());
log.addEventListener('cc-audit-export-request', (event) => {
  // @ts-expect-error The answer says how many entries the file has.
  event.respondWith(Promise.resolve('done'));
});

/** Every action has words; one that is forgotten does not compile. */
const sentence: (told: { actor: string; target: string }) => string =
  auditWords['member.removed' satisfies AuditAction];
// @ts-expect-error No action of ours.
auditWords['member.vanished'];

/** What a newer server tells is a text that can be shown. */
declare const event: AuditEvent;
const action: string = event.action;
void [sentence, action];
