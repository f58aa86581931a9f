import type { CcUserDetail } from '../../elements/user-detail/user-detail.js';

/** What a person sees of a user detail, and does with it. */
export class UserDetailHarness {
  readonly #element: CcUserDetail;

  constructor(element: CcUserDetail) {
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
