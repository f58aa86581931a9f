import { define, tagWith, type CcElementClass, type DefineOptions } from './elements/base/define.js';
import { CcAcceptInvite } from './elements/accept-invite/accept-invite.js';
import { CcAccessGrant } from './elements/access-grant/access-grant.js';
import { CcAccountLinks } from './elements/account-links/account-links.js';
import { CcAccountList } from './elements/account-list/account-list.js';
import { CcAccountSwitcher } from './elements/account-switcher/account-switcher.js';
import { CcAuditLog } from './elements/audit-log/audit-log.js';
import { CcCan } from './elements/can/can.js';
import { CcDeviceList } from './elements/device-list/device-list.js';
import { CcInviteDialog } from './elements/invite-dialog/invite-dialog.js';
import { CcMfaChallenge } from './elements/mfa-challenge/mfa-challenge.js';
import { CcMfaSetup } from './elements/mfa-setup/mfa-setup.js';
import { CcProvider } from './elements/provider/provider.js';
import { CcRoleMatrix } from './elements/role-matrix/role-matrix.js';
import { CcRolePicker } from './elements/role-picker/role-picker.js';
import { CcSeatMeter } from './elements/seat-meter/seat-meter.js';
import { CcSignIn } from './elements/sign-in/sign-in.js';
import { CcUserAccess } from './elements/user-access/user-access.js';
import { CcUserDetail } from './elements/user-detail/user-detail.js';
import { CcUserRoster } from './elements/user-roster/user-roster.js';
import { CcUsernameConflict } from './elements/username-conflict/username-conflict.js';

// One line per element, so that adding one adds one line.
// prettier-ignore
const classes: readonly CcElementClass[] = [
  CcAcceptInvite,
  CcAccessGrant,
  CcAccountLinks,
  CcAccountList,
  CcAccountSwitcher,
  CcAuditLog,
  CcCan,
  CcDeviceList,
  CcInviteDialog,
  CcMfaChallenge,
  CcMfaSetup,
  CcProvider,
  CcRoleMatrix,
  CcRolePicker,
  CcSeatMeter,
  CcSignIn,
  CcUserAccess,
  CcUserDetail,
  CcUserRoster,
  CcUsernameConflict,
];

export interface DefineAllOptions extends DefineOptions {
  /** Tags to register, written with `cc-` whatever the prefix; all when absent. */
  readonly only?: readonly string[];
}

/** Registers all elements, or some, at once: for hosts that need a prefix or a scoped registry. */
export function defineAll({ only, ...options }: DefineAllOptions = {}): void {
  for (const Class of classes) if (!only || only.includes(Class.tag)) define(Class, options);
}

/** Settles when every one of our tags that stands in the page, or below a node of it, is defined. */
export async function allDefined(below: ParentNode = document, { prefix = 'cc' } = {}): Promise<void> {
  const tags = classes.map((Class) => tagWith(prefix, Class)).filter((tag) => below.querySelector(tag));
  await Promise.all(tags.map((tag) => customElements.whenDefined(tag)));
}
