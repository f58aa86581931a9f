import { html, nothing, type TemplateResult } from 'lit';
import type { AccountLink } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { ban, circleAlert, circleCheck, clock, clockAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { LinkActs } from './acts.js';
import { expiryText, otherOf, stateText, type LinkWords } from './view.js';

export interface RowsView {
  readonly words: LinkWords;
  readonly acts: LinkActs;
  readonly readonly: boolean;
  /** Why this account's link can't be ended now; only the client itself knows beforehand (R77). */
  readonly endBlocked: string | undefined;
}

const looks: Readonly<Record<string, readonly [shape: string, tone: string]>> = {
  pending: [clock, 'muted'],
  activating: [clock, 'muted'],
  active: [circleCheck, 'success'],
  declined: [ban, 'muted'],
  expired: [clockAlert, 'muted'],
};

/** One link: the other side, its state in the same words for both, and what can be done now. */
export function linkRow(link: AccountLink, view: RowsView): TemplateResult {
  const { words, acts, readonly } = view;
  const { t, roles } = words;
  const { id, state, maxRole } = link;
  const [shape, tone] = looks[state] ?? [ban, 'muted'];
  const failure = acts.failure?.linkId === id ? acts.failure.text : undefined;
  const [sentence, values] = stateText(link, words);
  return html`<li part="row ${state}" data-link=${id}>
    <div class="what">
      <p class="strong"><bdi>${otherOf(link).name}</bdi></p>
      <p class="with-icon secondary">
        ${icon(shape, { tone, size: 14 })}<span>${rich(sentence as string, values)}</span>
      </p>
      ${state === 'pending' ? waiting(link, view) : nothing}
      ${
        state === 'active'
          ? html`<p class="secondary muted">
              ${t.reach}: ${maxRole ? t.atMost({ role: roleName(roles, maxRole) }) : t.noCeiling}
            </p>`
          : nothing
      }
      ${failure ? html`<p class="field-error" part="error" role="alert">${icon(circleAlert)}<span>${failure}</span></p>` : nothing}
    </div>
    ${readonly ? nothing : controls(link, view)}
  </li>`;
}

/** R75: until when, and how often one may still remind. */
function waiting(link: AccountLink, { words }: RowsView): TemplateResult {
  const { t } = words;
  const { remindersLeft } = link;
  return html`<p class="secondary muted">
    ${expiryText(link, words)} · ${t.remindersLeft({ count: remindersLeft })}
  </p>`;
}

function controls(link: AccountLink, { words: { t }, acts, endBlocked }: RowsView): unknown {
  const { name } = otherOf(link);
  const busy = acts.busy === link.id;
  if (link.state === 'pending') {
    return html`<div class="buttons" part="actions">
      ${
        link.remindersLeft > 0
          ? html`<button
              class="button ${busy ? 'busy' : ''}"
              part="button"
              type="button"
              aria-label=${t.remindOf({ name })}
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => void acts.remind(link)}
            >
              ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${t.remind}</span>
            </button>`
          : nothing
      }
      <button
        class="button"
        part="button"
        type="button"
        aria-label=${t.takeBackOf({ name })}
        @click=${(event: Event) => acts.takeBack(link, event.currentTarget as HTMLElement)}
      >
        ${t.takeBack}
      </button>
    </div>`;
  }
  if (link.state !== 'active') return nothing;
  return html`<div class="buttons" part="actions">
    <button
      class="button quiet-danger"
      part="button"
      type="button"
      aria-label=${t.endOf({ name })}
      aria-disabled=${endBlocked ? 'true' : nothing}
      aria-describedby=${endBlocked ? 'end-blocked' : nothing}
      @click=${(event: Event) => {
        if (!endBlocked) acts.end(link, event.currentTarget as HTMLElement);
      }}
    >
      ${t.end}
    </button>
    ${endBlocked ? html`<p id="end-blocked" class="secondary muted">${endBlocked}</p>` : nothing}
  </div>`;
}
