import { plural } from '../plural.js';

interface Places {
  readonly taken: number;
  readonly limit: number;
  /** Name of the plan; empty where the backend names none. */
  readonly plan: string;
}

const taken = ({ taken: count, limit, plan }: Places) =>
  `${count} of ${plural('en', limit, { one: '1 user', other: `${limit} users` })}${plan ? ` on ${plan}` : ''}`;

/** cc-seat-meter. A user is a row and a place of the plan. */
export const seatMeter = {
  label: 'Users',
  unlimited: 'Unlimited users',
  taken,
  full: (places: Places) => `Limit reached: ${taken(places)}`,
  /** More are taken than the plan includes. */
  over: ({ count }: { count: number }) => `${count} too many`,
  pending: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 of them is a pending invite',
      other: `${count} of them are pending invites`,
    }),
  upgrade: 'See Plans and Pricing',
  loading: 'Counting users',
  failed: 'We couldn’t count the users.',
};
