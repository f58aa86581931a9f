import type { CcCan } from '../../elements/can/can.js';

/** What a person sees of content that needs a capability. */
export class CanHarness {
  readonly #can: CcCan;

  constructor(can: CcCan) {
    this.#can = can;
  }

  /** Why it is not possible; empty where it is, or where nothing is said. */
  reason(): string {
    const shown = this.#can.renderRoot.querySelector('.reason') ?? this.#can.querySelector('[slot=reason]');
    return shown?.textContent.trim() ?? '';
  }

  /** Are the controls inside kept from acting? */
  isHeld(): boolean {
    return this.#can.querySelector('[aria-disabled=true]') !== null;
  }
}
