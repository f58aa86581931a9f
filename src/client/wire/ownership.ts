import type { TransferState } from '../../domain/index.js';
import type { Open, Timestamp } from './common.js';

/** One end of a transfer. */
export interface TransferParty {
  membershipId: string;
  userId: string;
  displayName: string | null;
  username: string;
}

/** Ownership of an account on its way to another member (R56, R57). */
export interface OwnershipTransfer {
  id: string;
  accountId: string;
  from: TransferParty;
  to: TransferParty;
  state: Open<TransferState>;
  createdAt: Timestamp;
  expiresAt: Timestamp;
  decidedAt: Timestamp | null;
  version: number;
}

export interface OwnershipTransferDraft {
  /** An active member of the same account with a second factor. */
  toMembershipId: string;
}
