import { CcFactEvent } from '../base/events.js';

export { CcSignedOutEvent, type SignedOutFact } from '../shared/session.events.js';

export interface ConnectedFact {
  /** The account in force; empty where none is chosen. */
  readonly accountId: string;
}

/** The provider has a client: elements inside it can work. Sent again when client or account change. */
export class CcConnectedEvent extends CcFactEvent<ConnectedFact> {
  static readonly type = 'cc-connected';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-connected': CcConnectedEvent;
  }
}
