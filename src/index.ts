/** Classes and types. Importing this registers nothing and touches nothing. */
export { defineAll, allDefined, type DefineAllOptions } from './define-all.js';
export { CcElement } from './elements/base/cc-element.js';
export { define, type CcElementClass, type DefineOptions } from './elements/base/define.js';
export * from './elements/base/events.js';
export { withProof } from './elements/base/perform.js';

export { CcAcceptInvite } from './elements/accept-invite/accept-invite.js';
export { CcAccessGrant } from './elements/access-grant/access-grant.js';
export { CcAccountLinks } from './elements/account-links/account-links.js';
export { CcAccountList } from './elements/account-list/account-list.js';
export { CcAccountSwitcher } from './elements/account-switcher/account-switcher.js';
export { CcAuditLog } from './elements/audit-log/audit-log.js';
export { CcCan } from './elements/can/can.js';
export { CcDeviceList } from './elements/device-list/device-list.js';
export { CcInviteDialog } from './elements/invite-dialog/invite-dialog.js';
export { CcMfaChallenge } from './elements/mfa-challenge/mfa-challenge.js';
export { CcMfaSetup } from './elements/mfa-setup/mfa-setup.js';
export { CcProvider } from './elements/provider/provider.js';
export { CcRoleMatrix, type MatrixView } from './elements/role-matrix/role-matrix.js';
export type { MatrixRole } from './elements/role-matrix/rows.js';
export { CcRolePicker } from './elements/role-picker/role-picker.js';
export { CcSeatMeter } from './elements/seat-meter/seat-meter.js';
export { CcSignIn } from './elements/sign-in/sign-in.js';
export { CcUserAccess } from './elements/user-access/user-access.js';
export { CcUserDetail } from './elements/user-detail/user-detail.js';
export { CcUserRoster } from './elements/user-roster/user-roster.js';
export { CcUsernameConflict } from './elements/username-conflict/username-conflict.js';
export type {
  ConflictChoice,
  ConflictStep,
  InviteeConflict,
  InviterConflict,
  UsernameConflict,
} from './elements/username-conflict/conflict.js';
export type { Entry as RosterEntry } from './elements/shared/roster/people.js';
export type { RosterAction, RosterColumn } from './elements/user-roster/view.js';

export * from './elements/accept-invite/accept-invite.events.js';
export * from './elements/access-grant/access-grant.events.js';
export * from './elements/account-links/account-links.events.js';
export * from './elements/account-list/account-list.events.js';
export * from './elements/account-switcher/account-switcher.events.js';
export * from './elements/audit-log/audit-log.events.js';
export * from './elements/device-list/device-list.events.js';
export * from './elements/invite-dialog/invite-dialog.events.js';
export * from './elements/mfa-setup/mfa-setup.events.js';
export * from './elements/provider/provider.events.js';
export * from './elements/shared/account-add.events.js';
export * from './elements/shared/account-change.events.js';
export * from './elements/shared/account-restore.events.js';
export * from './elements/shared/grant-open.events.js';
export * from './elements/shared/invite-life.events.js';
export * from './elements/shared/invite-link.events.js';
export * from './elements/shared/invite-send.events.js';
export * from './elements/shared/list.events.js';
export * from './elements/shared/member.events.js';
export * from './elements/shared/mfa-reset.events.js';
export * from './elements/shared/mfa-verify.events.js';
export * from './elements/shared/ownership.events.js';
export * from './elements/shared/plan-open.events.js';
export * from './elements/shared/session.events.js';
export * from './elements/user-access/user-access.events.js';
export * from './elements/user-detail/user-detail.events.js';
export * from './elements/user-roster/user-roster.events.js';
export * from './elements/username-conflict/username-conflict.events.js';
