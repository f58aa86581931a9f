import { css } from 'lit';

/**
 * The table: native elements laid out as grids, one per row with the same tracks, so that columns line up
 * without the browser measuring every cell. Narrow is the ground, wider containers add columns.
 */
export const rowStyles = css`
  .table-box {
    --_cols: minmax(0, var(--_name, 1.3fr)) max(178 * var(--_u), 22ch) minmax(0, 1fr) var(--_more,)
      calc(40px + var(--_pad));
  }
  .table,
  .table > thead,
  .table > tbody {
    display: block;
  }
  .table > :is(thead, tbody) > tr {
    display: grid;
    grid-template-columns: var(--_check,) var(--_cols);
    border-block-end: 1px solid var(--_border);
  }
  .table :is(th, td) {
    min-inline-size: 0;
    padding: 6px 8px;
    font-weight: 400;
    text-align: start;
  }
  .table :is(th, td):first-child {
    padding-inline-start: var(--_pad);
  }
  .table .col-mfa,
  .table .col-last,
  .table .col-own {
    display: none;
  }
  .table > thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    container-type: scroll-state;
  }
  .table > thead > tr {
    min-block-size: round(calc(36px * var(--_density)), 4px);
    align-items: center;
    background: linear-gradient(var(--_sunken), var(--_sunken)) var(--_surface);
    color: var(--_muted);
  }
  /* On the cells, so that rows of both kinds measure their columns in the same font. */
  .table > thead th {
    padding-block: 0;
    font-size: calc(12 * var(--_u));
    line-height: calc(16 / 12);
    font-weight: 500;
    white-space: nowrap;
  }
  @container scroll-state(stuck: top) {
    .table > thead > tr {
      box-shadow: 0 6px 10px -8px rgb(20 24 36 / 0.35);
    }
  }
  .group > th {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 2px 8px;
    align-items: center;
    min-block-size: round(calc(40px * var(--_density)), 4px);
  }
  .table .group > th > b {
    font-weight: 600;
  }
  .row {
    position: relative;
    min-block-size: var(--cc-user-roster-row-height, var(--_row));
    align-items: center;
    transition: background-color 100ms;
  }
  .row:hover {
    background: var(--_hover);
  }
  .table .row.told {
    border-block-end-color: transparent;
  }
  .row:focus-within {
    scroll-margin-block: 64px;
  }
  .who {
    display: flex;
    gap: 12px;
    align-items: center;
    min-inline-size: 0;
  }
  .who > .lines {
    min-inline-size: 0;
    flex: 1;
  }
  .name {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    font-weight: 500;
  }
  .name > bdi,
  .second > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hidden-mark {
    color: var(--_warning);
  }
  .second {
    display: flex;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
    white-space: nowrap;
  }
  /* An address gives way before a username does. */
  .second > .username {
    flex: none;
    max-inline-size: 100%;
  }
  .second > .mail {
    flex: 0 999 auto;
    min-inline-size: 0;
  }
  .second.text > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .suspended .name,
  .suspended .avatar {
    color: var(--_muted);
  }
  .suspended .avatar {
    background: color-mix(in oklab, var(--_text) 5%, transparent);
  }
  .role {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: var(--_control-small);
    margin-inline: -9px;
    padding: 2px 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: transparent;
    text-align: start;
  }
  button.role {
    cursor: pointer;
    transition:
      background-color 100ms,
      border-color 100ms;
  }
  .role > .icon {
    color: var(--_muted);
  }
  .role > bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.role:is(:hover, [aria-expanded='true']),
  .row:hover button.role {
    border-color: var(--_line);
    background: var(--_raised);
  }
  button.role:hover {
    border-color: var(--_line-hover);
  }
  button.role:active {
    background: color-mix(in oklab, var(--_text) 12%, var(--_raised));
  }
  button.role:focus-visible {
    outline-offset: 0;
  }
  .role.saving {
    color: var(--_muted);
  }
  .role-cell {
    display: flex;
    flex-direction: column;
    align-items: start;
  }
  /* Two lines in the height of one row, so that nothing jumps when Undo comes and goes. */
  .table .role-cell.saved {
    padding-block: 4px;
  }
  .saved > .role {
    min-block-size: 24px;
    padding-block: 0;
  }
  .saved > .undo {
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .state-cell {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    align-items: start;
  }
  .state-cell > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .state-cell .second {
    display: block;
    white-space: normal;
  }
  .again,
  .second > .dot {
    flex: none;
  }
  .quiet {
    color: var(--_muted);
  }
  .table .menu-cell {
    padding-inline: 0 calc(var(--_pad) - 8px);
    text-align: end;
  }
  .more:is([aria-expanded='true']),
  .row:hover .more {
    color: var(--_text);
  }
  /* One element in place of two: what stands here is in every row. */
  svg.icon {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .spinner + .icon {
    display: none;
  }
  .col-mfa .full {
    display: none;
  }
  @container cc-panel (max-width: 719px) {
    .second > .mail,
    .second > .long,
    .again {
      display: none;
    }
  }
  @container cc-panel (min-width: 720px) {
    .table-box {
      --_name: 1.75fr;
      --_more: minmax(0, 0.86fr);
    }
    .table .col-mfa {
      display: revert;
    }
    .table .state-cell.col-mfa {
      display: grid;
    }
    .state-cell .mfa-line,
    .second > .short {
      display: none;
    }
  }
  @container cc-panel (min-width: 1040px) {
    .table-box {
      --_more: minmax(0, 0.86fr) calc(112 * var(--_u)) var(--_others,);
    }
    .table-box.own {
      --_others: repeat(var(--_own), minmax(var(--cc-user-roster-column-min-width, 96px), 0.8fr));
    }
    .table :is(.col-last, .col-own) {
      display: revert;
    }
  }
  @media (forced-colors: active) {
    .table svg.icon {
      color: inherit;
    }
    button.role,
    .more.button {
      border-color: ButtonText;
    }
    .avatar:not(.pending) {
      border-color: CanvasText;
    }
  }
`;
