import { plural } from '../plural.js';

/** cc-seat-meter. "User" is a row and a seat. */
export const seatMeter = {
  unlimited: 'Unlimited users',
  taken: ({ taken, limit, plan }: { taken: number; limit: number; plan: string }) =>
    `${taken} of ${plural('en', limit, { one: '1 user', other: `${limit} users` })}${plan ? ` on ${plan}` : ''}`,
  left: ({ left, limit, plan }: { left: number; limit: number; plan: string }) =>
    `${left} of ${plural('en', limit, { one: '1 user', other: `${limit} users` })} left${plan ? ` on ${plan}` : ''}`,
  pending: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 pending invite', other: `${count} pending invites` }),
  full: 'No user left on this plan.',
  over: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 user more than the plan includes',
      other: `${count} users more than the plan includes`,
    }),
  upgrade: 'See Plans and Pricing',
  failed: 'We couldn’t load the number of users.',
};
