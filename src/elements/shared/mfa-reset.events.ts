/** Taking somebody else's second factor away. */
import type { Member } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface MfaResetInput {
  memberId: string;
}

export interface MfaClearedFact {
  readonly accountId: string;
  readonly member: Member;
}

/** A person confirmed that a member must set up a new second factor (R71). */
export class CcMfaResetRequestEvent extends CcRequestEvent<MfaResetInput, Member> {
  static readonly type = 'cc-mfa-reset-request';
}

/** The member's second factor is gone; their next sign-in sets up a new one. */
export class CcMfaClearedEvent extends CcFactEvent<MfaClearedFact> {
  static readonly type = 'cc-mfa-cleared';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-mfa-reset-request': CcMfaResetRequestEvent;
    'cc-mfa-cleared': CcMfaClearedEvent;
  }
}
