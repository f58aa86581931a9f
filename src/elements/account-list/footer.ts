import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../../i18n/format.js';
import { icon } from '../base/icons/icon.js';
import { chevronLeft, chevronRight } from '../base/icons/shapes.js';
import type { Words } from './view.js';

export interface FooterView {
  readonly words: Words;
  /** Index of the first row shown, from 0. */
  readonly from: number;
  readonly shown: number;
  readonly total: number;
  readonly pageSize: number;
  /** One long list has no pages. */
  readonly windowed: boolean;
  /** How many rows are selected, on all pages. */
  readonly selected: number;
  readonly onPage: (from: number) => void;
  readonly onClear: () => void;
  readonly onGrant: () => void;
}

/** How many of how many, and the way to the others; while rows are selected, also what can be done with them. */
export function footer(view: FooterView): TemplateResult {
  const { words, from, shown, total, pageSize, windowed, selected, onPage } = view;
  const { t, language } = words;
  const say = (value: number) => number(value, language);
  const hasNext = from + shown < total;
  const paged = !windowed && (from > 0 || hasNext);
  const range = windowed
    ? t.countAll({ count: total, say: say(total) })
    : t.range({ from: say(from + 1), to: say(from + shown), total: say(total) });
  return html`<div class="footer ${selected ? 'bulk' : ''}" part="footer">
    ${selected ? bulkBar(view) : nothing}<slot name="footer"></slot>
    <span class="numbers count" part="count">${range}</span>
    ${
      paged
        ? html`<nav class="pager" part="pager" aria-label=${t.pages}>
            ${step(t.previous, chevronLeft, from > 0, () => onPage(Math.max(0, from - pageSize)))}
            ${step(t.next, chevronRight, hasNext, () => onPage(from + shown))}
          </nav>`
        : nothing
    }
  </div>`;
}

function step(label: string, shape: string, possible: boolean, act: () => void): TemplateResult {
  return html`<button
    class="button icon-button"
    part="button"
    type="button"
    aria-label=${label}
    aria-disabled=${possible ? nothing : 'true'}
    @click=${() => {
      if (possible) act();
    }}
  >
    ${icon(shape, { mirror: true })}
  </button>`;
}

/** What can be done with the selected accounts. */
function bulkBar({ words, selected, onClear, onGrant }: FooterView): TemplateResult {
  const { t } = words;
  return html`<div
    class="bulk-bar"
    part="bulk-bar"
    role="group"
    aria-label=${t.selected({ count: selected })}
  >
    <strong class="numbers">${t.selected({ count: selected })}</strong>
    <button class="button ghost clear-selection" part="button" type="button" @click=${onClear}>
      ${t.clearSelection}
    </button>
    <span class="rule"></span>
    <button class="button primary" part="button-primary" type="button" @click=${onGrant}>${t.grant}</button>
  </div>`;
}
