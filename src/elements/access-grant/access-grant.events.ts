import type { BulkGrant, BulkGrantDraft } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

export interface GrantFact {
  /** The partner account. */
  readonly accountId: string;
  readonly job: BulkGrant;
}

export interface GrantJobInput {
  jobId: string;
}

/** A person wants to give access to the accounts of the draft. Answer with the job that does it. */
export class CcGrantStartRequestEvent extends CcRequestEvent<BulkGrantDraft, BulkGrant> {
  static readonly type = 'cc-grant-start-request';
  constructor(detail: RequestDetail<BulkGrantDraft>) {
    super(CcGrantStartRequestEvent.type, detail);
  }
}

/** The job is under way at the server; its id brings it back after a reload, as `resume`. */
export class CcGrantStartedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-started';
  constructor(detail: GrantFact) {
    super(CcGrantStartedEvent.type, detail);
  }
}

/** Every account has its outcome, or the job was stopped. */
export class CcGrantFinishedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-finished';
  constructor(detail: GrantFact) {
    super(CcGrantFinishedEvent.type, detail);
  }
}

/** A person wants the accounts that failed tried once more (R81). */
export class CcGrantRetryRequestEvent extends CcRequestEvent<GrantJobInput, BulkGrant> {
  static readonly type = 'cc-grant-retry-request';
  constructor(detail: RequestDetail<GrantJobInput>) {
    super(CcGrantRetryRequestEvent.type, detail);
  }
}

/** They are being tried. */
export class CcGrantRetriedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-retried';
  constructor(detail: GrantFact) {
    super(CcGrantRetriedEvent.type, detail);
  }
}

/** A person wants the job to stop; what is done stays done. */
export class CcGrantCancelRequestEvent extends CcRequestEvent<GrantJobInput, BulkGrant> {
  static readonly type = 'cc-grant-cancel-request';
  constructor(detail: RequestDetail<GrantJobInput>) {
    super(CcGrantCancelRequestEvent.type, detail);
  }
}

/** It has stopped. */
export class CcGrantCancelledEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-cancelled';
  constructor(detail: GrantFact) {
    super(CcGrantCancelledEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-grant-start-request': CcGrantStartRequestEvent;
    'cc-grant-started': CcGrantStartedEvent;
    'cc-grant-finished': CcGrantFinishedEvent;
    'cc-grant-retry-request': CcGrantRetryRequestEvent;
    'cc-grant-retried': CcGrantRetriedEvent;
    'cc-grant-cancel-request': CcGrantCancelRequestEvent;
    'cc-grant-cancelled': CcGrantCancelledEvent;
  }
}
