import type { InvitationAccepted } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface InviteAcceptInput {
  /** A new person with a login of their own, or the one who is signed in. */
  as: 'new' | 'existing';
  /** Of a new person. The password never leaves the element through an event. */
  username?: string;
  name?: string;
}

export interface InviteAcceptedFact {
  readonly accountId: string;
  readonly membershipId: string;
  readonly accountName: string;
  readonly roleId: string;
  /** `mfa_enrolment`: a second factor has to be set up before this person can go in (R70). */
  readonly gate: 'none' | 'mfa_enrolment';
}

/** A person wants to accept. */
export class CcInviteAcceptRequestEvent extends CcRequestEvent<InviteAcceptInput, InvitationAccepted> {
  static readonly type = 'cc-invite-accept-request';
}

/** The person is a user of the account, and signed in. */
export class CcInviteAcceptedEvent extends CcFactEvent<InviteAcceptedFact> {
  static readonly type = 'cc-invite-accepted';
}

/** A person doesn't want the invitation. */
export class CcInviteDeclineRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-invite-decline-request';
}

/** The invitation is declined, and the inviter is told. */
export class CcInviteDeclinedEvent extends CcFactEvent<Record<string, never>> {
  static readonly type = 'cc-invite-declined';
  constructor() {
    super({});
  }
}

/** A person wants a new invitation in place of one that no longer works. */
export class CcInviteRenewRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-invite-renew-request';
}

/** Somebody who can send a new invitation was told (R37). */
export class CcInviteRenewalAskedEvent extends CcFactEvent<Record<string, never>> {
  static readonly type = 'cc-invite-renewal-asked';
  constructor() {
    super({});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-invite-accept-request': CcInviteAcceptRequestEvent;
    'cc-invite-accepted': CcInviteAcceptedEvent;
    'cc-invite-decline-request': CcInviteDeclineRequestEvent;
    'cc-invite-declined': CcInviteDeclinedEvent;
    'cc-invite-renew-request': CcInviteRenewRequestEvent;
    'cc-invite-renewal-asked': CcInviteRenewalAskedEvent;
  }
}
