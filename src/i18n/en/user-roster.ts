import { plural } from '../plural.js';

const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });
const users = (count: number) => plural('en', count, { one: '1 user', other: `${count} users` });
const active = (count: number) =>
  plural('en', count, { one: '1 active user', other: `${count} active users` });
const pending = (count: number) =>
  plural('en', count, { one: '1 pending invite', other: `${count} pending invites` });

/** cc-user-roster: the "Manage users" screen. */
export const userRoster = {
  heading: 'Manage users',
  clientOf: ({ parent }: { parent: string }) => `Client account of ${parent}`,
  addUser: 'Add New User',
  limitTitle: 'You can’t add anyone yet.',
  limitText: ({ plan, limit, used, reserved }: SeatWords) =>
    `${plan || 'The plan'} includes ${users(limit)}, and ${active(used)}${
      reserved ? ` and ${pending(reserved)} are` : plural('en', used, { one: ' is', other: ' are' })
    } using ${limit === 1 ? 'that place' : 'them'}. ${
      reserved ? 'Cancel an invite, remove' : 'Remove'
    } a user, or move to a bigger plan.`,
  overTitle: 'This account has more users than its plan.',
  overText: ({ plan, limit, used }: SeatWords) =>
    `${plan || 'The plan'} includes ${users(limit)}, and ${used} are active. Suspend or remove ${users(used - limit)}, or move to a bigger plan. Nobody loses access by itself.`,
  seePlans: 'See Plans and Pricing',

  search: 'Search name, username or email',
  searchShort: 'Search users',
  clearSearch: 'Clear search',
  /** Moves focus to the search field; a host may choose another key, or none. */
  searchKey: '/',
  filters: 'Filters',
  filtersOn: ({ count }: { count: number }) => `Filters: ${count}`,
  filterOn: ({ filter, value }: { filter: string; value: string }) => `${filter}: ${value}`,
  anyRole: 'Any role',
  anyStatus: 'Any status',
  anyMfa: 'On or off',
  updated: ({ when }: { when: string }) => `Updated ${when}`,
  justNow: 'just now',

  caption: ({ account }: { account: string }) => `Users of ${account}`,
  name: 'Name',
  role: 'Role',
  status: 'Status',
  mfa: 'MFA',
  lastActive: 'Last active',
  actions: 'Actions',
  invited: 'Invited',
  members: 'Members',
  through: ({ partner }: { partner: string }) => `Access through ${partner}`,
  throughNote: 'No seat used. Managed on the partner account',
  noName: 'No name yet',
  hiddenMark: 'contains hidden characters',

  invitedBy: ({ name, date }: { name: string; date: string }) => `Invited by ${name}, ${date}`,
  invitedByYou: ({ date }: { date: string }) => `Invited by you, ${date}`,
  by: ({ name, date }: { name: string; date: string }) => `By ${name}, ${date}`,
  byYou: ({ date }: { date: string }) => `By you, ${date}`,
  since: ({ date }: { date: string }) => `Since ${date}`,

  active: 'Active',
  suspended: 'Suspended',
  expired: 'Expired',
  needsMfa: 'MFA at sign-in',
  expiresToday: 'Expires today',
  expiresIn: ({ days }: { days: number }) =>
    plural('en', days, { one: 'Expires in 1 day', other: `Expires in ${days} days` }),
  expiredOn: ({ date }: { date: string }) => `On ${date}`,
  notDelivered: 'Not delivered',
  notSent: 'Waits for a free username',
  needsSender: 'Needs a new sender',
  mfaOn: 'MFA on',
  mfaOff: 'MFA off',
  mfaRequired: 'Required here',
  notYet: 'Not yet',
  resend: 'Resend',

  roleOf: ({ role, name }: { role: string; name: string }) => `Role of ${name}: ${role}`,
  ownerRole: 'Only the owner can hand the account over.',
  ownRole: 'You can’t change your own role. Ask another manager of this account.',
  unknownRole: 'This app doesn’t know this role yet, so it can’t change it.',
  roleFor: ({ name }: { name: string }) => `Role of ${name}`,
  actionsFor: ({ name }: { name: string }) => `Actions for ${name}`,
  current: 'current role',
  viewAccess: 'View access',
  suspend: 'Suspend',
  reactivate: 'Reactivate',
  remove: 'Remove from this account…',
  leave: 'Leave this account…',
  resendInvite: 'Resend invite…',
  copyUrl: 'Copy URL',
  cancelInvite: 'Cancel invite…',

  ownerStays: 'An account always has one owner. Transfer ownership first.',
  ownerLeaves: 'You’re the owner. Transfer ownership first.',
  notYourself: 'You can’t suspend yourself.',
  unknownState: 'This app doesn’t know this state yet, so it can’t change it.',
  expiredLink: 'An expired invite has no working URL. Resend it first.',
  roleElsewhere: 'Not offered here, because it works across the whole partnership.',
  roleAboveYou: 'Not offered, because it can do more than you can here.',
  roleAboveCeiling: 'Not offered, because this client account limits what its partner can do.',
  roleNotOffered: 'Not offered here.',
  resendAt: ({ when }: { when: string }) => `Possible again ${when}`,
  inSeconds: ({ count }: { count: number }) =>
    plural('en', count, { one: 'in 1 second', other: `in ${count} seconds` }),
  inMinutes: ({ count }: { count: number }) =>
    plural('en', count, { one: 'in 1 minute', other: `in ${count} minutes` }),
  onDate: ({ date }: { date: string }) => `on ${date}`,
  atTime: ({ time }: { time: string }) => `at ${time}`,
  noSeat: 'The plan has no free place. Remove a user or move to a bigger plan.',

  saving: 'Saving',
  roleSaved: ({ name, role }: { name: string; role: string }) => `${name} is now ${role}. Undo is possible.`,
  undoOf: ({ name }: { name: string }) => `Undo the change of ${name}`,
  undone: ({ name }: { name: string }) => `Change of ${name} undone.`,
  isSuspended: ({ name }: { name: string }) => `${name} is suspended and can’t open this account.`,
  isActive: ({ name }: { name: string }) => `${name} is active again.`,
  suspendedNow: ({ name }: { name: string }) => `${name} is suspended. Undo is possible.`,
  reactivatedNow: ({ name }: { name: string }) => `${name} is active again. Undo is possible.`,
  removedNow: ({ name }: { name: string }) => `${name} is removed.`,
  leftNow: 'You left this account.',
  resentNow: ({ email }: { email: string }) => `Invite sent again to ${email}.`,
  revokedNow: ({ email }: { email: string }) => `Invite to ${email} cancelled.`,
  copied: 'Copied',
  copiedNow: ({ email }: { email: string }) => `Copied the URL for ${email}.`,
  copyHere: 'Your browser didn’t allow copying. The URL is selected: press Ctrl+C or ⌘C.',
  urlOf: ({ email }: { email: string }) => `URL for ${email}`,
  done: 'Done',

  roleFailed: ({ name, role }: { name: string; role: string }) =>
    `Role not changed. ${name} is still ${role}.`,
  suspendFailed: ({ name }: { name: string }) => `${name} isn’t suspended.`,
  reactivateFailed: ({ name }: { name: string }) => `${name} is still suspended.`,
  copyFailed: 'No URL was made.',
  conflict: ({ name, theirs, yours }: { name: string; theirs: string; yours: string }) =>
    `Somebody else changed ${name} meanwhile: now ${theirs}. You chose ${yours}.`,
  keepTheirs: ({ theirs }: { theirs: string }) => `Keep ${theirs}`,
  useYours: ({ yours }: { yours: string }) => `Change to ${yours}`,
  goneMeanwhile: 'This row was removed meanwhile.',
  alreadyGone: ({ name }: { name: string }) => `${name} is already removed.`,

  removeTitle: ({ name, account }: { name: string; account: string }) => `Remove ${name} from ${account}?`,
  removeAccess: ({ name }: { name: string }) =>
    `${name} is signed out of this account and can’t open it any more.`,
  removeClients: ({ name, count }: { name: string; count: number }) =>
    `${name} can’t open ${plural('en', count, { one: 'the client account', other: `any of the ${count} client accounts` })} from here.`,
  removeWork: 'Campaigns and lists they made stay in the account.',
  freeSeat: 'The place on the plan is free again.',
  removeNoUndo: 'This can’t be undone, but you can invite them again.',
  suspendInstead: 'Suspend instead',
  removeDo: 'Remove user',
  leaveTitle: ({ account }: { account: string }) => `Leave ${account}?`,
  leaveAccess: 'You can’t open this account any more.',
  leaveClients: ({ count }: { count: number }) =>
    `You can’t open ${plural('en', count, { one: 'the client account', other: `any of the ${count} client accounts` })} from here.`,
  leaveWork: 'Campaigns and lists you made stay in the account.',
  leaveNoUndo: 'To come back, somebody has to invite you again.',
  leaveDo: 'Leave account',
  resendTitle: ({ email }: { email: string }) => `Send the invite to ${email} again?`,
  resendLinks: 'Links sent or copied earlier stop working.',
  resendLife: ({ days }: { days: number }) =>
    plural('en', days, {
      one: 'The new link works for 1 day.',
      other: `The new link works for another ${days} days.`,
    }),
  resendSender: 'The invite comes from you.',
  resendSeat: 'It takes a place on the plan again.',
  resendDo: 'Resend invite',
  revokeTitle: ({ email }: { email: string }) => `Cancel the invite to ${email}?`,
  revokeLinks: 'Its links stop working at once.',
  revokeDo: 'Cancel invite',
  keepInvite: 'Keep invite',

  username: 'Username',
  email: 'Email address',
  memberSince: 'User since',

  emptyTitle: 'You’re the only user so far',
  emptyText:
    'Give each person their own login instead of sharing yours. You choose what they can do, and there’s no limit to how many people you add.',
  emptyTextLimited: ({ left }: { left: number }) =>
    `Give each person their own login instead of sharing yours. You choose what they can do. The plan has room for ${people(left)} more.`,
  emptyTextFull: 'The plan includes no one else. Move to a bigger plan to add people.',
  emptyNobody: 'Nobody uses this account yet',
  noneTitle: ({ q, role, status, mfa }: { q?: string; role?: string; status?: string; mfa?: string }) =>
    [
      `No ${status ? `${status} ` : ''}users`,
      role && `with the role ${role}`,
      mfa && `${role ? 'and' : 'with'} MFA ${mfa}`,
      q && `match “${q}”`,
    ]
      .filter(Boolean)
      .join(' '),
  noneFilters: 'Others may match when you include them.',
  noneHint: 'Check the spelling, or search by email address.',
  show: ({ what }: { what: string }) => `Show ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  clearAll: 'Clear search and filters',
  failedTitle: 'We couldn’t load your users',
  failedSame: 'Nothing has changed on this account.',
  refusedTitle: 'You can’t see the users of this account',
  refusedText: 'Only people who manage users can open this list. Ask the Account Owner.',
  partial: 'A part of this list couldn’t be loaded.',
  stale: ({ when }: { when: string }) => `Not up to date: this is what we knew ${when}.`,

  found: ({ count }: { count: number }) => `${people(count)} found`,
  range: ({ from, to, total }: { from: string; to: string; total: string }) => `${from}–${to} of ${total}`,
  countAll: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 person can open this account',
      other: `${count} people can open this account`,
    }),
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  sortedUp: ({ column }: { column: string }) => `Sorted by ${column}, ascending`,
  sortedDown: ({ column }: { column: string }) => `Sorted by ${column}, descending`,
};

interface SeatWords {
  plan: string;
  limit: number;
  used: number;
  reserved: number;
}
