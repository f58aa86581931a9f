import type { AuditEvent } from '../../client/index.js';
import { csvText } from '../../client/csv-text.js';
import type { Strings } from '../../i18n/strings.js';
import { saveFile } from '../base/save-file.js';
import { actorOf, changes, sentenceText, type AuditTelling } from '../shared/audit-entry.js';

/** The history as a table for a spreadsheet: in words for people, and by name for whoever counts. */
export function historyCsv(
  events: readonly AuditEvent[],
  telling: AuditTelling,
  t: Strings['auditLog'],
): string {
  const head = [
    ...[t.columnTime, t.columnPerson, t.columnUsername, t.columnWhat, t.columnChange],
    ...[t.columnAction, t.columnTarget, t.columnAddress, t.columnReference],
  ];
  return csvText([
    head,
    ...events.map((event) => [
      event.at,
      actorOf(event, telling),
      event.actor?.username ?? '',
      sentenceText(event, telling),
      changes(event, telling).join('; '),
      event.action,
      event.targetName ?? '',
      event.ip ?? '',
      event.correlationId ?? '',
    ]),
  ]);
}

/** Saves it under the day it was made. */
export function saveHistory(text: string, name: string, now: Date): void {
  saveFile(`${name}-${now.toISOString().slice(0, 10)}.csv`, text, 'text/csv');
}
