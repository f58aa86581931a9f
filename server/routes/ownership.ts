import { endpoint, type Endpoint } from '../endpoint.js';
import {
  acceptTransfer,
  cancelTransfer,
  getTransfer,
  listTransfers,
  startTransfer,
  wireTransfer,
} from '../services/transfers.js';
import {
  ownershipTransfer,
  ownershipTransferDraft,
  ownershipTransferPage,
  ownershipTransferQuery,
} from './schemas/ownership.js';

const tag = 'Ownership';
const transfer = { account: 'accountId', capability: 'ownership.transfer' } as const;

export const ownershipEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/ownership-transfers',
    summary: 'Transfers of the ownership, as far as they concern me',
    tag,
    access: { account: 'accountId', capability: 'account.access' },
    query: ownershipTransferQuery,
    reply: { 200: ownershipTransferPage },
    handle: async ({ context, access, query }) => ({
      status: 200,
      body: await listTransfers(context, access, query),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/ownership-transfers',
    summary: 'Offer the ownership to a member with a second factor',
    tag,
    access: transfer,
    body: ownershipTransferDraft,
    idempotent: true,
    stepUp: true,
    reply: { 201: ownershipTransfer },
    problems: [
      'transfer-pending',
      'mfa-enrolment-required',
      'cannot-change-own-role',
      'last-owner',
      'child-without-owner',
    ],
    async handle({ context, access, body }) {
      const started = await startTransfer(context, access, body.toMembershipId);
      return { status: 201, body: await wireTransfer(context, started) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/ownership-transfers/:transferId/accept',
    summary: 'Take the ownership that was offered to me',
    tag,
    // Only the member it was offered to, whatever their role.
    access: { account: 'accountId' },
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 200: ownershipTransfer },
    problems: ['mfa-enrolment-required', 'child-without-owner'],
    async handle({ context, params }) {
      const offered = await getTransfer(context, params.accountId, params.transferId);
      return { status: 200, body: await wireTransfer(context, await acceptTransfer(context, offered)) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/accounts/:accountId/ownership-transfers/:transferId',
    summary: 'Take the offer back',
    tag,
    access: transfer,
    ifMatch: true,
    reply: { 204: null },
    async handle({ context, params, match }) {
      const offered = await getTransfer(context, params.accountId, params.transferId);
      await match(offered.version, () => wireTransfer(context, offered));
      await cancelTransfer(context, offered);
      return { status: 204 };
    },
  }),
];
