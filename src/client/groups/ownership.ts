import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeItems, decodeNothing, decodeOne } from '../decode.js';
import type { ListQuery, OwnershipTransfer, OwnershipTransferDraft, Page } from '../wire/index.js';

/** Ownership of an account on its way to another member (R54–R57). */
export interface OwnershipGroup {
  /** The transfer under way, as far as it concerns the viewer; null where there is none. */
  get(accountId: string, options?: CallOptions): Promise<OwnershipTransfer | null>;
  /** Transfers of the account, the newest first. */
  list(accountId: string, query?: ListQuery, options?: CallOptions): Promise<Page<OwnershipTransfer>>;
  /** Offers the ownership to an active member with a second factor, for 72 hours (R56). */
  start(
    accountId: string,
    draft: OwnershipTransferDraft,
    options?: CreateOptions,
  ): Promise<OwnershipTransfer>;
  /** Takes the ownership; both roles change in one step. */
  accept(accountId: string, transferId: string, options?: CreateOptions): Promise<OwnershipTransfer>;
  cancel(accountId: string, transfer: Versioned, options?: WriteOptions): Promise<void>;
}

const transfer = decodeOne<OwnershipTransfer>('id');
const transfers = decodeItems<OwnershipTransfer>('id');

export const ownershipCalls: CallTable<OwnershipGroup> = {
  get: {
    to: 'GET accounts/*/ownership-transfers',
    gives: (value, skipped) =>
      transfers(value, skipped).items.find(({ state }) => state === 'pending') ?? null,
  },
  list: { to: 'GET accounts/*/ownership-transfers', with: 'query', gives: transfers },
  start: {
    to: 'POST accounts/*/ownership-transfers',
    with: 'body',
    gives: transfer,
    fact: 'ownership.started',
  },
  accept: {
    to: 'POST accounts/*/ownership-transfers/*/accept',
    gives: transfer,
    fact: 'ownership.transferred',
  },
  cancel: {
    to: 'DELETE accounts/*/ownership-transfers/*',
    gives: decodeNothing,
    fact: 'ownership.cancelled',
  },
};
