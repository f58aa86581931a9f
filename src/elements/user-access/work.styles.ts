import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { confirmStyles } from '../../styles/confirm.js';
import { fieldStyles } from '../../styles/field.js';
import { menuStyles } from '../../styles/menu.js';
import { jobStyles } from '../shared/jobs/jobs.styles.js';

const work = css`
  .panel-head.identity {
    flex-wrap: wrap;
    padding-block-end: 20px;
  }
  .avatar.big {
    inline-size: calc(56 * var(--_u));
    block-size: calc(56 * var(--_u));
    font-size: calc(18 * var(--_u));
  }
  .person-name:focus-visible {
    border-radius: 2px;
  }
  .skeleton.line {
    inline-size: 40%;
  }
  .stats {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(200 * var(--_u))), 1fr));
    border-block: 1px solid var(--_border);
  }
  .stat {
    display: grid;
    gap: 4px;
    align-content: start;
    padding: 14px var(--_pad);
  }
  .stat + .stat {
    border-inline-start: 1px solid var(--_border);
  }
  .stat > dd {
    display: grid;
    gap: 2px;
  }
  .with-icon {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .notices {
    padding-inline: var(--_pad);
  }
  .notices > :is(.callout, .own-jobs) {
    margin-block: 16px;
  }
  .state + .own-jobs {
    margin: 0 var(--_pad) var(--_pad);
  }
  .notices > ::slotted(*) {
    margin-block: 16px;
  }
  .lines {
    display: grid;
    min-inline-size: 0;
  }
  .table-box {
    --_cols: minmax(0, 2fr) minmax(0, 1.7fr) minmax(0, 1.1fr) calc(48 * var(--_u));
    --_least: var(--cc-user-access-row-height, round(calc(52px * var(--_density)), 4px));
  }
  .table,
  .table > :is(thead, tbody) {
    display: block;
  }
  .table > :is(thead, tbody) > tr {
    display: grid;
    grid-template-columns: var(--_cols);
    align-items: center;
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
  .table > thead > tr {
    min-block-size: round(calc(36px * var(--_density)), 4px);
    background: linear-gradient(var(--_sunken), var(--_sunken)) var(--_surface);
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
  }
  .table > thead th {
    font-weight: 500;
  }
  .table :is(.col-last, .col-username) {
    display: none;
  }
  .table > tbody > .group {
    display: block;
    padding-block: 8px;
  }
  .table > tbody > .group .strong {
    font-weight: 600;
  }
  .table > tbody > .group > th {
    display: block;
  }
  .table > tbody > .row {
    min-block-size: var(--_least);
    transition: background-color 100ms;
  }
  .table > tbody > .row:hover {
    background: var(--_hover);
  }
  .table > tbody > .row.told {
    border-block-end-color: transparent;
  }
  .table > tbody > .note {
    display: block;
    padding-block-end: 8px;
  }
  .note > td {
    display: block;
  }
  .note .field-error {
    display: flex;
    gap: 6px;
  }
  th.col-account {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .role-button {
    margin-inline-start: -9px;
    padding-inline: 8px;
    font-weight: 400;
  }
  .undo {
    margin-inline-start: 8px;
  }
  .col-end {
    text-align: end !important;
  }
  .more-rows {
    margin: 14px var(--_pad);
  }
  .table > tbody:last-child > tr:last-child {
    border-block-end: 0;
  }
  .offboard {
    --_dialog-width: 600px;
  }
  .offboard .title:focus {
    outline: none;
  }
  .preview {
    display: grid;
    gap: 20px;
  }
  .summary {
    display: grid;
    gap: 8px;
  }
  .grow {
    flex: 1;
  }
  .edge {
    margin-inline-start: -12px;
  }
  @container cc-panel (min-width: 720px) {
    .table-box {
      --_cols: minmax(0, 2fr) minmax(0, 1.7fr) minmax(0, 1.2fr) calc(112 * var(--_u)) calc(64 * var(--_u));
    }
    .table-box.logins {
      --_cols: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.6fr) minmax(0, 1.2fr) calc(104 * var(--_u))
        calc(64 * var(--_u));
    }
    .table :is(.col-last, .logins .col-username) {
      display: revert;
    }
    .logins .col-username {
      display: revert;
    }
  }
  @container cc-panel (max-width: 479px) {
    .panel-head.identity > .head-end {
      flex: 1 0 100%;
      flex-wrap: wrap;
    }
    .stat + .stat {
      border-inline-start: 0;
    }
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
      padding: 12px var(--_pad);
    }
    .table > tbody > .row > :is(th, td) {
      padding: 0;
    }
    .table > tbody > .row > .col-account {
      flex: 1 0 100%;
      padding-inline-end: 48px;
    }
    .table > tbody > .row > :is(.col-role, .col-status) {
      padding-inline-start: calc(44 * var(--_u));
    }
    .table > tbody > .row > .col-end {
      position: absolute;
      inset-block-start: 8px;
      inset-inline-end: calc(var(--_pad) - 8px);
    }
  }
  @media (max-width: 479px) {
    .edge {
      margin-inline: 0;
    }
  }
`;

/** The person, the accounts, menus and dialogs; adopted when they are loaded. */
export const accessWorkStyles = [fieldStyles, menuStyles, calloutStyles, confirmStyles, jobStyles, work].flat(
  Infinity,
) as CSSResult[];
