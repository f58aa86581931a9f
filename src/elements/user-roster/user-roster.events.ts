import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export * from '../shared/invite-life.events.js';
export * from '../shared/invite-link.events.js';
export * from '../shared/list.events.js';
export * from '../shared/member.events.js';

export interface MemberOpenInput {
  /** Null for somebody of the partner account, who is no member here. */
  memberId: string | null;
  userId: string;
}

/** A person wants to see what a member can do, and since when. */
export class CcMemberOpenRequestEvent extends CcRequestEvent<MemberOpenInput> {
  static readonly type = 'cc-member-open-request';
}

export interface MemberOpenedFact extends Readonly<MemberOpenInput> {
  readonly accountId: string;
}

/** A member's access is shown. */
export class CcMemberOpenedEvent extends CcFactEvent<MemberOpenedFact> {
  static readonly type = 'cc-member-opened';
}

/** What is in the file: as the attributes `filter` and `sort` have it. */
export interface RosterExportInput {
  filter: string;
  sort: string;
}

/** A person wants the list as a file. */
export class CcRosterExportRequestEvent extends CcRequestEvent<RosterExportInput, { count: number }> {
  static readonly type = 'cc-roster-export-request';
}

export interface RosterExportedFact {
  readonly accountId: string;
  /** People in the file. */
  readonly count: number;
}

/** The file is there. */
export class CcRosterExportedEvent extends CcFactEvent<RosterExportedFact> {
  static readonly type = 'cc-roster-exported';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-member-open-request': CcMemberOpenRequestEvent;
    'cc-member-opened': CcMemberOpenedEvent;
    'cc-roster-export-request': CcRosterExportRequestEvent;
    'cc-roster-exported': CcRosterExportedEvent;
  }
}
