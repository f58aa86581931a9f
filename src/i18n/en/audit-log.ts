import { plural } from '../plural.js';

/** cc-audit-log: filters, states, export. */
export const auditLog = {
  title: 'History',
  text: 'Who did what on this account, and when. Entries can’t be changed.',
  filterOn: ({ filter, value }: { filter: string; value: string }) => `${filter}: ${value}`,
  kinds: 'What happened',
  anyKind: 'Everything',
  severalKinds: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 kind', other: `${count} kinds` }),
  kind_member: 'Users',
  kind_invitation: 'Invites',
  kind_mfa: 'Two-factor sign-in',
  kind_transfer: 'Ownership',
  kind_user: 'Logins',
  kind_link: 'Links between accounts',
  kind_account: 'Account',
  person: 'Person',
  anyPerson: 'Anybody',
  from: 'From',
  to: 'Until',
  clear: 'Clear filters',
  wrongOrder: 'This is before the first day. Choose a later one.',

  live: 'Live',
  polling: 'Updates every 30 seconds',
  show: 'Show',

  details: 'Details',
  detailsOf: ({ what }: { what: string }) => `Details: ${what}`,
  exactTime: 'Exact time',
  address: 'Network address',
  action: 'Name in the records',
  reference: 'Reference',
  onlyBy: ({ name }: { name: string }) => `Show only what ${name} did`,
  onlyYours: 'Show only what you did',

  emptyTitle: 'Nothing has happened yet',
  emptyText: 'Invites, role changes and everything else about users will be listed here.',
  noneTitle: 'Nothing matches',
  noneText: 'Choose another time or another kind, or clear the filters.',
  failedTitle: 'We couldn’t load the history',
  failedText: 'Nothing was lost. The entries stay on the server.',
  refusedTitle: 'You can’t see the history of this account',
  refusedText: 'Only people who manage users can open it. Ask the Account Owner.',
  stale: 'Not up to date.',

  found: ({ count, more }: { count: number; more: boolean }) =>
    more
      ? `The newest ${plural('en', count, { one: 'entry', other: `${count} entries` })} are shown`
      : plural('en', count, { one: '1 entry', other: `${count} entries` }),
  older: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 older entry loaded', other: `${count} older entries loaded` }),

  export: 'Export',
  exporting: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 entry read', other: `${count} entries read` }),
  exported: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 entry exported', other: `${count} entries exported` }),
  exportFailed: 'Nothing was exported.',
  stop: 'Stop',
  file: 'history',
  columnTime: 'Time',
  columnPerson: 'Person',
  columnUsername: 'Username',
  columnWhat: 'What happened',
  columnChange: 'Change',
  columnAction: 'Action',
  columnTarget: 'Target',
  columnAddress: 'Network address',
  columnReference: 'Reference',
};
