import { CcFactEvent } from '../base/events.js';

export interface ConnectedFact {
  /** The account in force; empty where none is chosen. */
  readonly accountId: string;
}

/** The provider has a client: elements inside it can work. Sent again when client or account change. */
export class CcConnectedEvent extends CcFactEvent<ConnectedFact> {
  static readonly type = 'cc-connected';
  constructor(detail: ConnectedFact) {
    super(CcConnectedEvent.type, detail);
  }
}

export interface SignedOutFact {
  /** `requested`: by the person; `expired`: the backend no longer knows who calls. */
  readonly reason: 'requested' | 'expired';
}

/** Nobody is signed in any more; once per time (N05). */
export class CcSignedOutEvent extends CcFactEvent<SignedOutFact> {
  static readonly type = 'cc-signed-out';
  constructor(detail: SignedOutFact) {
    super(CcSignedOutEvent.type, detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-connected': CcConnectedEvent;
    'cc-signed-out': CcSignedOutEvent;
  }
}
