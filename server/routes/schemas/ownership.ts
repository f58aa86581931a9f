import { transferStates } from '../../../src/domain/index.js';
import type { OwnershipTransfer, OwnershipTransferDraft, Page } from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { open, page, timestamp, type Accepts } from './common.js';
import { listQuery } from './list-query.js';

const party = z
  .object({
    membershipId: z.string(),
    userId: z.string(),
    displayName: z.string().nullable(),
    username: z.string(),
  })
  .meta({ id: 'TransferParty' });

export const ownershipTransfer = z
  .object({
    id: z.string(),
    accountId: z.string(),
    from: party,
    to: party,
    state: open(transferStates),
    createdAt: timestamp,
    expiresAt: timestamp,
    decidedAt: timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: 'OwnershipTransfer' }) satisfies z.ZodType<OwnershipTransfer>;

export const ownershipTransferPage = page(ownershipTransfer).meta({
  id: 'OwnershipTransferPage',
}) satisfies z.ZodType<Page<OwnershipTransfer>>;

const { limit, cursor, from } = listQuery;
export const ownershipTransferQuery = z.strictObject({ limit, cursor, from });

export const ownershipTransferDraft = z
  .object({ toMembershipId: z.string() })
  .meta({ id: 'OwnershipTransferDraft' });
export type OwnershipTransferDraftTaken = Accepts<typeof ownershipTransferDraft, OwnershipTransferDraft>;
