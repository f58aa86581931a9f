import { css } from 'lit';

/**
 * One long list: it scrolls inside a box of its own, and only what can be seen stands in the page. The list says how
 * high box (`--_list-height`) and rows (`--_row-height`) are.
 */
export const longListStyles = css`
  .table-box.windowed {
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
  .virtual > .row {
    block-size: var(--_row-height);
    overflow: clip;
  }
  .virtual > .row > :is(th, td) {
    max-block-size: 100%;
    overflow: clip;
    overflow-clip-margin: 8px;
  }
  .virtual > .note {
    z-index: 1;
    background: var(--_surface);
  }
  .virtual > .waiting > td {
    grid-column: 1 / -1;
    padding-inline: var(--_pad);
  }
`;
