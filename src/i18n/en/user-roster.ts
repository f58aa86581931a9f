import { plural } from '../plural.js';

const users = (count: number) => plural('en', count, { one: '1 user', other: `${count} users` });
const active = (count: number) =>
  plural('en', count, { one: '1 active user', other: `${count} active users` });
const pending = (count: number) =>
  plural('en', count, { one: '1 pending invite', other: `${count} pending invites` });

/** cc-user-roster: the head of the "Manage users" screen, which is there before the list. */
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
};

interface SeatWords {
  plan: string;
  limit: number;
  used: number;
  reserved: number;
}
