/** All English groups, for locales and tests. Elements import only their own groups. */
import type { Strings } from '../strings.js';
import { acceptInvite } from './accept-invite.js';
import { accessGrant } from './access-grant.js';
import { accountLinks } from './account-links.js';
import { accountList } from './account-list.js';
import { accountRows } from './account-rows.js';
import { accountSwitcher } from './account-switcher.js';
import { accountSwitching } from './account-switching.js';
import { auditLog } from './audit-log.js';
import { auditWords } from './audit-words.js';
import { can } from './can.js';
import { common } from './common.js';
import { deviceList } from './device-list.js';
import { fieldProblems } from './field-problems.js';
import { fileProblems } from './file-problems.js';
import { inviteDialog } from './invite-dialog.js';
import { inviteFile } from './invite-file.js';
import { mfaChallenge } from './mfa-challenge.js';
import { mfaSetup } from './mfa-setup.js';
import { problems } from './problems.js';
import { roleDetails } from './role-details.js';
import { roleMatrix } from './role-matrix.js';
import { rolePicker } from './role-picker.js';
import { roles } from './roles.js';
import { rosterActs } from './roster-acts.js';
import { rosterBulk } from './roster-bulk.js';
import { rosterExport } from './roster-export.js';
import { rosterImport } from './roster-import.js';
import { rosterList } from './roster-list.js';
import { rosterLive } from './roster-live.js';
import { rosterSelect } from './roster-select.js';
import { seatMeter } from './seat-meter.js';
import { signIn } from './sign-in.js';
import { userAccess } from './user-access.js';
import { userDetail } from './user-detail.js';
import { userRoster } from './user-roster.js';
import { usernameConflict } from './username-conflict.js';

export const english: Strings = {
  acceptInvite,
  accessGrant,
  accountLinks,
  accountList,
  accountRows,
  accountSwitcher,
  accountSwitching,
  auditLog,
  auditWords,
  can,
  common,
  deviceList,
  fieldProblems,
  fileProblems,
  inviteDialog,
  inviteFile,
  mfaChallenge,
  mfaSetup,
  problems,
  roleDetails,
  roleMatrix,
  rolePicker,
  roles,
  rosterActs,
  rosterBulk,
  rosterExport,
  rosterImport,
  rosterList,
  rosterLive,
  rosterSelect,
  seatMeter,
  signIn,
  userAccess,
  userDetail,
  userRoster,
  usernameConflict,
};
