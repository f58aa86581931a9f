/** Requests and facts about a member of an account, raised by every element that shows one. */
import type { Member } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent, type RequestDetail } from '../base/events.js';

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
  constructor(detail: RequestDetail<RoleChangeInput>) {
    super(CcRoleChangeRequestEvent.type, detail);
  }
}

/** A member has another role. */
export class CcRoleChangedEvent extends CcFactEvent<RoleChangedFact> {
  static readonly type = 'cc-role-changed';
  constructor(detail: RoleChangedFact) {
    super(CcRoleChangedEvent.type, detail);
  }
}

/** A person wants to suspend a member. */
export class CcMemberSuspendRequestEvent extends CcRequestEvent<MemberInput, Member> {
  static readonly type = 'cc-member-suspend-request';
  constructor(detail: RequestDetail<MemberInput>) {
    super(CcMemberSuspendRequestEvent.type, detail);
  }
}

/** A member is suspended. */
export class CcMemberSuspendedEvent extends CcFactEvent<MemberFact> {
  static readonly type = 'cc-member-suspended';
  constructor(detail: MemberFact) {
    super(CcMemberSuspendedEvent.type, detail);
  }
}

/** A person wants to let a suspended member in again. */
export class CcMemberReactivateRequestEvent extends CcRequestEvent<MemberInput, Member> {
  static readonly type = 'cc-member-reactivate-request';
  constructor(detail: RequestDetail<MemberInput>) {
    super(CcMemberReactivateRequestEvent.type, detail);
  }
}

/** A suspended member is active again. */
export class CcMemberReactivatedEvent extends CcFactEvent<MemberFact> {
  static readonly type = 'cc-member-reactivated';
  constructor(detail: MemberFact) {
    super(CcMemberReactivatedEvent.type, detail);
  }
}

/** A person confirmed that a member is to be removed. */
export class CcMemberRemoveRequestEvent extends CcRequestEvent<MemberInput> {
  static readonly type = 'cc-member-remove-request';
  constructor(detail: RequestDetail<MemberInput>) {
    super(CcMemberRemoveRequestEvent.type, detail);
  }
}

/** A member is removed. */
export class CcMemberRemovedEvent extends CcFactEvent<MemberGoneFact> {
  static readonly type = 'cc-member-removed';
  constructor(detail: MemberGoneFact) {
    super(CcMemberRemovedEvent.type, detail);
  }
}

/** A person confirmed leaving the account. */
export class CcMemberLeaveRequestEvent extends CcRequestEvent<MemberInput> {
  static readonly type = 'cc-member-leave-request';
  constructor(detail: RequestDetail<MemberInput>) {
    super(CcMemberLeaveRequestEvent.type, detail);
  }
}

/** The person left the account. */
export class CcMemberLeftEvent extends CcFactEvent<MemberGoneFact> {
  static readonly type = 'cc-member-left';
  constructor(detail: MemberGoneFact) {
    super(CcMemberLeftEvent.type, detail);
  }
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
