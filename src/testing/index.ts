/** What hosts test their own pages with: a client without a network, builders, and harnesses that say click and choose. */
export * from './builders.js';
export { createFakeClient, type FakeClient, type FakeClientOptions } from './fake-client.js';
export type { FakeAccount } from './fake-client-world.js';
export { AcceptInviteHarness } from './harnesses/accept-invite.harness.js';
export { AccessGrantHarness } from './harnesses/access-grant.harness.js';
export { AccountListHarness } from './harnesses/account-list.harness.js';
export { AuditLogHarness } from './harnesses/audit-log.harness.js';
export { CanHarness } from './harnesses/can.harness.js';
export { InviteDialogHarness } from './harnesses/invite-dialog.harness.js';
export { DeviceListHarness, MfaChallengeHarness, MfaSetupHarness } from './harnesses/mfa.harness.js';
export { RoleMatrixHarness } from './harnesses/role-matrix.harness.js';
export { RolePickerHarness } from './harnesses/role-picker.harness.js';
export { SeatMeterHarness } from './harnesses/seat-meter.harness.js';
export { SignInHarness } from './harnesses/sign-in.harness.js';
export { UserAccessHarness } from './harnesses/user-access.harness.js';
export { UserDetailHarness } from './harnesses/user-detail.harness.js';
export { UserRosterHarness } from './harnesses/user-roster.harness.js';
export { UsernameConflictHarness } from './harnesses/username-conflict.harness.js';
