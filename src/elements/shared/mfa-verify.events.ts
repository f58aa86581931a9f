/** Giving a second factor, wherever it is asked for. */
import type { Me, SignedIn } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface MfaVerifyInput {
  challengeId: string;
  /** What was typed. The code or password itself never leaves the element through an event. */
  method: 'totp' | 'recovery_code' | 'email_code' | 'password';
  /** Remember this device (R67). */
  trustDevice: boolean;
}

export interface MfaVerifiedFact {
  readonly user: Me;
}

/** A person has typed a code. */
export class CcMfaVerifyRequestEvent extends CcRequestEvent<MfaVerifyInput, SignedIn> {
  static readonly type = 'cc-mfa-verify-request';
}

/** The code was right. */
export class CcMfaVerifiedEvent extends CcFactEvent<MfaVerifiedFact> {
  static readonly type = 'cc-mfa-verified';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-mfa-verify-request': CcMfaVerifyRequestEvent;
    'cc-mfa-verified': CcMfaVerifiedEvent;
  }
}
