import type { CallOptions, CallTable } from '../call.js';
import { decodeOne } from '../decode.js';
import type { SeatUsage } from '../wire/index.js';

/** User places of an account. */
export interface SeatsGroup {
  get(accountId: string, options?: CallOptions): Promise<SeatUsage>;
}

export const seatsCalls: CallTable<SeatsGroup> = {
  get: { to: 'GET accounts/*/seats', gives: decodeOne<SeatUsage>('accountId') },
};
