import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { userAccess } from '../../i18n/en/user-access.js';
import { CcElement } from '../base/cc-element.js';
import { CcUserAccessOpenedEvent, CcUserAccessOpenRequestEvent } from './user-access.events.js';
import { userAccessStyles } from './user-access.styles.js';

/**
 * Shows a heading and a button that opens the user access.
 *
 * @tagname cc-user-access
 * @status experimental
 *
 * @example
 * <cc-user-access></cc-user-access>
 *
 * @slot - Content below the heading.
 *
 * @event {CcUserAccessOpenRequestEvent} cc-user-access-open-request - The person wants to open it.
 * @event {CcUserAccessOpenedEvent} cc-user-access-opened - It is open.
 *
 * @csspart frame - The box around everything.
 * @csspart heading - The heading.
 * @csspart button - The button.
 *
 * @cssprop --cc-user-access-gap - Space between the rows.
 */
export class CcUserAccess extends CcElement {
  static override readonly tag: string = 'cc-user-access';
  static override styles = userAccessStyles;

  /** Replaces the heading. */
  @property() heading?: string;

  readonly #text = new StringsController(this, 'userAccess', userAccess);

  protected override render(): TemplateResult {
    return html`<div class="frame" part="frame">
      <h2 class="heading" part="heading">${this.heading ?? this.#text.t.heading}</h2>
      <slot></slot>
      <button class="button" type="button" part="button" @click=${this.#onOpen}>${this.#text.t.open}</button>
    </div>`;
  }

  readonly #onOpen = (): void => {
    const accountId = this.stores?.accountId ?? '';
    void this.perform(
      new CcUserAccessOpenRequestEvent({ accountId, input: { accountId } }),
      () => Promise.resolve(),
      () => new CcUserAccessOpenedEvent({ accountId }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-user-access': CcUserAccess;
  }
}
