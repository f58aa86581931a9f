/** What hosts test their own pages with: harnesses that say click and choose, without our shadow tree. */
export { AcceptInviteHarness } from './harnesses/accept-invite.harness.js';
export { InviteDialogHarness } from './harnesses/invite-dialog.harness.js';
export { RolePickerHarness } from './harnesses/role-picker.harness.js';
export { SeatMeterHarness } from './harnesses/seat-meter.harness.js';
export { SignInHarness } from './harnesses/sign-in.harness.js';
