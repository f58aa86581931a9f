/** Looking closer at the history, and taking it along. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

/** What the file is to hold: the filters in force. */
export interface AuditExportInput {
  types?: string;
  since?: string;
  until?: string;
  actor?: string;
}

/** A person wants the history as a file. */
export class CcAuditExportRequestEvent extends CcRequestEvent<AuditExportInput, { count: number }> {
  static readonly type = 'cc-audit-export-request';
}

export interface AuditExportedFact {
  readonly accountId: string;
  /** Entries in the file. */
  readonly count: number;
}

/** The file is there. */
export class CcAuditExportedEvent extends CcFactEvent<AuditExportedFact> {
  static readonly type = 'cc-audit-exported';
}

/** The entry, and what it is about, so that a host can lead there. */
export interface AuditOpenInput {
  eventId: string;
  action: string;
  targetType: string;
  targetId: string;
}

/** A person wants to see all of an entry. */
export class CcAuditOpenRequestEvent extends CcRequestEvent<AuditOpenInput> {
  static readonly type = 'cc-audit-open-request';
}

export interface AuditOpenedFact extends Readonly<AuditOpenInput> {
  readonly accountId: string;
}

/** All of an entry is shown. */
export class CcAuditOpenedEvent extends CcFactEvent<AuditOpenedFact> {
  static readonly type = 'cc-audit-opened';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-audit-export-request': CcAuditExportRequestEvent;
    'cc-audit-exported': CcAuditExportedEvent;
    'cc-audit-open-request': CcAuditOpenRequestEvent;
    'cc-audit-opened': CcAuditOpenedEvent;
  }
}
