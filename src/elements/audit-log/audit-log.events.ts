import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface AuditLogOpenInput {
  accountId: string;
}

/** A person wants to open the audit log. */
export class CcAuditLogOpenRequestEvent extends CcRequestEvent<AuditLogOpenInput> {
  static readonly type = 'cc-audit-log-open-request';
  constructor(detail: RequestDetail<AuditLogOpenInput>) {
    super(CcAuditLogOpenRequestEvent.type, detail);
  }
}

export interface AuditLogOpenedFact {
  readonly accountId: string;
}

/** The audit log is open. */
export class CcAuditLogOpenedEvent extends CcFactEvent<AuditLogOpenedFact> {
  static readonly type = 'cc-audit-log-opened';
  constructor(detail: AuditLogOpenedFact) {
    super(CcAuditLogOpenedEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-audit-log-open-request': CcAuditLogOpenRequestEvent;
    'cc-audit-log-opened': CcAuditLogOpenedEvent;
  }
}
