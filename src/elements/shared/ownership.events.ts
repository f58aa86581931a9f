/** Handing an account over: offered, taken, or taken back (R56, R57). */
import type { OwnershipTransfer } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface OwnershipTransferInput {
  /** The member who is to own the account. */
  toMembershipId: string;
}

export interface OwnershipFact {
  readonly accountId: string;
  readonly transfer: OwnershipTransfer;
}

/** A person confirmed that the ownership is offered to a member. */
export class CcOwnershipTransferRequestEvent extends CcRequestEvent<
  OwnershipTransferInput,
  OwnershipTransfer
> {
  static readonly type = 'cc-ownership-transfer-request';
}

/** The ownership is offered; the member has 72 hours to take it. */
export class CcOwnershipTransferStartedEvent extends CcFactEvent<OwnershipFact> {
  static readonly type = 'cc-ownership-transfer-started';
}

export interface OwnershipAcceptInput {
  transferId: string;
}

/** The person it was offered to confirmed that they take it. */
export class CcOwnershipAcceptRequestEvent extends CcRequestEvent<OwnershipAcceptInput, OwnershipTransfer> {
  static readonly type = 'cc-ownership-accept-request';
}

/** The account has another owner; the former one is an Account Manager. */
export class CcOwnershipTransferredEvent extends CcFactEvent<OwnershipFact> {
  static readonly type = 'cc-ownership-transferred';
}

export interface OwnershipCancelInput {
  transferId: string;
  version: number;
}

/** A person confirmed that the offer is taken back. */
export class CcOwnershipCancelRequestEvent extends CcRequestEvent<OwnershipCancelInput> {
  static readonly type = 'cc-ownership-cancel-request';
}

export interface OwnershipCancelledFact {
  readonly accountId: string;
  readonly transferId: string;
}

/** The offer is taken back; nothing has changed. */
export class CcOwnershipTransferCancelledEvent extends CcFactEvent<OwnershipCancelledFact> {
  static readonly type = 'cc-ownership-transfer-cancelled';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-ownership-transfer-request': CcOwnershipTransferRequestEvent;
    'cc-ownership-transfer-started': CcOwnershipTransferStartedEvent;
    'cc-ownership-accept-request': CcOwnershipAcceptRequestEvent;
    'cc-ownership-transferred': CcOwnershipTransferredEvent;
    'cc-ownership-cancel-request': CcOwnershipCancelRequestEvent;
    'cc-ownership-transfer-cancelled': CcOwnershipTransferCancelledEvent;
  }
}
