import type { CcUserAccess } from '../../elements/user-access/user-access.js';

/** What a person sees of a user access, and does with it. */
export class UserAccessHarness {
  readonly #element: CcUserAccess;

  constructor(element: CcUserAccess) {
    this.#element = element;
  }

  /** The words of the heading. */
  heading(): string {
    return this.#element.renderRoot.querySelector('h2')?.textContent.trim() ?? '';
  }

  /** Presses the button. */
  async open(): Promise<void> {
    this.#element.renderRoot.querySelector('button')?.click();
    await this.#element.updateComplete;
  }
}
