import type { SeatUsage } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The user places of the account, counted again after everything that takes or frees one (R17 to R22). */
export function createSeatsStore(context: StoreContext) {
  const { client, accountId } = context;
  const { $value, refresh } = createLoadable<SeatUsage>(
    context,
    (signal) => client.seats.get(accountId, { signal }),
    [
      'account.changed',
      'member.changed',
      'member.removed',
      'invitation.created',
      'invitation.changed',
      'invitation.resent',
      'invitation.revoked',
      'invitation.accepted',
    ],
  );
  return { $seats: $value, refresh };
}

export type SeatsStore = ReturnType<typeof createSeatsStore>;
