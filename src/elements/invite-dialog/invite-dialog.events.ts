import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface CloseInput {
  /** True when the person typed something that would be lost. */
  readonly unsent: boolean;
}

/** A person wants to close the dialog. */
export class CcCloseRequestEvent extends CcRequestEvent<CloseInput> {
  static readonly type = 'cc-close-request';
}

export interface MemberShowFact {
  readonly accountId: string;
  /** The address of the person, who is a user already. */
  readonly email: string;
}

/** The dialog has closed to show somebody who is a user already (I05); a roster around it looks for them. */
export class CcMemberShowEvent extends CcFactEvent<MemberShowFact> {
  static readonly type = 'cc-member-show';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-member-show': CcMemberShowEvent;
    'cc-close-request': CcCloseRequestEvent;
  }
}
