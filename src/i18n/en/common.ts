import { plural } from '../plural.js';

/** Words that several elements share. */
export const common = {
  accountOwner: 'Account Owner',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Retry',
  undo: 'Undo',
  loading: 'Loading',
  partMissing: 'We couldn’t load this part of the page. Check your connection and try again.',
  required: 'required',
  on: 'On',
  off: 'Off',
  yes: 'Yes',
  no: 'No',
  you: 'You',
  plansAndPricing: 'Plans and Pricing',
  partnerAccount: 'Partner account',
  clientAccount: 'Client account',
  reference: ({ id }: { id: string }) => `Reference ${id}`,
  opensInNewTab: 'opens in a new tab',

  justNow: 'Just now',
  minutesAgo: ({ count }: { count: number }) => `${count} min ago`,
  hoursAgo: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 hour ago', other: `${count} hours ago` }),
  yesterday: 'Yesterday',
  never: 'Never',
};
