import { common } from '../ar/common.js';
import { roles } from '../ar/roles.js';
import { rolePicker } from '../ar/role-picker.js';
import { seatMeter } from '../ar/seat-meter.js';
import { userRoster } from '../ar/user-roster.js';
import type { LocalePackInParts } from '../language.js';

/** Arabic, from right to left: what a page of people shows first; every other group comes when an element first speaks it. */
const ar: LocalePackInParts = {
  locale: 'ar',
  strings: { common, rolePicker, roles, seatMeter, userRoster },
  parts: {
    acceptInvite: async () => (await import('../ar/accept-invite.js')).acceptInvite,
    accessGrant: async () => (await import('../ar/access-grant.js')).accessGrant,
    accountLinks: async () => (await import('../ar/account-links.js')).accountLinks,
    accountList: async () => (await import('../ar/account-list.js')).accountList,
    accountRows: async () => (await import('../ar/account-rows.js')).accountRows,
    accountSwitcher: async () => (await import('../ar/account-switcher.js')).accountSwitcher,
    accountSwitching: async () => (await import('../ar/account-switching.js')).accountSwitching,
    auditLog: async () => (await import('../ar/audit-log.js')).auditLog,
    auditWords: async () => (await import('../ar/audit-words.js')).auditWords,
    can: async () => (await import('../ar/can.js')).can,
    deviceList: async () => (await import('../ar/device-list.js')).deviceList,
    fieldProblems: async () => (await import('../ar/field-problems.js')).fieldProblems,
    fileProblems: async () => (await import('../ar/file-problems.js')).fileProblems,
    inviteDialog: async () => (await import('../ar/invite-dialog.js')).inviteDialog,
    inviteFile: async () => (await import('../ar/invite-file.js')).inviteFile,
    mfaChallenge: async () => (await import('../ar/mfa-challenge.js')).mfaChallenge,
    mfaSetup: async () => (await import('../ar/mfa-setup.js')).mfaSetup,
    problems: async () => (await import('../ar/problems.js')).problems,
    roleDetails: async () => (await import('../ar/role-details.js')).roleDetails,
    roleMatrix: async () => (await import('../ar/role-matrix.js')).roleMatrix,
    rosterActs: async () => (await import('../ar/roster-acts.js')).rosterActs,
    rosterBulk: async () => (await import('../ar/roster-bulk.js')).rosterBulk,
    rosterExport: async () => (await import('../ar/roster-export.js')).rosterExport,
    rosterImport: async () => (await import('../ar/roster-import.js')).rosterImport,
    rosterList: async () => (await import('../ar/roster-list.js')).rosterList,
    rosterLive: async () => (await import('../ar/roster-live.js')).rosterLive,
    rosterSelect: async () => (await import('../ar/roster-select.js')).rosterSelect,
    signIn: async () => (await import('../ar/sign-in.js')).signIn,
    userAccess: async () => (await import('../ar/user-access.js')).userAccess,
    userDetail: async () => (await import('../ar/user-detail.js')).userDetail,
    usernameConflict: async () => (await import('../ar/username-conflict.js')).usernameConflict,
  },
};
export default ar;
