import { plural } from '../plural.js';

/** cc-user-detail: one person on one account. */
export const userDetail = {
  loading: 'Loading this person',
  none: 'No person is chosen.',
  goneTitle: 'No user of this account any more',
  goneText: ({ name }: { name: string }) =>
    `${name} can’t open this account. Somebody removed them, or they left.`,
  goneUnknown: 'This person isn’t a user of this account, or never was.',
  leftTitle: 'You’re no user of this account any more',
  leftText: 'To come back, somebody has to invite you again.',
  failedTitle: 'We couldn’t load this person',
  failedSame: 'Nothing has changed.',
  refusedTitle: 'You can’t see this person',
  refusedText: 'Only people who manage users can open this. Ask the Account Owner.',
  stale: 'Not up to date.',

  twoFactor: 'Two-factor sign-in',

  roleTitle: 'Role',
  roleHere: 'On this account',
  roleOnClients: 'On client accounts',
  roleClients: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'Reaches the client account through this role.',
      other: `Reaches all ${count} client accounts through this role.`,
    }),
  roleNewer: 'This app doesn’t know this role yet, so it can’t say what it means.',
  doUsers: 'Manage users',
  roleTable: ({ role }: { role: string }) => `What ${role} can do`,

  accessTitle: 'Access',
  accessText: 'Where their access to this account comes from. Each is enough by itself.',
  accessYours: 'Where your access to this account comes from. Each is enough by itself.',
  direct: 'A role on this account',
  directSince: ({ role, date }: { role: string; date: string }) => `${role}, since ${date}.`,
  byInvitation: 'By an invite.',
  byBulk: 'Given together with other accounts.',
  byOwner: 'Set up with the account.',
  inherited: ({ partner }: { partner: string }) => `Through ${partner}`,
  inheritedRole: ({ role, effective }: { role: string; effective: string }) =>
    role === effective ? `${role} there.` : `${role} there, which amounts to ${effective} here.`,
  inheritedStays: 'It stays when the role on this account is taken away.',
  suspendedAccess: 'Suspended: this role opens nothing now.',

  factorOn: 'A code from their app is asked for on devices that aren’t remembered.',
  factorOff: 'The password alone is enough to sign in.',
  factorRequired: 'This account requires a second factor: they set it up before they can enter.',
  yourFactorOn: 'A code from your app is asked for on devices that aren’t remembered.',
  yourFactorOff: 'Your password alone is enough to sign in.',
  resetYourself: 'You can’t reset your own. Change it where you manage your login.',

  devicesTitle: 'Sessions and devices',
  devicesOthers: ({ name }: { name: string }) =>
    `Only ${name} sees where they’re signed in and which devices are remembered. A reset of two-factor sign-in ends them all.`,

  historyTitle: 'History',
  historyText: ({ name }: { name: string }) => `What ${name} did on this account, and what was done to them.`,
  historyYours: 'What you did on this account, and what was done to you.',
  historyNone: 'Nothing has happened yet.',
  historyFailed: 'The history couldn’t be loaded.',

  dangerTitle: 'Danger zone',
  suspendText: ({ name }: { name: string }) =>
    `${name} can’t open this account until somebody lets them in again. Their work stays.`,
  reactivateText: ({ name }: { name: string }) => `${name} can open this account again.`,
  removeText: ({ name }: { name: string }) => `${name} loses the role on this account. Their work stays.`,
  leaveText: 'You lose your role on this account. Your work stays.',

  ownership: 'Ownership',
  offer: 'Offer ownership…',
  offerText: ({ name }: { name: string }) =>
    `${name} becomes the Account Owner once they accept, and the owner of today an Account Manager.`,
  offerSelf: 'To hand this account over, open the person who takes over and choose “Offer ownership”.',
  offerFactor: ({ name }: { name: string }) => `${name} needs two-factor sign-in first.`,
  offerSuspended: ({ name }: { name: string }) => `${name} is suspended. Reactivate them first.`,
  offerPending: ({ name }: { name: string }) => `It’s offered to ${name} already. Cancel that offer first.`,
  offerTitle: ({ name, account }: { name: string; account: string }) =>
    `Offer the ownership of ${account} to ${name}?`,
  offerAccept: ({ name }: { name: string }) =>
    `${name} gets an email and has 72 hours to accept. Until then nothing changes.`,
  offerRoles: ({ name }: { name: string }) =>
    `Then ${name} is the Account Owner, and you become an Account Manager.`,
  offerOwnerRoles: ({ name }: { name: string }) =>
    `Then ${name} is the Account Owner, and today’s owner becomes an Account Manager.`,
  offerBack: 'You can take the offer back until it’s accepted.',
  offerDo: 'Offer ownership',
  offered: ({ name }: { name: string }) => `The ownership is offered to ${name}.`,

  pendingTitle: ({ name }: { name: string }) => `The ownership is offered to ${name}`,
  pendingText: ({ when }: { when: string }) =>
    `They have until ${when} to accept. Until then nothing changes.`,
  pendingCancel: 'Cancel the offer…',
  cancelTitle: ({ name }: { name: string }) => `Cancel the offer to ${name}?`,
  cancelEffect: ({ name }: { name: string }) => `${name} can’t accept any more and gets an email.`,
  cancelSame: 'The Account Owner stays who it is.',
  cancelDo: 'Cancel the offer',
  cancelKeep: 'Keep the offer',
  cancelled: ({ name }: { name: string }) => `The offer to ${name} is cancelled.`,

  yoursTitle: ({ name }: { name: string }) => `${name} offers you the ownership of this account`,
  yoursText: ({ when }: { when: string }) => `You have until ${when} to accept.`,
  accept: 'Accept the ownership…',
  acceptFactor: 'Turn two-factor sign-in on first.',
  acceptTitle: ({ account }: { account: string }) => `Become the Account Owner of ${account}?`,
  acceptYou: 'You can do everything on this account, and only you can hand it over.',
  acceptThem: ({ name }: { name: string }) => `${name} becomes an Account Manager.`,
  acceptProof: 'You confirm that it’s you, if your last proof is older than 15 minutes.',
  acceptDo: 'Become the owner',
  accepted: 'You’re the Account Owner now.',
  transferGone: 'The offer isn’t there any more: it was accepted, cancelled, or has expired.',
};
