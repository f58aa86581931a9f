import { css } from 'lit';
import { hostStyles } from '../../styles/host.js';
import { iconStyles } from '../../styles/icon.js';
import { panelStyles } from '../../styles/panel.js';
import { typeStyles } from '../../styles/type.js';

const matrix = css`
  .panel-head {
    align-items: center;
  }
  .switch {
    display: flex;
    padding: 2px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
  }
  .choice {
    position: relative;
    cursor: pointer;
  }
  .choice > input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice > span {
    display: grid;
    place-content: center;
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: 12px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius-control) - 2px);
    color: var(--_muted);
    font-weight: 500;
  }
  .choice > input:checked + span {
    border-color: var(--_line);
    background: var(--_raised);
    color: var(--_text);
  }
  .choice > input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .matrix {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    border-block: 1px solid var(--_border);
  }
  .matrix :is(th, td) {
    block-size: var(--cc-role-matrix-cell-size, round(calc(38px * var(--_density)), 2px));
    padding: 4px 8px;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .matrix tbody > tr:last-child > *,
  .matrix .closed {
    border-block-end: 0;
  }
  .matrix tr > th:first-child:is([scope='row'], .group > *) {
    padding-inline-start: 24px;
    text-align: start;
  }
  .matrix .corner {
    inline-size: 30%;
  }
  .matrix .start {
    border-inline-start: 1px solid var(--_border);
  }
  .matrix .scope {
    background: var(--_sunken);
    font-weight: 600;
  }
  .with-icon {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .matrix .role {
    block-size: calc(56 * var(--_u));
    font-weight: 500;
  }
  .matrix .role.off {
    color: var(--_muted);
  }
  .matrix .group > th {
    background: var(--_sunken);
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 600;
  }
  .matrix .highlighted {
    background: var(--_tint);
  }
  .matrix :is(td, .role).pointed:not(.closed),
  .matrix .task:hover > :not(.closed) {
    background: var(--_hover);
  }
  .matrix .task > td {
    font-size: calc(13 * var(--_u));
  }
  .matrix .closed {
    padding: 14px;
    background: var(--_sunken);
    text-align: start;
    vertical-align: top;
    border-inline-start: 1px solid var(--_border);
  }
  .closed > :is(.icon, strong) {
    display: block;
    font-weight: 500;
  }
  .icon {
    vertical-align: -3px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    align-items: center;
    padding: 14px 24px;
    color: var(--_muted);
  }
  .legend {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .owner {
    margin-inline-start: auto;
  }
  @container cc-panel (max-width: 479px) {
    .matrix :is(th, td) {
      padding-inline: 4px;
      font-size: calc(13 * var(--_u));
    }
    .matrix tr > th:first-child:is([scope='row'], .group > *) {
      padding-inline-start: 16px;
    }
    .matrix .closed {
      padding: 8px 6px;
    }
    .foot {
      padding-inline: 16px;
    }
    .owner {
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .choice > input:checked + span {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .matrix .highlighted {
      border-inline: 2px solid Highlight;
    }
  }
`;

export const roleMatrixStyles = [hostStyles, typeStyles, iconStyles, panelStyles, matrix];
