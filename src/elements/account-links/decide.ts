import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccountLink } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { LinkActs } from './acts.js';
import { expiryText, namesOf, type LinkWords } from './view.js';

/** A client sets one of these, from the most to the least (R91). */
const ceilings = ['', 'partner_manager', 'account_manager', 'campaign_creator'] as const;
export type Ceiling = (typeof ceilings)[number];

export interface DecideView {
  readonly words: LinkWords;
  readonly acts: LinkActs;
  readonly readonly: boolean;
  /** What is chosen for this link. */
  readonly ceiling: Ceiling;
  readonly onCeiling: (ceiling: Ceiling) => void;
}

/** R74: who asks, what they will be able to do, what happens to the bill, how it ends; then yes or no. */
export function decision(link: AccountLink, view: DecideView): TemplateResult {
  const { words, acts } = view;
  const { t, time } = words;
  const names = namesOf(link);
  const client = link.side === 'child';
  const { id, requestedBy, createdAt, note, reason } = link;
  const when = time.relative(createdAt);
  const failure = acts.failure?.linkId === id ? acts.failure.text : undefined;
  return html`<article class="decision" part="row pending" data-link=${id} aria-labelledby="decide-${id}">
    <h3 class="state-heading" part="heading" id="decide-${id}">
      ${client ? rich(t.decideTitle, names) : rich(t.decideTitlePartner, { client: names.client })}
    </h3>
    <p class="secondary muted">
      ${requestedBy ? rich(t.askedBy, { who: requestedBy, when }) : t.askedAt({ when })} ·
      ${expiryText(link, words)}
    </p>
    ${note ? html`<blockquote class="note"><span class="visually-hidden">${t.noteSays}: </span><bdi>${note}</bdi></blockquote>` : nothing}
    ${
      reason
        ? html`<div class="callout warning" part="callout">
            ${icon(circleAlert)}<span class="callout-text">${t.settlingFailed}</span>
          </div>`
        : nothing
    }
    ${terms(link, words)}
    <slot name="terms"></slot>
    ${client && !view.readonly ? ceilingChoice(link, view) : nothing}
    ${failure ? html`<p class="field-error" part="error" role="alert">${icon(circleAlert)}<span>${failure}</span></p>` : nothing}
    ${view.readonly ? nothing : answers(link, view)}
  </article>`;
}

/** In words, not in names of rights. */
function terms(link: AccountLink, { t }: LinkWords): TemplateResult {
  const names = namesOf(link);
  const client = link.side === 'child';
  const rows: [string, unknown][] = [
    [t.access, client ? rich(t.accessText, names) : rich(t.accessTextPartner, { client: names.client })],
    [t.billing, client ? rich(t.billingText, { partner: names.partner }) : t.billingTextPartner],
    [t.stays, client ? t.staysText : t.staysTextPartner],
    [t.leaving, rich(t.leavingText, { partner: names.partner })],
  ];
  return html`<dl class="terms" part="terms" aria-label=${t.means}>
    ${rows.map(
      ([term, text]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

function ceilingChoice(
  { id }: AccountLink,
  { words: { t, roles }, ceiling, onCeiling }: DecideView,
): TemplateResult {
  const texts: Record<Ceiling, string> = {
    '': t.fullText,
    partner_manager: t.atMostPartnerManager,
    account_manager: t.atMostAccountManager,
    campaign_creator: t.atMostCampaignCreator,
  };
  return html`<fieldset class="field">
    <legend class="label" part="label">${t.ceiling}</legend>
    <div class="cards">
      ${ceilings.map(
        (value) =>
          html`<label class="card">
            <input
              type="radio"
              name="ceiling-${id}"
              value=${value}
              aria-labelledby="ceiling-${id}-${value || 'full'}-name"
              aria-describedby="ceiling-${id}-${value || 'full'}"
              .checked=${live(ceiling === value)}
              @change=${() => onCeiling(value)}
            />
            <span class="card-name" id="ceiling-${id}-${value || 'full'}-name"
              >${value ? t.atMost({ role: roleName(roles, value) }) : t.full}</span
            >
            <span class="card-text" id="ceiling-${id}-${value || 'full'}">${texts[value]}</span>
          </label>`,
      )}
    </div>
    <slot name="ceiling"></slot>
  </fieldset>`;
}

function answers(link: AccountLink, { words: { t }, acts, ceiling }: DecideView): TemplateResult {
  const busy = acts.busy === link.id;
  return html`<div class="buttons" part="actions">
    <button
      class="button primary ${busy ? 'busy' : ''}"
      part="button-primary"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      aria-describedby="decide-${link.id}"
      @click=${() => void acts.approve(link, ceiling || null)}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${t.approve}</span>
    </button>
    <button
      class="button"
      part="button"
      type="button"
      aria-describedby="decide-${link.id}"
      @click=${(event: Event) => acts.decline(link, event.currentTarget as HTMLElement)}
    >
      ${t.decline}
    </button>
  </div>`;
}
