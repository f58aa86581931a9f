import { html, nothing, type TemplateResult } from 'lit';
import type { Account, SeatUsage } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { arrowUpRight, plus, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { safeHref } from '../base/safe-href.js';
import type { HeadWords } from './view.js';

export interface HeaderView {
  readonly words: HeadWords;
  readonly account: Account | undefined;
  readonly seats: SeatUsage | undefined;
  /** The nested seat meter, or nothing where there is nothing to count. */
  readonly meter: unknown;
  /** How fresh the list is, where the toolbar has no room for it. */
  readonly live: unknown;
  /** Is there an Add New User at all? */
  readonly adds: boolean;
  /** One primary per state: it steps down where another button leads (e-roster-states). */
  readonly leads: boolean;
  readonly onAdd: (event: Event) => void;
  readonly onPlan: (event: Event) => void;
}

/** Title, account, seats, and the way to add somebody. */
export function header(view: HeaderView): TemplateResult {
  const { words, account, adds, meter } = view;
  return html`<div class="panel-head" part="header">
      <div class="titles">
        <slot name="heading"><h2 class="title" part="heading">${words.t.heading}</h2></slot>
        <p class="account secondary" part="subheading">
          ${account ? accountLine(account, words) : html`&nbsp;`}
        </p>
      </div>
      <div class="head-end">
        ${meter}${view.live}
        <slot name="header-actions"></slot>
        ${adds ? html`${meter === nothing ? nothing : html`<span class="rule"></span>`}${addButton(view)}` : nothing}
      </div>
    </div>
    ${limit(view)}`;
}

function accountLine({ name, kind, parent }: Account, { t, common }: HeadWords): unknown {
  const about =
    kind === 'parent' ? common.partnerAccount : parent ? rich(t.clientOf, { parent: parent.name }) : '';
  const line = about || (kind === 'child' ? common.clientAccount : '');
  return html`<bdi class="truncate" title=${name}>${name}</bdi
    >${line ? html`<span>&nbsp;·&nbsp;</span><span class="kind truncate">${line}</span>` : nothing}`;
}

/** Add New User; at the limit it stays where it is and says why, right under it. */
export function addButton(view: HeaderView, place = 'add'): TemplateResult {
  const full = isFull(view.seats);
  return html`<button
    class="button ${view.leads && !full ? 'primary' : ''} ${place}"
    part="add-button ${view.leads && !full ? 'button-primary' : 'button'}"
    type="button"
    aria-disabled=${full ? 'true' : nothing}
    aria-describedby=${full ? 'limit' : nothing}
    @click=${view.onAdd}
  >
    ${icon(plus)}${view.words.t.addUser}
  </button>`;
}

/** R17: a new invite needs a place that nobody holds or waits for. */
export function isFull(seats: SeatUsage | undefined): boolean {
  return seats !== undefined && seats.limit !== null && seats.used + seats.reserved >= seats.limit;
}

function limit({ words, seats, adds, onPlan }: HeaderView): unknown {
  if (!seats || seats.limit === null || !isFull(seats)) return nothing;
  const { t } = words;
  const { limit: places, used, reserved, planName, overLimit } = seats;
  const values = { plan: planName ?? '', limit: places, used, reserved };
  const href = safeHref(seats.planUrl);
  return html`<div class="callout warning limit ${adds ? 'notched' : ''}" part="callout" id="limit">
    ${icon(triangleAlert)}
    <div class="callout-text">
      <strong>${overLimit ? t.overTitle : t.limitTitle}</strong>
      ${rich(overLimit ? t.overText : t.limitText, values)}
    </div>
    ${
      href
        ? html`<a class="link" href=${href} @click=${onPlan}
            >${t.seePlans}${icon(arrowUpRight, { size: 14, mirror: true })}</a
          >`
        : nothing
    }
  </div>`;
}
