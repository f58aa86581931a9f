import { plural } from '../plural.js';

/** cc-account-switcher: the list, and what happens on the way to another account. */
export const accountSwitching = {
  title: 'Switch account',
  search: 'Search accounts by name or ID',
  favourites: 'Favourites',
  recent: 'Recently opened',
  partner: 'Partner account',
  clients: 'Client accounts',
  others: 'Other accounts',
  accounts: 'Accounts',
  /** Tells equal names apart: the end of the ID. */
  idEnd: ({ end }: { end: string }) => `ID …${end}`,
  shown: 'Shown now',
  loading: 'Loading accounts',
  none: ({ q }: { q: string }) => `No accounts match “${q}”`,
  noneHint: 'Check the spelling, or search by account ID.',
  empty: 'There’s no other account you can open.',
  failed: 'We couldn’t load your accounts.',
  found: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 account found', other: `${count} accounts found` }),
  changed: ({ name }: { name: string }) => `Now showing ${name}.`,
  gone: ({ name }: { name: string }) => `You can’t open ${name} any more. You’re still where you were.`,
  notChanged: ({ name }: { name: string }) => `${name} wasn’t opened.`,

  elsewhere: ({ other, here }: { other: string; here: string }) =>
    `You opened ${other} in another tab, and this page still shows ${here}. To be safe, nothing was changed on either.`,
  goThere: ({ other }: { other: string }) => `Go to ${other}`,
  stayHere: ({ here }: { here: string }) => `Stay on ${here}`,
  stayed: ({ here }: { here: string }) => `This page works on ${here} again. Do it once more.`,
};
