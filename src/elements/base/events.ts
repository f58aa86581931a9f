import type { CcError } from '../../client/index.js';

/** May the person do it? Never a bare boolean (house.md 3). */
export type Availability =
  { readonly available: true } | { readonly available: false; readonly reason: string };

export interface RequestDetail<Input> {
  /** The account the request is about. */
  readonly accountId: string;
  /** A copy: what a listener changes here is what is sent. Never holds a password, code or token. */
  input: Input;
  /** What the role rules say about it, where the element asked them. */
  readonly availability?: Availability;
}

/** The name an event is heard by: each class says it once, as `static readonly type`. */
function nameOf(eventClass: object): string {
  return (eventClass as { readonly type: string }).type;
}

/**
 * Raised before something is done. A listener may veto it (`preventDefault()`), change `detail.input`, or do
 * it itself (`respondWith(promise)`), in which case the element shows busy and then the promised result.
 */
export abstract class CcRequestEvent<Input, Result = void> extends CustomEvent<RequestDetail<Input>> {
  #answer: Promise<Result> | undefined;
  #decided = false;

  constructor(detail: RequestDetail<Input>) {
    super(nameOf(new.target), {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { ...detail, input: structuredClone(detail.input) },
    });
  }

  /** Does the work in place of the element. Call it while the event is being dispatched, like in a service worker. */
  respondWith(answer: Promise<Result> | Result): void {
    if (this.#decided) {
      throw new DOMException('respondWith must be called while the event is dispatched', 'InvalidStateError');
    }
    this.preventDefault();
    this.#answer = Promise.resolve(answer);
    // The element looks at the promise a moment later; until then a rejection is not unhandled.
    this.#answer.catch(() => undefined);
  }

  /** What the listeners decided; asked once, by the element, after dispatching. */
  decision(): { readonly vetoed: boolean; readonly answer?: Promise<Result> } {
    this.#decided = true;
    return this.#answer ? { vetoed: false, answer: this.#answer } : { vetoed: this.defaultPrevented };
  }

  /** The same request once more, for a retry. */
  again(): this {
    return new (this.constructor as new (detail: RequestDetail<Input>) => this)(this.detail);
  }
}

/** Told after something was done: bubbles, and can't be vetoed. */
export abstract class CcFactEvent<Detail> extends CustomEvent<Detail> {
  constructor(detail: Detail) {
    super(nameOf(new.target), { bubbles: true, composed: true, cancelable: false, detail });
  }
}

export interface ErrorDetail {
  /** The error as the client threw it, or what a host's own promise was rejected with. */
  readonly error: CcError | Error;
  /** The exact reason from the closed list, or `unexpected` for an error that is none of ours. */
  readonly code: string;
  readonly status?: number;
  readonly requestId?: string;
  /** The request that failed, such as `cc-invite-send-request`. */
  readonly action: string;
  /** Does the same again. */
  retry(): void;
}

/** Something failed. With `preventDefault()` the element leaves the message to the host. */
export class CcErrorEvent extends CustomEvent<ErrorDetail> {
  static readonly type = 'cc-error';
  constructor(detail: ErrorDetail) {
    super(CcErrorEvent.type, { bubbles: true, composed: true, cancelable: true, detail });
  }
}

/** A dialog is open. Does not bubble, so that an outer dialog is not mistaken for it (contracts.md 8, pain 5). */
export class CcOpenedEvent extends CustomEvent<void> {
  static readonly type = 'cc-opened';
  constructor() {
    super(CcOpenedEvent.type);
  }
}

/** A dialog is closed. Does not bubble. */
export class CcClosedEvent extends CustomEvent<void> {
  static readonly type = 'cc-closed';
  constructor() {
    super(CcClosedEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-error': CcErrorEvent;
    'cc-opened': CcOpenedEvent;
    'cc-closed': CcClosedEvent;
  }
}
