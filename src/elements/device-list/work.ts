import { html, nothing, type TemplateResult } from 'lit';
import type { CcError, TrustedDevice } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { common } from '../../i18n/en/common.js';
import { deviceList } from '../../i18n/en/device-list.js';
import { problems } from '../../i18n/en/problems.js';
import type { DevicesStore } from '../../stores/devices.js';
import type { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, monitor, rotateCw, shield, smartphone, user } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { CcDeviceForgetRequestEvent, CcDeviceForgottenEvent } from './device-list.events.js';
import { deviceWorkStyles } from './work.styles.js';

/** What is drawn in `cc-device-list`, and what a person does there. */
export class DeviceWork {
  readonly #host: CcElement;
  readonly #store: StoreController<DevicesStore>;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'deviceList'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  readonly #confirm: ConfirmController;
  #failure: { readonly deviceId: string; readonly error: CcError | Error } | undefined;

  constructor(host: CcElement, store: StoreController<DevicesStore>) {
    this.#host = host;
    this.#store = store;
    this.#announce = new AnnounceController(host);
    this.#text = new StringsController(host, 'deviceList', deviceList);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#time = new TimeController(host);
    this.#confirm = new ConfirmController(host);
    adoptLate(host.renderRoot, deviceWorkStyles);
  }

  template(): TemplateResult {
    const { t } = this.#text;
    const { state, data } = this.#store.store?.$devices.get() ?? { state: 'idle' };
    return html`
      <div class="card-head">
        <h2 class="title" part="heading" tabindex="-1">${t.title}</h2>
        <p part="subheading">${t.text}</p>
      </div>
      ${data ? this.#list(data.items) : state === 'failed' ? this.#couldNotLoad() : this.#skeleton()}
    `;
  }

  questions(): unknown {
    return this.#confirm.template(this.#common.t);
  }

  #skeleton(): TemplateResult {
    return html`<div>
      <span class="skeleton"></span>
      <span class="visually-hidden" role="status">${this.#text.t.loading}</span>
    </div>`;
  }

  #couldNotLoad(): TemplateResult {
    const { t } = this.#text;
    return html`<div class="callout danger" part="callout" role="alert">
        ${icon(circleAlert)}<span class="callout-text" part="error">${t.failed}</span>
      </div>
      <div part="actions">
        <button class="button" part="button" type="button" @click=${() => void this.#host.refresh()}>
          ${icon(rotateCw)}<span>${t.retry}</span>
        </button>
      </div>`;
  }

  #list(devices: readonly TrustedDevice[]): TemplateResult {
    const { t } = this.#text;
    if (devices.length === 0) return html`<slot name="empty"><p class="muted">${t.empty}</p></slot>`;
    const changes = !this.#host.settings.readonly;
    return html`<ul class="devices">
        ${devices.map((device) => this.#row(device, changes))}
      </ul>
      ${
        changes && devices.length > 1
          ? html`<div part="actions">
              <button class="button" part="button" type="button" @click=${this.#onForgetAll}>
                ${t.forgetAll}
              </button>
            </div>`
          : nothing
      }`;
  }

  #row(device: TrustedDevice, changes: boolean): TemplateResult {
    const { t } = this.#text;
    const { label, current, lastSeenAt, expiresAt, lastCountry } = device;
    const busy = this.#store.store?.$forgetting.get().busy === device.id;
    const failure = this.#failure?.deviceId === device.id ? this.#failure.error : undefined;
    const phone = /iOS|iPhone|Android/.test(label);
    return html`<li part=${current ? 'row current' : 'row'} data-device=${device.id}>
      ${icon(phone ? smartphone : monitor, { size: 20 })}
      <div class="what">
        <h3 class="device-name">
          <bdi>${label}</bdi>
          ${current ? html`<span class="badge" part="current">${t.thisDevice}</span>` : nothing}
        </h3>
        <p class="secondary muted">
          ${t.signedIn({ when: this.#time.relative(lastSeenAt) })}
          ${lastCountry ? html`· ${t.country({ country: lastCountry })}` : nothing} ·
          <time datetime=${expiresAt} title=${this.#time.full(expiresAt)}>
            ${t.until({ date: this.#time.short(expiresAt) })}
          </time>
        </p>
        ${failure ? html`<p class="field-error" part="error" role="alert">${problemText(this.#problems.t, failure)}</p>` : nothing}
      </div>
      ${
        changes
          ? html`<button
              class="button ${busy ? 'busy' : ''}"
              part="button"
              type="button"
              aria-label=${t.forgetOf({ label })}
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => void this.#forget(device)}
            >
              ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${t.forget}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  async #forget(device: TrustedDevice): Promise<void> {
    const { store } = this.#store;
    if (!store || store.$forgetting.get().busy !== null) return;
    this.#failure = undefined;
    const next = this.#neighbour(device.id);
    const input = { deviceId: device.id };
    const outcome = await perform(
      this.#host,
      new CcDeviceForgetRequestEvent({ accountId: this.#accountId, input }),
      async () => {
        if (!(await store.forget(device.id))) throw store.$forgetting.get().error ?? new Error('busy');
      },
      () => new CcDeviceForgottenEvent(input),
      () => this.#forget(device),
    );
    if (outcome.state === 'failed' && !outcome.silent) {
      this.#failure = { deviceId: device.id, error: outcome.error };
    }
    this.#host.requestUpdate();
    if (outcome.state !== 'done') return;
    this.#announce.say(this.#text.t.forgotten({ label: device.label }));
    await this.#focusAfter(device.id, next);
  }

  readonly #onForgetAll = (event: Event): void => {
    const { t } = this.#text;
    const { store } = this.#store;
    if (!store) return;
    let done = false;
    const count = store.$devices.get().data?.items.length ?? 0;
    void this.#confirm.ask(
      {
        title: t.forgetAllTitle,
        effects: [
          { icon: shield, text: t.forgetAllEffect({ count }) },
          { icon: user, text: t.forgetAllStay },
        ],
        label: t.forgetAllDo,
        danger: true,
        act: async () => {
          const input = { deviceId: null };
          const outcome = await perform(
            this.#host,
            new CcDeviceForgetRequestEvent({ accountId: this.#accountId, input }),
            async () => {
              if (!(await store.forgetAll())) throw store.$forgetting.get().error ?? new Error('busy');
            },
            () => new CcDeviceForgottenEvent(input),
          );
          if (outcome.state === 'failed') return problemText(this.#problems.t, outcome.error);
          done = outcome.state === 'done';
          return undefined;
        },
        closed: () => {
          if (!done) return;
          this.#announce.say(t.allForgotten);
          void this.#focusHeading();
        },
      },
      event.currentTarget as HTMLElement,
    );
  };

  /** The device whose button gets focus when this one is gone. */
  #neighbour(deviceId: string): string | undefined {
    const ids = (this.#store.store?.$devices.get().data?.items ?? []).map(({ id }) => id);
    const index = ids.indexOf(deviceId);
    return ids[index + 1] ?? ids[index - 1];
  }

  /** Once the list has come without it; focus is never lost with the row. */
  async #focusAfter(gone: string, next: string | undefined): Promise<void> {
    const { store } = this.#store;
    const settled = () => !store?.$devices.get().data?.items.some(({ id }) => id === gone);
    if (store && !settled()) {
      await new Promise<void>((done) => {
        const stop = store.$devices.listen(({ state }) => {
          if (state === 'loading' || !(settled() || state === 'failed')) return;
          stop();
          done();
        });
      });
    }
    await this.#host.updateComplete;
    const row = next && this.#host.renderRoot.querySelector(`[data-device="${next}"]`);
    const button = row ? row.querySelector<HTMLElement>('button') : undefined;
    if (button) button.focus();
    else await this.#focusHeading();
  }

  async #focusHeading(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }

  get #accountId(): string {
    return this.#host.stores?.accountId ?? '';
  }
}
