import { css, type CSSResult } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { checkStyles } from '../../styles/check.js';
import { listBodyStyles } from '../../styles/list.js';
import { menuStyles } from '../../styles/menu.js';
import { cardStyles } from './cards.styles.js';

/** Native elements laid out as grids, so that columns line up; wider containers add columns. */
const rows = css`
  .table-box {
    --_cols: minmax(0, 1.6fr) minmax(0, 1fr) minmax(0, 1fr) var(--_end);
    --_end: calc(118 * var(--_u));
    --_least: round(calc(48px * var(--_density)), 4px);
  }
  .table-box.selectable {
    --_check: calc(44 * var(--_u));
  }
  .table,
  .table > :is(thead, tbody) {
    display: block;
  }
  .table > :is(thead, tbody) > tr {
    display: grid;
    grid-template-columns: var(--_check,) var(--_cols);
    border-block-end: 1px solid var(--_border);
  }
  .table :is(th, td) {
    min-inline-size: 0;
    padding: 4px 8px;
    font-weight: 400;
    text-align: start;
  }
  .table :is(th, td):first-child {
    padding-inline-start: var(--_pad);
  }
  .table :is(.col-plan, .col-role, .col-lastActivity, .col-own) {
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
    font-size: calc(12 * var(--_u));
    line-height: calc(16 / 12);
  }
  .table > thead :is(th, td) {
    padding-block: 0;
    font-weight: 500;
    white-space: nowrap;
  }
  @container scroll-state(stuck: top) {
    .table > thead > tr {
      box-shadow: 0 6px 10px -8px rgb(20 24 36 / 0.35);
    }
  }
  .stale.done {
    border-block-end-color: color-mix(in oklab, var(--_success) 36%, transparent);
    background: color-mix(in oklab, var(--_success) 8%, transparent);
  }
  .stale.done > .icon {
    color: var(--_success);
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
  .row {
    min-block-size: var(--cc-account-list-row-height, var(--_least));
    align-items: center;
    transition: background-color 100ms;
  }
  .row:hover {
    background: var(--_hover);
  }
  .row.selected {
    background: var(--_tint);
    box-shadow: inset 2px 0 var(--_edge);
  }
  .row.selected:dir(rtl) {
    box-shadow: inset -2px 0 var(--_edge);
  }
  .table > tbody > .row.told {
    border-block-end-color: transparent;
  }
  .table .note > td {
    grid-column: 1 / -1;
    padding-block: 0 8px;
    padding-inline-start: calc(var(--_pad) + var(--_check, 0px) + 44 * var(--_u));
  }
  .note .field-error {
    display: flex;
    gap: 6px;
  }
  .check {
    display: grid;
    place-content: center start;
    min-block-size: calc(var(--_least) - 8px);
    cursor: pointer;
  }
  thead .check {
    min-block-size: 24px;
  }
  .who {
    display: flex;
    gap: 12px;
    align-items: center;
    min-inline-size: 0;
  }
  .who > .lines {
    flex: 1;
    min-inline-size: 0;
  }
  .avatar.square {
    border-radius: var(--_radius-control);
  }
  .name {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    font-weight: 500;
  }
  .name > bdi,
  .id {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .star {
    display: inline-flex;
    color: var(--_warning);
  }
  .star svg {
    fill: currentColor;
  }
  .second {
    display: flex;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .second.brief {
    display: none;
  }
  .with-icon {
    display: flex;
    gap: 8px;
    align-items: center;
    max-inline-size: 100%;
  }
  .places {
    display: flex;
    gap: 10px;
    align-items: center;
    color: var(--_muted);
    white-space: nowrap;
  }
  .places.full,
  .places.over {
    color: var(--_text);
  }
  .bar {
    --_ink: var(--_muted);
    flex: none;
    inline-size: calc(56 * var(--_u));
    block-size: calc(6 * var(--_u));
    overflow: hidden;
    border-radius: calc(3 * var(--_u));
    background: color-mix(in oklab, var(--_text) 12%, transparent);
  }
  .places.full .bar {
    --_ink: var(--_warning);
  }
  .places.over .bar {
    --_ink: var(--_danger);
  }
  .bar > span {
    display: block;
    inline-size: calc(var(--_share) * 100%);
    block-size: 100%;
    background: var(--_ink);
  }
  .col-end {
    display: flex;
    gap: 4px;
    align-items: center;
    justify-content: end;
    padding-inline-end: calc(var(--_pad) - 8px) !important;
    white-space: nowrap;
  }
  .open {
    min-block-size: var(--_control-small);
    padding-block: 2px;
    padding-inline: 8px;
  }
  .row:hover .more {
    color: var(--_text);
  }
  .more:not(:hover) {
    color: var(--_muted);
  }
  .clear-selection {
    padding-inline: 8px;
  }
  .footer > .count {
    margin-inline-start: 0;
  }
  .footer.bulk {
    position: sticky;
    inset-block-end: 0;
    border-block-start: 1px solid var(--_tint-border);
    border-radius: 0 0 var(--_radius-panel) var(--_radius-panel);
    background: linear-gradient(var(--_tint), var(--_tint)) var(--_surface);
  }
  .footer.bulk > .count {
    margin-inline-start: auto;
  }
  .footer.bulk > .pager {
    margin-inline-start: 0;
  }
  .bulk-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    color: var(--_text);
  }
  .bulk-bar > strong {
    font-weight: 600;
  }
  .toolbar {
    flex-wrap: wrap;
  }
  .filter {
    white-space: nowrap;
  }
  @container cc-panel (min-width: 720px) {
    .table-box {
      --_cols: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 1.3fr) var(--_end);
    }
    .table .col-role {
      display: revert;
    }
  }
  @container cc-panel (min-width: 1040px) {
    .table-box {
      --_cols: minmax(0, 2.35fr) minmax(0, 1.15fr) minmax(0, 0.8fr) minmax(0, 1.15fr) minmax(0, 1.35fr)
        calc(112 * var(--_u)) var(--_own-cols,) var(--_end);
    }
    .table-box.own {
      --_own-cols: repeat(var(--_own), minmax(0, 1fr));
    }
    .table :is(.col-plan, .col-lastActivity, .col-own) {
      display: revert;
    }
  }
  @media (pointer: coarse) {
    .table-box {
      --_end: calc(84px + 64 * var(--_u));
      --_least: max(56px, round(calc(48px * var(--_density)), 4px));
    }
  }
  @media (forced-colors: active) {
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .avatar {
      border-color: CanvasText;
    }
    .bar {
      border: 1px solid CanvasText;
    }
    .bar > span {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;

/** Toolbar, rows, menus and footer; adopted when they are loaded. */
export const accountRowStyles = [
  menuStyles,
  listBodyStyles,
  avatarStyles,
  checkStyles,
  rows,
  cardStyles,
].flat(Infinity) as CSSResult[];
