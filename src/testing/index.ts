/** What hosts test their own pages with: harnesses that say click and choose, without our shadow tree. */
export { RolePickerHarness } from './harnesses/role-picker.harness.js';
export { SeatMeterHarness } from './harnesses/seat-meter.harness.js';
