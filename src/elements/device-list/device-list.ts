import { html, type PropertyValues, type TemplateResult } from 'lit';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { createDevicesStore } from '../../stores/devices.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { deviceListStyles } from './device-list.styles.js';
import type { DeviceWork } from './work.js';

/**
 * The browsers on which the person ticked "Remember this device", and the ways to forget them (R67, R68).
 *
 * @tagname cc-device-list
 * @status experimental
 *
 * @example
 * <cc-device-list></cc-device-list>
 *
 * @slot empty - In place of the text when no device is remembered.
 *
 * @event {CcDeviceForgetRequestEvent} cc-device-forget-request - The person wants one device, or all, forgotten.
 * @event {CcDeviceForgottenEvent} cc-device-forgotten - It is asked for a code again.
 * @event {CcErrorEvent} cc-error - Forgetting failed.
 *
 * @csspart card - The frame.
 * @csspart heading - The heading.
 * @csspart subheading - The line below it.
 * @csspart row - One device; `row current` for the one in use.
 * @csspart current - "This device".
 * @csspart actions - The buttons.
 * @csspart button - A button.
 * @csspart button-primary - Confirms forgetting all.
 * @csspart callout - A note in a box.
 * @csspart error - What went wrong.
 * @csspart dialog - The question before all are forgotten.
 * @csspart state - In place of what could not be loaded.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-device-list-row-gap - Space between two devices.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate empty - No device is remembered.
 * @cssstate failed - The devices could not be loaded.
 */
export class CcDeviceList extends CcElement {
  static override readonly tag: string = 'cc-device-list';
  static override styles = deviceListStyles;

  readonly #common = new StringsController(this, 'common', common);
  readonly #store = new StoreController(this, createDevicesStore, { withoutAccount: true });
  readonly #work = new LazyPart<DeviceWork>(this, async () => {
    const { DeviceWork: Work } = await import('./work.js');
    return new Work(this, this.#store);
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { state, data } = this.#store.store?.$devices.get() ?? { state: 'idle' };
    this.setState('busy', state === 'loading' || this.#store.store?.$forgetting.get().busy != null);
    this.setState('empty', data?.items.length === 0);
    this.setState('failed', (state === 'failed' && !data) || this.#work.unreachable);
  }

  protected override render(): TemplateResult {
    return html`<div class="card-frame">
        <section class="card" part="card">
          ${partOr(this.#work, this.#common.t, html`<span class="skeleton" aria-hidden="true"></span>`)}
        </section>
      </div>
      ${this.#work.part?.questions()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#store.store) this.#work.startOnce();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-device-list': CcDeviceList;
  }
}
