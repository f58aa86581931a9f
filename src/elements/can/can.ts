import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Capability } from '../../domain/index.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { can } from '../../i18n/en/can.js';
import { createViewerStore } from '../../stores/viewer.js';
import { CcElement } from '../base/cc-element.js';
import { canStyles } from './can.styles.js';
import { Guarded } from './guarded.js';

type Verdict = 'allowed' | 'denied' | 'unknown';

/**
 * Shows, disables or explains what a host puts inside, by what the signed-in person may do (R13). The page explains;
 * the backend decides again.
 *
 * @tagname cc-can
 * @status experimental
 *
 * @example
 * <cc-can capability="campaigns.schedule" mode="disable">
 *   <button>Schedule</button>
 * </cc-can>
 *
 * @slot - What needs the capability.
 * @slot denied - What stands there instead, where it is missing; in the mode `disable` in place of the reason.
 *
 * @csspart hint - Why it is not possible.
 *
 * @cssstate busy - It is being asked what the person may do.
 * @cssstate refused - The capability is missing.
 * @cssstate failed - It could not be asked.
 */
export class CcCan extends CcElement {
  static override readonly tag: string = 'cc-can';
  static override styles = canStyles;

  /** What it takes, such as `campaigns.schedule`. */
  @property() capability: Capability | (string & {}) = '';
  /** The account it is about; the one of the provider when absent. */
  @property({ attribute: 'target-id' }) targetId?: string;
  /** `hide` leaves it out, `disable` keeps it focusable with the reason, `explain` says the reason instead. */
  @property() mode: 'hide' | 'disable' | 'explain' = 'hide';

  readonly #viewer = new StoreController(this, createViewerStore);
  readonly #text = new StringsController(this, 'can', can);
  readonly #guarded = new Guarded(this);

  protected override get ownAccountId(): string | undefined {
    return this.targetId ?? super.ownAccountId;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#guarded.release();
  }

  protected override render(): TemplateResult {
    const verdict = this.#verdict;
    if (verdict === 'allowed') return html`<div class="box"><slot></slot></div>`;
    if (this.mode === 'disable') return this.#disabled();
    // What is not known yet is not shown: content that vanishes again would be a promise broken.
    if (verdict === 'unknown' && !this.#failed) return html`<div class="box"></div>`;
    const reason = html`<span class="reason" part="hint">${this.#reason}</span>`;
    return html`<div class="box">
      <slot name="denied">${this.mode === 'explain' ? reason : nothing}</slot>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const verdict = this.#verdict;
    this.setState('busy', verdict === 'unknown' && !this.#failed);
    this.setState('failed', this.#failed);
    this.setState('refused', verdict === 'denied');
    const guards = this.mode === 'disable' && verdict !== 'allowed';
    if (guards) this.#guarded.hold(this.#known ? this.#reason : '');
    else this.#guarded.release();
  }

  #disabled(): TemplateResult {
    return html`<div class="box disabled" @slotchange=${() => this.requestUpdate()}>
      <slot></slot><slot name="denied"><slot name="reason"></slot></slot>
    </div>`;
  }

  get #access() {
    return this.#viewer.store?.$access.get();
  }

  get #failed(): boolean {
    const access = this.#access;
    return access?.state === 'failed' && !access.data;
  }

  get #known(): boolean {
    return this.#failed || this.#verdict !== 'unknown';
  }

  get #verdict(): Verdict {
    const capabilities = this.#access?.data?.capabilities;
    if (!capabilities) return 'unknown';
    return capabilities.includes(this.capability) ? 'allowed' : 'denied';
  }

  get #reason(): string {
    const { t } = this.#text;
    if (this.#failed) return t.unknown;
    const task = Object.hasOwn(t, this.capability) ? t[this.capability as keyof typeof t] : undefined;
    return typeof task === 'string' ? t.refused({ task }) : t.refusedAny;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-can': CcCan;
  }
}
