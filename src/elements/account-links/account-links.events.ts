/** The link between a partner account and a client: asked for, decided, ended. */
import type { AccountLink } from '../../client/index.js';
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export * from '../shared/account-add.events.js';

export interface LinkCreateInput {
  /** The code of the account on the other side. */
  linkCode: string;
  /** For the person who decides. */
  note?: string;
}

export interface LinkInput {
  linkId: string;
}

export interface LinkApproveInput extends LinkInput {
  /** The strongest role that partner people get on this client; null is no ceiling (R91). */
  maxRole: string | null;
}

export interface LinkFact {
  /** The account whose page this is. */
  readonly accountId: string;
  readonly link: AccountLink;
}

export interface LinkGoneFact {
  readonly accountId: string;
  readonly linkId: string;
}

export interface LinkCodeFact {
  readonly accountId: string;
}

/** A person wants to ask another account for a link (R73). */
export class CcLinkCreateRequestEvent extends CcRequestEvent<LinkCreateInput, AccountLink> {
  static readonly type = 'cc-link-create-request';
}

/** The other side is asked; no account and no user was created. */
export class CcLinkCreatedEvent extends CcFactEvent<LinkFact> {
  static readonly type = 'cc-link-created';
}

/** A person wants to say yes to what they read (R74). */
export class CcLinkApproveRequestEvent extends CcRequestEvent<LinkApproveInput, AccountLink> {
  static readonly type = 'cc-link-approve-request';
}

/** The accounts are linked. */
export class CcLinkApprovedEvent extends CcFactEvent<LinkFact> {
  static readonly type = 'cc-link-approved';
}

/** A person wants to say no. */
export class CcLinkDeclineRequestEvent extends CcRequestEvent<LinkInput, AccountLink> {
  static readonly type = 'cc-link-decline-request';
}

/** The request is declined. */
export class CcLinkDeclinedEvent extends CcFactEvent<LinkFact> {
  static readonly type = 'cc-link-declined';
}

/** A person wants to ask the other side once more (R75). */
export class CcLinkRemindRequestEvent extends CcRequestEvent<LinkInput, AccountLink> {
  static readonly type = 'cc-link-remind-request';
}

/** The other side was reminded. */
export class CcLinkRemindedEvent extends CcFactEvent<LinkFact> {
  static readonly type = 'cc-link-reminded';
}

/** A person wants to take their request back. */
export class CcLinkCancelRequestEvent extends CcRequestEvent<LinkInput> {
  static readonly type = 'cc-link-cancel-request';
}

/** The request is taken back. */
export class CcLinkCancelledEvent extends CcFactEvent<LinkGoneFact> {
  static readonly type = 'cc-link-cancelled';
}

/** A person wants to end a link (R77). */
export class CcLinkEndRequestEvent extends CcRequestEvent<LinkInput> {
  static readonly type = 'cc-link-end-request';
}

/** The link is over: access through it has stopped. */
export class CcLinkEndedEvent extends CcFactEvent<LinkGoneFact> {
  static readonly type = 'cc-link-ended';
}

/** A person wants a new link code. */
export class CcLinkCodeRotateRequestEvent extends CcRequestEvent<Record<string, never>> {
  static readonly type = 'cc-link-code-rotate-request';
}

/** The old link code leads nowhere any more. */
export class CcLinkCodeRotatedEvent extends CcFactEvent<LinkCodeFact> {
  static readonly type = 'cc-link-code-rotated';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-link-create-request': CcLinkCreateRequestEvent;
    'cc-link-created': CcLinkCreatedEvent;
    'cc-link-approve-request': CcLinkApproveRequestEvent;
    'cc-link-approved': CcLinkApprovedEvent;
    'cc-link-decline-request': CcLinkDeclineRequestEvent;
    'cc-link-declined': CcLinkDeclinedEvent;
    'cc-link-remind-request': CcLinkRemindRequestEvent;
    'cc-link-reminded': CcLinkRemindedEvent;
    'cc-link-cancel-request': CcLinkCancelRequestEvent;
    'cc-link-cancelled': CcLinkCancelledEvent;
    'cc-link-end-request': CcLinkEndRequestEvent;
    'cc-link-ended': CcLinkEndedEvent;
    'cc-link-code-rotate-request': CcLinkCodeRotateRequestEvent;
    'cc-link-code-rotated': CcLinkCodeRotatedEvent;
  }
}
