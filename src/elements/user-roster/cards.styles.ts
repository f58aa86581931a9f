import { css } from 'lit';

/** A list in place of a table: each person is a block, with the role as a button (visual.md 5). */
const asCards = css`
  .table > thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table > tbody > .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: 12px;
    padding-inline: calc(var(--_pad) + 44 * var(--_u)) var(--_pad);
  }
  .table .row :is(th, td) {
    padding: 0;
  }
  .table .row > th:first-child {
    flex: 1 0 100%;
    min-inline-size: calc(100% + 44 * var(--_u));
    margin-inline-start: calc(-44 * var(--_u));
    padding-inline-end: 36px;
  }
  .table .row > .role-cell {
    flex: 1 0 100%;
    flex-direction: row;
    gap: 12px;
    align-items: center;
    padding-block: 6px;
  }
  .role {
    margin-inline: 0;
  }
  span.role {
    padding-inline: 0;
  }
  button.role {
    min-block-size: var(--_control-small);
    border-color: var(--_line);
    background: var(--_raised);
  }
  .table .row > :is(.state-cell, .col-last) {
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .table .row > :is(.col-mfa, .col-last)::before {
    content: '·' / '';
    padding-inline: 6px 0;
    color: var(--_muted);
  }
  .table .row > .col-last {
    gap: 6px;
  }
  .state-cell > .icon {
    margin: 0;
    inline-size: calc(14 * var(--_u));
    block-size: calc(14 * var(--_u));
  }
  .state-cell > .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
  }
  .state-cell .mfa-line,
  .second > .short,
  .col-mfa .plain,
  .table .row > .none {
    display: none;
  }
  .second > .long,
  .col-mfa .full {
    display: revert;
  }
  .who {
    align-items: start;
  }
  .second > .mail {
    display: revert;
  }
  .table .row > .menu-cell {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: calc(var(--_pad) - 10px);
  }
  .more > .icon {
    rotate: 90deg;
  }
  .row:hover {
    background: transparent;
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
  /* Cards by the host's wish, in a wide container: as many beside each other as fit. */
  .table-box.cards > .table > tbody {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--cc-user-roster-card-min-width, 320px)), 1fr)
    );
  }
  .table-box.cards .group,
  .table-box.cards .note {
    grid-column: 1 / -1;
  }
  /* A table by the host's wish keeps its columns in a narrow container and scrolls sideways. */
  .table-box.table-only {
    overflow-x: auto;
  }
  .table-box.table-only > .table {
    min-inline-size: 520px;
  }
`;
