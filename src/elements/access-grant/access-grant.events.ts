import type { BulkGrant, BulkGrantDraft } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

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
}

/** The job is under way at the server; its id brings it back after a reload, as `resume`. */
export class CcGrantStartedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-started';
}

/** Every account has its outcome, or the job was stopped. */
export class CcGrantFinishedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-finished';
}

/** A person wants the accounts that failed tried once more (R81). */
export class CcGrantRetryRequestEvent extends CcRequestEvent<GrantJobInput, BulkGrant> {
  static readonly type = 'cc-grant-retry-request';
}

/** They are being tried. */
export class CcGrantRetriedEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-retried';
}

/** A person wants the job to stop; what is done stays done. */
export class CcGrantCancelRequestEvent extends CcRequestEvent<GrantJobInput, BulkGrant> {
  static readonly type = 'cc-grant-cancel-request';
}

/** It has stopped. */
export class CcGrantCancelledEvent extends CcFactEvent<GrantFact> {
  static readonly type = 'cc-grant-cancelled';
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
