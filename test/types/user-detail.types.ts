/** Must compile: what a host writes. Lines marked as errors must not. */
import type {
  CcMemberLeftEvent,
  CcOwnershipAcceptRequestEvent,
  CcOwnershipTransferredEvent,
  CcOwnershipTransferRequestEvent,
  CcUserDetail,
} from '../../src/index.js';
import type { OwnershipTransfer } from '../../src/client/index.js';

declare const detail: CcUserDetail;
declare const transfer: OwnershipTransfer;
detail.memberId = 'mem_1';
detail.layout = 'page';
detail.strings = { userDetail: { dangerTitle: 'More' } };
// @ts-expect-error No such layout.
detail.layout = 'drawer';

detail.addEventListener('cc-ownership-transfer-request', (event: CcOwnershipTransferRequestEvent) => {
  if (event.detail.input.toMembershipId) event.respondWith(Promise.resolve(transfer));
});
detail.addEventListener('cc-ownership-accept-request', (event: CcOwnershipAcceptRequestEvent) => {
  // @ts-expect-error The answer is the transfer that was accepted.
  event.respondWith(Promise.resolve(true));
});
detail.addEventListener(
  'cc-ownership-transferred',
  ({ detail: fact }: CcOwnershipTransferredEvent) => fact.transfer.to,
);
detail.addEventListener('cc-member-left', ({ detail: fact }: CcMemberLeftEvent) => fact.memberId);
detail.addEventListener('cc-ownership-transfer-cancelled', ({ detail: fact }) => {
  fact.transferId.toUpperCase();
  // @ts-expect-error An offer that is taken back is gone.
  void fact.transfer;
});
