import { css } from 'lit';

/**
 * One long list: it scrolls inside a box of its own, and only what can be seen stands in the page. The list says how
 * high box (`--_list-height`) and rows (`--_row-height`) are.
 */
export const longListStyles = css`
  .table-box.windowed {
    /* What its rows are measured from. */
    position: relative;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: auto contain;
    scroll-padding-block: 44px 8px;
    max-block-size: var(--_list-height, min(640px, 70vh));
  }
  .table > .virtual {
    position: relative;
    contain: layout;
  }
  .table > .virtual > tr {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
  }
  /* Nothing inside a row moves anything outside it, so that a new one is laid out and painted alone. */
  .virtual > .row {
    block-size: var(--_row-height);
    overflow: clip;
    contain: strict;
  }
  .virtual > .row > :is(th, td) {
    max-block-size: 100%;
  }
  .virtual > .note {
    z-index: 1;
    background: var(--_surface);
  }
  /* As many as there are, in one element: a grey bar and a line for each. */
  .virtual > .waiting {
    --_bar: color-mix(in oklab, var(--_text) 9%, transparent);
    display: block;
    border: 0;
    background:
      linear-gradient(transparent calc(50% - 4px), var(--_bar) 0 calc(50% + 4px), transparent 0) var(--_pad)
        0 / calc(100% - 2 * var(--_pad)) var(--_row-height) repeat-y,
      linear-gradient(transparent calc(100% - 1px), var(--_border) 0) 0 0 / 100% var(--_row-height) repeat-y;
    pointer-events: none;
  }
`;
