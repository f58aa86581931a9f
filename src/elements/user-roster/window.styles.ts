import { css } from 'lit';

/** One long list: it scrolls inside a box of its own, and only what can be seen stands in the page. */
export const windowStyles = css`
  .table-box.windowed {
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: auto contain;
    scroll-padding-block: 44px 8px;
    max-block-size: var(--cc-user-roster-list-height, min(640px, 70vh));
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
    block-size: var(--cc-user-roster-row-height, var(--_row));
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
