import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { userDetail } from '../../i18n/en/user-detail.js';
import { CcElement } from '../base/cc-element.js';
import { CcUserDetailOpenedEvent, CcUserDetailOpenRequestEvent } from './user-detail.events.js';
import { userDetailStyles } from './user-detail.styles.js';

/**
 * Shows a heading and a button that opens the user detail.
 *
 * @tagname cc-user-detail
 * @status experimental
 *
 * @example
 * <cc-user-detail></cc-user-detail>
 *
 * @slot - Content below the heading.
 *
 * @event {CcUserDetailOpenRequestEvent} cc-user-detail-open-request - The person wants to open it.
 * @event {CcUserDetailOpenedEvent} cc-user-detail-opened - It is open.
 *
 * @csspart frame - The box around everything.
 * @csspart heading - The heading.
 * @csspart button - The button.
 *
 * @cssprop --cc-user-detail-gap - Space between the rows.
 */
export class CcUserDetail extends CcElement {
  static override readonly tag: string = 'cc-user-detail';
  static override styles = userDetailStyles;

  /** Replaces the heading. */
  @property() heading?: string;

  readonly #text = new StringsController(this, 'userDetail', userDetail);

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
      new CcUserDetailOpenRequestEvent({ accountId, input: { accountId } }),
      () => Promise.resolve(),
      () => new CcUserDetailOpenedEvent({ accountId }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-user-detail': CcUserDetail;
  }
}
