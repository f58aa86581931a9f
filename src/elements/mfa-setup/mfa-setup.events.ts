/** Turning a second factor on and off, and recovery codes. None of these carries a secret or a code. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface MfaEnrolInput {
  method: 'totp';
}

export interface MfaEnrolledFact {
  readonly method: 'totp';
  /** Recovery codes are shown now and wait to be saved. */
  readonly codesFollow: boolean;
}

export interface MfaRemoveInput {
  enrolmentId: string;
}

/** A person wants to set a second factor up; the secret is shown after it. */
export class CcMfaEnrolRequestEvent extends CcRequestEvent<MfaEnrolInput> {
  static readonly type = 'cc-mfa-enrol-request';
}

/** The first code was right: the factor is on. */
export class CcMfaEnrolledEvent extends CcFactEvent<MfaEnrolledFact> {
  static readonly type = 'cc-mfa-enrolled';
}

/** A person confirmed that a factor is turned off. */
export class CcMfaRemoveRequestEvent extends CcRequestEvent<MfaRemoveInput> {
  static readonly type = 'cc-mfa-remove-request';
}

/** A factor is off. */
export class CcMfaRemovedEvent extends CcFactEvent<MfaRemoveInput> {
  static readonly type = 'cc-mfa-removed';
}

/** A person confirmed that new recovery codes are made. */
export class CcRecoveryCodesCreateRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-recovery-codes-create-request';
}

/** New recovery codes are shown; the old ones are void. */
export class CcRecoveryCodesCreatedEvent extends CcFactEvent<Readonly<Record<never, never>>> {
  static readonly type = 'cc-recovery-codes-created';
  constructor() {
    super({});
  }
}

/** The person says that they keep the codes; they are not shown any more. */
export class CcRecoveryCodesSavedEvent extends CcFactEvent<Readonly<Record<never, never>>> {
  static readonly type = 'cc-recovery-codes-saved';
  constructor() {
    super({});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-mfa-enrol-request': CcMfaEnrolRequestEvent;
    'cc-mfa-enrolled': CcMfaEnrolledEvent;
    'cc-mfa-remove-request': CcMfaRemoveRequestEvent;
    'cc-mfa-removed': CcMfaRemovedEvent;
    'cc-recovery-codes-create-request': CcRecoveryCodesCreateRequestEvent;
    'cc-recovery-codes-created': CcRecoveryCodesCreatedEvent;
    'cc-recovery-codes-saved': CcRecoveryCodesSavedEvent;
  }
}
