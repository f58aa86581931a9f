/**
 * All words of the elements, one group per element. Types only: each element imports the English of its own
 * groups, so nothing here reaches a bundle, and a locale that misses a key does not compile.
 *
 * To add a group: write `en/<group>.ts`, add one line here, use `new StringsController(this, '<group>', <group>)`.
 */
import type { acceptInvite } from './en/accept-invite.js';
import type { accessGrant } from './en/access-grant.js';
import type { accountLinks } from './en/account-links.js';
import type { accountList } from './en/account-list.js';
import type { accountRows } from './en/account-rows.js';
import type { accountSwitcher } from './en/account-switcher.js';
import type { accountSwitching } from './en/account-switching.js';
import type { auditLog } from './en/audit-log.js';
import type { auditWords } from './en/audit-words.js';
import type { can } from './en/can.js';
import type { common } from './en/common.js';
import type { deviceList } from './en/device-list.js';
import type { fieldProblems } from './en/field-problems.js';
import type { fileProblems } from './en/file-problems.js';
import type { inviteDialog } from './en/invite-dialog.js';
import type { inviteFile } from './en/invite-file.js';
import type { mfaChallenge } from './en/mfa-challenge.js';
import type { mfaSetup } from './en/mfa-setup.js';
import type { problems } from './en/problems.js';
import type { roleDetails } from './en/role-details.js';
import type { roleMatrix } from './en/role-matrix.js';
import type { rolePicker } from './en/role-picker.js';
import type { roles } from './en/roles.js';
import type { rosterActs } from './en/roster-acts.js';
import type { rosterBulk } from './en/roster-bulk.js';
import type { rosterExport } from './en/roster-export.js';
import type { rosterImport } from './en/roster-import.js';
import type { rosterList } from './en/roster-list.js';
import type { rosterLive } from './en/roster-live.js';
import type { rosterSelect } from './en/roster-select.js';
import type { seatMeter } from './en/seat-meter.js';
import type { signIn } from './en/sign-in.js';
import type { userAccess } from './en/user-access.js';
import type { userDetail } from './en/user-detail.js';
import type { userRoster } from './en/user-roster.js';
import type { usernameConflict } from './en/username-conflict.js';
import type { ProblemText } from './problem-texts.js';

// A locale may need the numbers where English needs none, and the other way round.
type ProblemTexts<Group> = { [Code in keyof Group]: ProblemText };

export interface Strings {
  acceptInvite: typeof acceptInvite;
  accessGrant: typeof accessGrant;
  accountLinks: typeof accountLinks;
  accountList: typeof accountList;
  accountRows: typeof accountRows;
  accountSwitcher: typeof accountSwitcher;
  accountSwitching: typeof accountSwitching;
  auditLog: typeof auditLog;
  auditWords: typeof auditWords;
  can: typeof can;
  common: typeof common;
  deviceList: typeof deviceList;
  fieldProblems: ProblemTexts<typeof fieldProblems>;
  fileProblems: ProblemTexts<typeof fileProblems>;
  inviteDialog: typeof inviteDialog;
  inviteFile: typeof inviteFile;
  mfaChallenge: typeof mfaChallenge;
  mfaSetup: typeof mfaSetup;
  problems: ProblemTexts<typeof problems>;
  roleDetails: typeof roleDetails;
  roleMatrix: typeof roleMatrix;
  rolePicker: typeof rolePicker;
  roles: typeof roles;
  rosterActs: typeof rosterActs;
  rosterBulk: typeof rosterBulk;
  rosterExport: typeof rosterExport;
  rosterImport: typeof rosterImport;
  rosterList: typeof rosterList;
  rosterLive: typeof rosterLive;
  rosterSelect: typeof rosterSelect;
  seatMeter: typeof seatMeter;
  signIn: typeof signIn;
  userAccess: typeof userAccess;
  userDetail: typeof userDetail;
  userRoster: typeof userRoster;
  usernameConflict: typeof usernameConflict;
}

export type StringGroup = keyof Strings;

/** Words a host changes: any keys of any groups. */
export type PartialStrings = { readonly [Group in StringGroup]?: Partial<Strings[Group]> };
