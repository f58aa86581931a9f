import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SeatUsage } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { seatMeter } from '../../i18n/en/seat-meter.js';
import { createSeatsStore } from '../../stores/seats.js';
import { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { infinity } from '../base/icons/shapes.js';
import { safeHref } from '../base/safe-href.js';
import { CcPlanOpenedEvent, CcPlanOpenRequestEvent } from '../shared/plan-open.events.js';
import { seatMeterStyles } from './seat-meter.styles.js';

/** Up to here each place is a segment of its own; beyond, the bar is continuous. */
const mostSegments = 10;

/**
 * How many users the plan of an account includes, and how many are taken; pending invites are hatched (R17). An
 * account without a limit shows the words and no meter (R15).
 *
 * @tagname cc-seat-meter
 * @status experimental
 *
 * @example
 * <cc-seat-meter warn-at="1"></cc-seat-meter>
 *
 * @slot label - In place of the words beside the bar.
 * @slot upgrade - In place of the link to the plan, which appears when no place is left; an empty element hides it.
 *
 * @event {CcPlanOpenRequestEvent} cc-plan-open-request - The person wants to see the plan.
 * @event {CcPlanOpenedEvent} cc-plan-opened - The host has shown it.
 *
 * @csspart track - The bar.
 * @csspart segment - One place; `segment used` and `segment pending` where taken.
 * @csspart used - Places taken by users.
 * @csspart pending - Places kept for pending invites.
 * @csspart label - The words.
 *
 * @cssprop --cc-seat-meter-bar-height - Height of the bar.
 *
 * @cssstate busy - The number is being asked.
 * @cssstate failed - The number could not be asked.
 */
export class CcSeatMeter extends CcElement {
  static override readonly tag: string = 'cc-seat-meter';
  static override styles = seatMeterStyles;

  /** Free places from which the meter warns; 0 warns when none is left. */
  @property({ type: Number, attribute: 'warn-at' }) warnAt = 0;

  #wasFull: boolean | undefined;

  readonly #store = new StoreController(this, createSeatsStore);
  readonly #text = new StringsController(this, 'seatMeter', seatMeter);
  readonly #common = new StringsController(this, 'common', common);
  readonly #announce = new AnnounceController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const value = this.#store.store?.$seats.get();
    this.setState('busy', value?.state === 'loading');
    this.setState('failed', value?.state === 'failed');
    if (value?.data) this.#tellWhenFull(value.data);
  }

  protected override render(): TemplateResult {
    const value = this.#store.store?.$seats.get();
    if (value?.data)
      return value.data.limit === null ? this.#unlimited() : this.#meter(value.data, value.data.limit);
    return value?.state === 'failed' ? this.#failure() : this.#skeleton();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const part of this.renderRoot.querySelectorAll<HTMLElement>('[data-share]')) {
      part.style.setProperty('--_share', part.dataset['share'] ?? '0');
    }
  }

  #meter(seats: SeatUsage, limit: number): TemplateResult {
    const taken = seats.used + seats.reserved;
    const text = this.#text.t.taken({ taken, limit, plan: seats.planName ?? '' });
    const pending = seats.reserved > 0 ? this.#text.t.pending({ count: seats.reserved }) : '';
    // Never the colour alone: how many are too many is said.
    const over = taken > limit ? this.#text.t.over({ count: taken - limit }) : '';
    const href = taken >= limit ? safeHref(seats.planUrl) : undefined;
    return html`<div class="meter ${toneOf(taken, limit, this.warnAt)}">
      <div
        class=${limit > mostSegments ? 'track continuous' : 'track'}
        part="track"
        role="meter"
        aria-label=${this.#text.t.label}
        aria-valuemin="0"
        aria-valuemax=${limit}
        aria-valuenow=${Math.min(taken, limit)}
        aria-valuetext=${[text, over, pending].filter(Boolean).join(', ')}
        title=${pending || nothing}
      >
        ${limit > mostSegments ? shares(seats, limit) : segments(seats, limit)}
      </div>
      <span part="label"><slot name="label">${over ? `${text} · ${over}` : text}</slot></span>
      <slot name="upgrade"
        >${
          href
            ? html`<a class="link" href=${href} @click=${this.#onUpgrade}>${this.#text.t.upgrade}</a>`
            : nothing
        }</slot
      >
    </div>`;
  }

  #unlimited(): TemplateResult {
    return html`<div class="meter unlimited">
      ${icon(infinity)}<span part="label"><slot name="label">${this.#text.t.unlimited}</slot></span>
    </div>`;
  }

  #failure(): TemplateResult {
    return html`<div class="meter">
      <span part="label">${this.#text.t.failed}</span>
      <button class="link" type="button" @click=${this.#onRetry}>${this.#common.t.retry}</button>
    </div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="meter">
      <span class="skeleton"></span><span class="visually-hidden">${this.#text.t.loading}</span>
    </div>`;
  }

  readonly #onUpgrade = (event: Event): void => {
    const request = new CcPlanOpenRequestEvent({
      accountId: this.stores?.accountId ?? '',
      input: { planUrl: this.#store.store?.$seats.get().data?.planUrl ?? null },
    });
    const shown = () => new CcPlanOpenedEvent({ accountId: request.detail.accountId });
    void this.perform(
      request,
      () => Promise.resolve(),
      () => (request.defaultPrevented ? shown() : undefined),
    );
    if (request.defaultPrevented) event.preventDefault();
  };

  readonly #onRetry = (): void => {
    void this.refresh();
  };

  /** Heard when the last place goes, not when the page opens on a full plan. */
  #tellWhenFull({ used, reserved, limit, planName }: SeatUsage): void {
    const taken = used + reserved;
    const full = limit !== null && taken >= limit;
    if (full && this.#wasFull === false) {
      this.#announce.say(this.#text.t.full({ taken, limit, plan: planName ?? '' }));
    }
    this.#wasFull = full;
  }
}

function toneOf(taken: number, limit: number, warnAt: number): string {
  if (taken > limit) return 'over';
  return limit - taken <= warnAt ? 'warning' : '';
}

function segments({ used, reserved }: SeatUsage, limit: number): TemplateResult[] {
  return Array.from({ length: limit }, (_, index) => {
    const kind = index < used ? 'used' : index < used + reserved ? 'pending' : '';
    return html`<span class="segment ${kind}" part="segment ${kind}"></span>`;
  });
}

function shares({ used, reserved }: SeatUsage, limit: number): TemplateResult[] {
  const taken = Math.min(used, limit);
  const kept = Math.min(reserved, limit - taken);
  return [
    html`<span class="segment used" part="segment used" data-share=${taken}></span>`,
    html`<span class="segment pending" part="segment pending" data-share=${kept}></span>`,
    html`<span class="segment" part="segment" data-share=${limit - taken - kept}></span>`,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-seat-meter': CcSeatMeter;
  }
}
