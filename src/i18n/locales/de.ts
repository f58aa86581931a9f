import { common } from '../de/common.js';
import { roles } from '../de/roles.js';
import { rolePicker } from '../de/role-picker.js';
import { seatMeter } from '../de/seat-meter.js';
import { userRoster } from '../de/user-roster.js';
import type { LocalePackInParts } from '../language.js';

/** German: what a page of people shows first; every other group comes when an element first speaks it. */
const de: LocalePackInParts = {
  locale: 'de',
  strings: { common, rolePicker, roles, seatMeter, userRoster },
  parts: {
    acceptInvite: async () => (await import('../de/accept-invite.js')).acceptInvite,
    accessGrant: async () => (await import('../de/access-grant.js')).accessGrant,
    accountLinks: async () => (await import('../de/account-links.js')).accountLinks,
    accountList: async () => (await import('../de/account-list.js')).accountList,
    accountRows: async () => (await import('../de/account-rows.js')).accountRows,
    accountSwitcher: async () => (await import('../de/account-switcher.js')).accountSwitcher,
    accountSwitching: async () => (await import('../de/account-switching.js')).accountSwitching,
    auditLog: async () => (await import('../de/audit-log.js')).auditLog,
    auditWords: async () => (await import('../de/audit-words.js')).auditWords,
    can: async () => (await import('../de/can.js')).can,
    deviceList: async () => (await import('../de/device-list.js')).deviceList,
    fieldProblems: async () => (await import('../de/field-problems.js')).fieldProblems,
    fileProblems: async () => (await import('../de/file-problems.js')).fileProblems,
    inviteDialog: async () => (await import('../de/invite-dialog.js')).inviteDialog,
    inviteFile: async () => (await import('../de/invite-file.js')).inviteFile,
    mfaChallenge: async () => (await import('../de/mfa-challenge.js')).mfaChallenge,
    mfaSetup: async () => (await import('../de/mfa-setup.js')).mfaSetup,
    problems: async () => (await import('../de/problems.js')).problems,
    roleDetails: async () => (await import('../de/role-details.js')).roleDetails,
    roleMatrix: async () => (await import('../de/role-matrix.js')).roleMatrix,
    rosterActs: async () => (await import('../de/roster-acts.js')).rosterActs,
    rosterBulk: async () => (await import('../de/roster-bulk.js')).rosterBulk,
    rosterExport: async () => (await import('../de/roster-export.js')).rosterExport,
    rosterImport: async () => (await import('../de/roster-import.js')).rosterImport,
    rosterList: async () => (await import('../de/roster-list.js')).rosterList,
    rosterLive: async () => (await import('../de/roster-live.js')).rosterLive,
    rosterSelect: async () => (await import('../de/roster-select.js')).rosterSelect,
    signIn: async () => (await import('../de/sign-in.js')).signIn,
    userAccess: async () => (await import('../de/user-access.js')).userAccess,
    userDetail: async () => (await import('../de/user-detail.js')).userDetail,
    usernameConflict: async () => (await import('../de/username-conflict.js')).usernameConflict,
  },
};
export default de;
