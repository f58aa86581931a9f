import { css } from 'lit';

/** A list in place of a table: each account is a block with its facts below the name (visual.md 5). */
const asCards = css`
  .table > thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table > tbody > .row {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    padding: 12px;
    padding-inline: calc(var(--_pad) + var(--_inset, 0px)) var(--_pad);
  }
  .table .row > :is(th, td) {
    padding: 0;
  }
  .table .row > th {
    flex: 1 0 100%;
    padding-inline-end: calc(96 * var(--_u));
  }
  .table .row > :is(.col-status, .col-seats, .col-role) {
    display: block;
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .table .row > .col-status {
    padding-inline-start: calc(44 * var(--_u));
  }
  .table .row > .col-role {
    flex: 1 0 100%;
    padding-inline-start: calc(44 * var(--_u));
  }
  .table .row > .col-end {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: calc(var(--_pad) - 8px);
    padding: 0 !important;
  }
  .second {
    display: none;
  }
  .second.brief {
    display: flex;
  }
  .bar {
    display: none;
  }
  &.selectable .row {
    --_inset: calc(32 * var(--_u));
  }
  .table .row > .col-check {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: var(--_pad);
  }
`;

export const cardStyles = css`
  @container cc-panel (max-width: 479px) {
    .table-box.auto {
      ${asCards}
    }
  }
  .table-box.cards {
    ${asCards}
  }
`;
