import { css } from 'lit';

/** A native table in a frame: hairlines between rows, a sunken header, group headers, quiet hover. */
export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    text-align: start;
  }
  .table :is(th, td) {
    padding: 6px 8px;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  .table :is(th, td):first-child {
    padding-inline-start: 24px;
  }
  .table :is(th, td):last-child {
    padding-inline-end: 24px;
  }
  .table > thead th {
    block-size: calc(36px * var(--_density));
    background: linear-gradient(var(--_sunken), var(--_sunken)) var(--_surface);
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 500;
    white-space: nowrap;
  }
  .table > thead:first-of-type th {
    border-block-start: 1px solid var(--_border);
  }
  .table > tbody > tr > :is(th, td) {
    block-size: var(--_row);
    transition: background-color 100ms;
  }
  .table > tbody > tr.row:hover > * {
    background: var(--_hover);
  }
  .table > tbody > tr.row.selected > * {
    background: var(--_tint);
  }
  .table > tbody > tr.row.selected > :first-child {
    box-shadow: inset 2px 0 var(--_edge);
  }
  .table > tbody > tr.row.selected > :first-child:dir(rtl) {
    box-shadow: inset -2px 0 var(--_edge);
  }
  .table > tbody > tr.group > * {
    block-size: calc(40px * var(--_density));
    font-weight: 600;
  }
  .table > tbody > tr.fresh > * {
    animation: cc-fresh 1.2s;
  }
  @keyframes cc-fresh {
    from {
      background: var(--_tint);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .table > tbody > tr.fresh > * {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .table > tbody > tr.row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
