import { plural } from '../plural.js';

const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });

/** cc-user-roster: search, rows, and what stands in their place. */
export const rosterList = {
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
  anyTime: 'Any time',
  /** A filter: was here in these days. */
  activePast: ({ days }: { days: number }) =>
    plural('en', days, { one: 'Past day', other: `Past ${days} days` }),
  /** A filter: was not here for so long. */
  activeNot: ({ days }: { days: number }) =>
    plural('en', days, { one: 'Not for 1 day', other: `Not for ${days} days` }),
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
  expiresOn: ({ date }: { date: string }) => `The invite expires on ${date}`,
  waitsForMail: 'Mail is waiting',
  notDelivered: 'Not delivered',
  notDeliveredWays:
    'The mail server refused the address. Correct the address, or copy the URL and pass it on.',
  correctShort: 'Correct',
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
  actionsFor: ({ name }: { name: string }) => `Actions for ${name}`,

  unknownState: 'This app doesn’t know this state yet, so it can’t change it.',
  atTime: ({ time }: { time: string }) => `at ${time}`,

  goneMeanwhile: 'This row was removed meanwhile.',

  emptyTitle: 'You’re the only user so far',
  emptyText:
    'Give each person their own login instead of sharing yours. You choose what they can do, and there’s no limit to how many people you add.',
  emptyTextLimited: ({ left }: { left: number }) =>
    `Give each person their own login instead of sharing yours. You choose what they can do. The plan has room for ${people(left)} more.`,
  emptyTextFull: 'The plan includes no one else. Move to a bigger plan to add people.',
  emptyNobody: 'Nobody uses this account yet',
  noneTitle: ({ q, role, status, mfa, active }: NoneWords) =>
    [
      `No ${status ? `${status} ` : ''}users`,
      role && `with the role ${role}`,
      mfa && `${role ? 'and' : 'with'} MFA ${mfa}`,
      active && `(last active: ${active})`,
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
  stale: ({ when }: { when: string }) => `Not up to date: this is what we knew ${when}.`,

  found: ({ count }: { count: number }) => `${people(count)} found`,
  range: ({ from, to, total }: { from: string; to: string; total: string }) => `${from}–${to} of ${total}`,
  countAll: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 person can open this account',
      other: `${count} people can open this account`,
    }),
  export: 'Export CSV',
  import: 'Import CSV',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  sortedUp: ({ column }: { column: string }) => `Sorted by ${column}, ascending`,
  sortedDown: ({ column }: { column: string }) => `Sorted by ${column}, descending`,
};

/** What is looked for, in words; what is left out is not. */
interface NoneWords {
  q?: string;
  role?: string;
  status?: string;
  mfa?: string;
  active?: string;
}
