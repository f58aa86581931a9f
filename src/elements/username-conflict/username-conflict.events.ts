import type { Invitation, InvitationDraft } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';
import type { ConflictChoice } from './conflict.js';

export interface UsernameChangeInput {
  username: string;
}

/** A person wants another username for their own login. Answer with the name it has then. */
export class CcUsernameChangeRequestEvent extends CcRequestEvent<UsernameChangeInput, UsernameChangeInput> {
  static readonly type = 'cc-username-change-request';
}

export interface UsernameChangedFact {
  /** The name from now on. */
  readonly username: string;
}

/** A login has another username; its memberships are untouched (R52). */
export class CcUsernameChangedEvent extends CcFactEvent<UsernameChangedFact> {
  static readonly type = 'cc-username-changed';
}

export interface ConflictCheckInput {
  /** The way the person chose. */
  readonly choice: ConflictChoice;
  /** The invite as it would be sent now. */
  draft?: InvitationDraft;
  /** The invite that waits for the name. */
  readonly invitationId?: string;
  /** The username for this account. */
  username?: string;
}

/** A person wants to continue the invite: another try with a name, an address, or after the old name was changed. */
export class CcConflictCheckRequestEvent extends CcRequestEvent<ConflictCheckInput, Invitation | undefined> {
  static readonly type = 'cc-conflict-check-request';
}

/** Never holds a link. */
export interface ConflictResolvedFact {
  readonly accountId: string;
  readonly choice: ConflictChoice;
  /** The invite that is on its way. */
  readonly invitation?: Invitation;
  /** The username for this account, where one was chosen. */
  readonly username?: string;
}

/** Nothing stands in the way of the invite any more. */
export class CcConflictResolvedEvent extends CcFactEvent<ConflictResolvedFact> {
  static readonly type = 'cc-conflict-resolved';
}

export interface ConflictHeldFact {
  readonly accountId: string;
  readonly invitation: Invitation;
}

/** The invite is saved, and goes out by itself as soon as the name is free (R53). */
export class CcConflictHeldEvent extends CcFactEvent<ConflictHeldFact> {
  static readonly type = 'cc-conflict-held';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-username-change-request': CcUsernameChangeRequestEvent;
    'cc-username-changed': CcUsernameChangedEvent;
    'cc-conflict-check-request': CcConflictCheckRequestEvent;
    'cc-conflict-resolved': CcConflictResolvedEvent;
    'cc-conflict-held': CcConflictHeldEvent;
  }
}
