import { html, nothing, type TemplateResult } from 'lit';
import { number } from '../../i18n/format.js';
import { icon } from '../base/icons/icon.js';
import { chevronLeft, chevronRight } from '../base/icons/shapes.js';
import type { Page, Roster } from './model.js';
import type { Words } from './view.js';

export interface FooterView {
  readonly words: Words;
  readonly seen: Roster | undefined;
  /** One long list has no pages. */
  readonly windowed: boolean;
  /** What can be done with those selected; nothing while nobody is. */
  readonly bar: unknown;
  /** The list as a file, and a file for the list. */
  readonly files: unknown;
  /** Back (-1) or on (1) by a page. */
  readonly onPage: (by: -1 | 1) => void;
}

/** How many of how many, and the way to the others. */
export function footer({ words, seen, windowed, bar, files, onPage }: FooterView): TemplateResult {
  const { t } = words;
  if (seen?.state !== 'ready') return html`<slot name="footer"></slot>`;
  const { page, total } = seen;
  const paged = isPaged(page) && !windowed;
  const bulk = bar !== nothing;
  return html`<div class="footer ${bulk ? 'bulk' : ''}" part="footer">
    ${bar}
    <span class="numbers"
      >${paged ? rangeText(page, words) : bulk ? nothing : (seen.filtered ? t.found : t.countAll)({ count: total })}</span
    >
    ${bulk ? nothing : files}<slot name="footer"></slot>
    ${
      paged
        ? html`<nav class="pager" part="pager" aria-label=${t.pages}>${steps(page, words, onPage)}</nav>`
        : nothing
    }
  </div>`;
}

/** The way to a file or from one, at rest. */
export function fileButton(label: string, act: (opener: HTMLElement) => void): TemplateResult {
  return html`<button
    class="button ghost small export"
    part="button"
    type="button"
    @click=${(event: Event) => act(event.currentTarget as HTMLElement)}
  >
    ${label}
  </button>`;
}

export function isPaged({ from, shown, total }: Page): boolean {
  return from > 0 || from + shown < total;
}

/** "1–11 of 48", in the reader's digits. */
export function rangeText({ from, shown, total }: Page, { t, language }: Words): string {
  const say = (value: number) => number(value, language);
  return t.range({ from: say(from + 1), to: say(from + shown), total: say(total) });
}

/** Back and on by a page. */
export function steps({ from, shown, total }: Page, { t }: Words, onPage: FooterView['onPage']): unknown {
  return [
    step(t.previous, chevronLeft, from > 0, () => onPage(-1)),
    step(t.next, chevronRight, from + shown < total, () => onPage(1)),
  ];
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
