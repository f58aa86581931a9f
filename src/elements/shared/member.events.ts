/** Requests and facts about a member of an account, raised by every element that shows one. */
import type { Member } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

/** The member a request is about, in the state the person was looking at. */
export interface MemberInput {
  memberId: string;
  version: number;
}

export interface RoleChangeInput extends MemberInput {
  roleId: string;
}

export interface MemberFact {
  readonly accountId: string;
  readonly member: Member;
}

export interface RoleChangedFact extends MemberFact {
  /** The role before, which Undo would restore. */
  readonly previousRoleId: string;
}

export interface MemberGoneFact {
  readonly accountId: string;
  readonly memberId: string;
}

/** A person chose another role for a member. */
export class CcRoleChangeRequestEvent extends CcRequestEvent<RoleChangeInput, Member> {
  static readonly type = 'cc-role-change-request';
}

/** A member has another role. */
export class CcRoleChangedEvent extends CcFactEvent<RoleChangedFact> {
  static readonly type = 'cc-role-changed';
}

/** A person wants to suspend a member. */
export class CcMemberSuspendRequestEvent extends CcRequestEvent<MemberInput, Member> {
  static readonly type = 'cc-member-suspend-request';
}

/** A member is suspended. */
export class CcMemberSuspendedEvent extends CcFactEvent<MemberFact> {
  static readonly type = 'cc-member-suspended';
}

/** A person wants to let a suspended member in again. */
export class CcMemberReactivateRequestEvent extends CcRequestEvent<MemberInput, Member> {
  static readonly type = 'cc-member-reactivate-request';
}

/** A suspended member is active again. */
export class CcMemberReactivatedEvent extends CcFactEvent<MemberFact> {
  static readonly type = 'cc-member-reactivated';
}

/** A person confirmed that a member is to be removed. */
export class CcMemberRemoveRequestEvent extends CcRequestEvent<MemberInput> {
  static readonly type = 'cc-member-remove-request';
}

/** A member is removed. */
export class CcMemberRemovedEvent extends CcFactEvent<MemberGoneFact> {
  static readonly type = 'cc-member-removed';
}

/** A person confirmed leaving the account. */
export class CcMemberLeaveRequestEvent extends CcRequestEvent<MemberInput> {
  static readonly type = 'cc-member-leave-request';
}

/** The person left the account. */
export class CcMemberLeftEvent extends CcFactEvent<MemberGoneFact> {
  static readonly type = 'cc-member-left';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-role-change-request': CcRoleChangeRequestEvent;
    'cc-role-changed': CcRoleChangedEvent;
    'cc-member-suspend-request': CcMemberSuspendRequestEvent;
    'cc-member-suspended': CcMemberSuspendedEvent;
    'cc-member-reactivate-request': CcMemberReactivateRequestEvent;
    'cc-member-reactivated': CcMemberReactivatedEvent;
    'cc-member-remove-request': CcMemberRemoveRequestEvent;
    'cc-member-removed': CcMemberRemovedEvent;
    'cc-member-leave-request': CcMemberLeaveRequestEvent;
    'cc-member-left': CcMemberLeftEvent;
  }
}
