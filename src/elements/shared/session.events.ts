/** Signing in and out, wherever it happens: the sign-in card, an invitation. None of them carries a password. */
import type { Me, SignInResult } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface SignInInput {
  /** As typed; the password never leaves the element through an event. */
  username: string;
}

export interface SignedInFact {
  readonly user: Me;
  /** Somebody signed in to accept an invitation, which follows by itself: don't leave the page yet. */
  readonly joining: boolean;
}

export interface SignedOutFact {
  /** `requested`: by the person; `expired`: the backend no longer knows who calls. */
  readonly reason: 'requested' | 'expired';
}

/** A person wants to sign in. */
export class CcSignInRequestEvent extends CcRequestEvent<SignInInput, SignInResult> {
  static readonly type = 'cc-sign-in-request';
}

/** Somebody is signed in, all factors given. */
export class CcSignedInEvent extends CcFactEvent<SignedInFact> {
  static readonly type = 'cc-signed-in';
}

/** A person wants to sign out. */
export class CcSignOutRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-sign-out-request';
}

/** Nobody is signed in any more; once per time (N05). */
export class CcSignedOutEvent extends CcFactEvent<SignedOutFact> {
  static readonly type = 'cc-signed-out';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-sign-in-request': CcSignInRequestEvent;
    'cc-signed-in': CcSignedInEvent;
    'cc-sign-out-request': CcSignOutRequestEvent;
    'cc-signed-out': CcSignedOutEvent;
  }
}
