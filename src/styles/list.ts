import { css } from 'lit';
import { fieldStyles } from './field.js';
import { listHeadStyles } from './list-head.js';
import { menuStyles } from './menu.js';

/** Under the head: toolbar with search and filters, freshness, footer with paging (visual.md 5). */
const body = css`
  .toolbar {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 16px var(--_pad) 0;
  }
  .search {
    flex: 0 1 calc(340 * var(--_u));
    min-inline-size: 8em;
  }
  .search > .icon {
    color: var(--_muted);
  }
  .search > input::-webkit-search-cancel-button {
    display: none;
  }
  .search > .clear {
    margin-inline-end: calc(6px - var(--_pad-field));
    inline-size: 28px;
    min-block-size: 24px;
  }
  kbd {
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-badge);
    background: var(--_sunken);
    color: var(--_muted);
    font: inherit;
    font-size: calc(12 * var(--_u));
    line-height: calc(18 / 12);
  }
  .search:focus-within kbd {
    visibility: hidden;
  }
  .filter > .icon {
    color: var(--_muted);
  }
  .filter.applied {
    border-color: var(--_tint-border);
    background: var(--_tint);
    color: var(--_link);
  }
  .filter.applied > .icon {
    color: inherit;
  }
  .filter.all {
    display: none;
  }
  /* No box of its own: where nothing is slotted, no gap is left either. */
  .toolbar-end {
    display: contents;
  }
  .toolbar-end > ::slotted(:first-of-type) {
    margin-inline-start: auto;
  }
  .live {
    display: flex;
    gap: 8px;
    align-items: center;
    color: var(--_muted);
    white-space: nowrap;
  }
  .live::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: 3px solid color-mix(in oklab, var(--_success) 22%, transparent);
    border-radius: 50%;
    background: var(--_success) padding-box;
    box-sizing: content-box;
  }
  .live.old::before {
    border-color: color-mix(in oklab, var(--_warning) 22%, transparent);
    background-color: var(--_warning);
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 8px var(--_pad);
    border-block-end: 1px solid color-mix(in oklab, var(--_warning) 36%, transparent);
    background: color-mix(in oklab, var(--_warning) 8%, transparent);
  }
  .stale > .icon {
    color: var(--_warning);
  }
  .footer {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 56px;
    padding: 8px var(--_pad);
    color: var(--_muted);
  }
  .pager {
    display: flex;
    gap: 8px;
    margin-inline: auto -8px;
  }
  .menu-item.choice {
    display: grid;
    grid-template-columns: calc(16 * var(--_u)) 1fr;
    column-gap: 12px;
    align-items: center;
  }
  .menu-item.choice > .icon {
    color: var(--_text);
  }
  .menu-head {
    padding: 10px 10px 4px;
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 500;
  }
  .sort {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 24px;
    margin-inline: -6px;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: var(--_radius-badge);
    background: transparent;
    font-weight: 500;
    cursor: pointer;
  }
  .sort:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .sort > .icon {
    visibility: hidden;
  }
  .sort:is(:hover, :focus-visible) > .icon {
    visibility: visible;
  }
  [aria-sort] .sort {
    color: var(--_text);
  }
  [aria-sort] .sort > .icon {
    visibility: visible;
  }
  @container cc-panel (max-width: 719px) {
    .filter.one {
      display: none;
    }
    .filter.all {
      display: inline-flex;
    }
    .search {
      flex: 1 1 8em;
    }
  }
  @container cc-panel (max-width: 479px) {
    kbd {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .filter.applied {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .live::before {
      forced-color-adjust: none;
      border-color: Canvas;
      background-color: CanvasText;
    }
  }
`;

/** What the list itself is drawn with, before anybody opens a menu. */
export const listBodyStyles = [fieldStyles, body];

/** The ground of a list element: all that its frame, toolbar, menu, states and footer are drawn with. */
export const listStyles = [menuStyles, listHeadStyles, listBodyStyles];
