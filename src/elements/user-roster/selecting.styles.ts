import { css, type CSSResult } from 'lit';
import { checkStyles } from '../../styles/check.js';

const selecting = css`
  .table-box.selectable {
    --_check: calc(40 * var(--_u));
  }
  .table-box.selectable .row > th,
  .table-box.selectable thead th:nth-child(2) {
    padding-inline-start: 8px;
  }
  .check {
    display: grid;
    place-content: center start;
    min-block-size: calc(var(--_row) - 8px);
    cursor: pointer;
  }
  thead .check {
    min-block-size: 24px;
  }
  .table .col-check {
    padding-block: 0;
    padding-inline-end: 0;
  }
  .table .selection {
    display: block;
    background: var(--_sunken);
    text-align: center;
  }
  .table .selection > td {
    display: block;
    padding-block: 8px;
    text-align: center;
  }
  .row.selected {
    background: var(--_tint);
    box-shadow: inset 2px 0 var(--_edge);
  }
  .row.selected:dir(rtl) {
    box-shadow: inset -2px 0 var(--_edge);
  }
  .footer.bulk {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    flex-wrap: wrap;
    border-block-start: 1px solid var(--_tint-border);
    border-radius: 0 0 var(--_radius-panel) var(--_radius-panel);
    background: linear-gradient(var(--_tint), var(--_tint)) var(--_surface);
  }
  .bulk-bar {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    color: var(--_text);
  }
  .bulk-bar > strong {
    font-weight: 600;
  }
  .clear-selection {
    padding-inline: 8px;
  }
  .bulk-bar > .rule {
    align-self: stretch;
    margin-inline: 4px;
    border-inline-start: 1px solid var(--_border);
  }
  @media (forced-colors: active) {
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** Cards have no columns: the box stands before the name, and the bar takes the place of Add New User. */
const asCards = css`
  .table-box.selectable.auto .row > .col-check {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 0;
    padding-inline-start: calc(var(--_pad) + 6px);
  }
  .table-box.selectable.auto .row .check {
    min-block-size: 44px;
    min-inline-size: 44px;
  }
  .table-box.selectable.auto .row > th {
    flex: 1 0 100%;
    min-inline-size: 100%;
    padding-inline: 0 36px;
  }
  .table-box.selectable.auto .row .avatar {
    display: none;
  }
  .bulk-bar {
    flex-basis: 100%;
  }
  .bulk-bar > .clear-selection {
    margin-inline-end: auto;
  }
  .footer.bulk {
    border-radius: 0;
  }
  .footer.bulk ~ .dock,
  .bulk-bar > .rule {
    display: none;
  }
`;

/** The review, the run and the result of what is done to several people. */
export const bulkDialogStyles = css`
  .bulk-people {
    display: grid;
    gap: 8px;
    max-block-size: calc(240 * var(--_u));
    overflow: auto;
    overscroll-behavior: contain;
  }
  .bulk-person {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
  }
  .bulk-person > bdi {
    overflow-wrap: anywhere;
  }
  .bulk-person > .why {
    grid-column: 2 / -1;
    color: var(--_muted);
  }
  .bulk-heading {
    font-size: inherit;
    font-weight: 600;
    margin-block-end: 8px;
  }
  .bulk fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .bulk legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 600;
  }
  .bulk progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }
`;

export const selectingStyles = [
  checkStyles,
  selecting,
  css`
    @container cc-panel (max-width: 479px) {
      ${asCards}
    }
  `,
].flat(Infinity) as CSSResult[];
