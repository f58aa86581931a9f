import { plural } from '../plural.js';

const accounts = (count: number, say = String(count)) =>
  plural('en', count, { one: '1 client account', other: `${say} client accounts` });

/** cc-account-list: search, rows, and what stands in their place. */
export const accountRows = {
  under: ({ count, say, partner }: { count: number; say: string; partner: string }) =>
    `${accounts(count, say)} under ${partner}`,
  yours: ({ count, say }: { count: number; say: string }) => `${accounts(count, say)} you can open`,
  caption: ({ partner }: { partner: string }) => `Client accounts of ${partner}`,
  captionYours: 'Client accounts you can open',
  addAccount: 'Add account',

  search: 'Search accounts by name or ID',
  clearSearch: 'Clear search',
  /** Moves focus to the search field; a host may choose another key, or none. */
  searchKey: '/',
  filters: 'Filters',
  filtersOn: ({ count }: { count: number }) => `Filters: ${count}`,
  filterOn: ({ filter, value }: { filter: string; value: string }) => `${filter}: ${value}`,
  updatedNow: 'Updated just now',
  updated: ({ when }: { when: string }) => `Updated ${when}`,
  stale: ({ when }: { when: string }) => `Not up to date: this is what we knew ${when}.`,

  name: 'Account',
  status: 'Status',
  plan: 'Plan',
  seats: 'Seats used',
  role: 'Your role',
  lastActivity: 'Last activity',
  actions: 'Actions',
  show: 'Show',
  seatsFilter: 'Seats',

  anyStatus: 'Any status',
  anyPlan: 'Any plan',
  anySeats: 'Any number of seats',
  anyRole: 'Any role',
  allAccounts: 'All accounts',
  favourites: 'Favourites',
  recent: 'Recently opened',

  active: 'Active',
  trial: 'Trial',
  trialExpired: 'Trial ended',
  overdue: 'Payment due',
  disabled: 'Paused',
  closing: 'Closing',
  closed: 'Closed',

  relationship: 'Relationship',
  managedAccounts: 'Managed accounts',
  managed: 'Managed',
  referred: 'Referred',
  noAccess: 'No access',
  referredNote: 'Referred, not managed',
  restoreUntil: ({ day }: { day: string }) => `Can be restored until ${day}`,
  restore: 'Restore',
  restoreOf: ({ name }: { name: string }) => `Restore ${name}`,
  restored: ({ name }: { name: string }) =>
    `${name} is open again, and its people can enter it. It isn’t linked to a partner account: ask for a link.`,
  restoreFailed: ({ name }: { name: string }) => `${name} wasn’t restored.`,

  seatsFree: 'Free seats',
  seatsFull: 'No free seat',
  seatsOver: 'More users than the plan',
  seatsOf: ({ taken, limit }: { taken: string; limit: string }) => `${taken} of ${limit}`,
  seatsUnlimited: ({ taken }: { taken: string }) => `${taken}, no limit`,
  pending: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 of them is a pending invite',
      other: `${count} of them are pending invites`,
    }),
  noPlan: 'No plan',

  partnerAccess: 'Partner access',
  partnerAccessAs: ({ role }: { role: string }) => `Through the partner account, as ${role}`,
  favourite: 'Favourite',
  open: 'Open',
  opening: 'Opening',
  openOf: ({ name }: { name: string }) => `Open ${name}`,
  opened: ({ name }: { name: string }) => `Now showing ${name}.`,
  actionsFor: ({ name }: { name: string }) => `Actions for ${name}`,
  addFavourite: 'Add to favourites',
  removeFavourite: 'Remove from favourites',
  favouriteAdded: ({ name }: { name: string }) => `${name} added to favourites.`,
  favouriteRemoved: ({ name }: { name: string }) => `${name} removed from favourites.`,
  copyId: 'Copy account ID',
  idCopied: ({ name }: { name: string }) => `Copied the ID of ${name}.`,
  copyRefused: ({ id }: { id: string }) => `Your browser didn’t allow copying. The ID is ${id}.`,
  gone: ({ name }: { name: string }) => `You can’t open ${name} any more.`,
  openFailed: ({ name }: { name: string }) => `${name} wasn’t opened.`,

  select: ({ name }: { name: string }) => `Select ${name}`,
  selectPage: 'Select all accounts on this page',
  pageSelected: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 account on this page is selected.',
      other: `${count} accounts on this page are selected.`,
    }),
  selectAll: ({ count }: { count: string }) => `Select all ${count}`,
  selectMost: ({ count }: { count: string }) => `Select the first ${count}`,
  selected: ({ count }: { count: number }) => `${count} selected`,
  clearSelection: 'Clear',
  grant: 'Grant access…',
  selectFailed: 'Not all accounts could be selected.',

  emptyTitle: 'No client accounts yet',
  emptyText: 'Accounts appear here once they’re linked to yours. Link an existing client, or add a new one.',
  emptyYours: 'You can’t open any client account. Ask the person who manages users to add you.',
  noneSearch: ({ q }: { q: string }) => `No accounts match “${q}”`,
  noneFiltered: ({ value }: { value: string }) => `No accounts with ${value}`,
  noneBoth: ({ value, q }: { value: string; q: string }) => `No accounts with ${value} match “${q}”`,
  noneMore: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 account matches without this filter.',
      other: `${count} accounts match without this filter.`,
    }),
  noneHint: 'Check the spelling, or search by account ID.',
  noneFavourites: 'No favourites yet',
  noneFavouritesHint: 'Add accounts you open often from their menu.',
  showAny: ({ what }: { what: string }) => `Show ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  clearAll: 'Clear search and filters',
  failedTitle: 'We couldn’t load your accounts',
  failedSame: 'Nothing has changed on them.',
  refusedTitle: 'You can’t see client accounts',
  refusedText: 'Only people of a partner account can open this list. Ask the Account Owner.',

  found: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 account found', other: `${count} accounts found` }),
  countAll: ({ count, say }: { count: number; say: string }) => accounts(count, say),
  range: ({ from, to, total }: { from: string; to: string; total: string }) => `${from}–${to} of ${total}`,
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  sortedUp: ({ column }: { column: string }) => `Sorted by ${column}, ascending`,
  sortedDown: ({ column }: { column: string }) => `Sorted by ${column}, descending`,
};
