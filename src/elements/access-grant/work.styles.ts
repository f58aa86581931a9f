import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { checkStyles } from '../../styles/check.js';
import { dialogStyles } from '../../styles/dialog.js';
import { fieldStyles } from '../../styles/field.js';
import { linkStyles } from '../../styles/link.js';
import { jobStyles } from '../shared/jobs/jobs.styles.js';

const work = css`
  .grant {
    --_dialog-width: var(--cc-access-grant-width, 672px);
  }
  .title:focus {
    outline: none;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    color: var(--_muted);
  }
  .steps > li {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .step-number {
    display: grid;
    place-content: center;
    inline-size: calc(20 * var(--_u));
    block-size: calc(20 * var(--_u));
    border: 1px solid var(--_border-strong);
    border-radius: 50%;
    font-size: calc(12 * var(--_u));
  }
  .steps > [aria-current] {
    color: var(--_text);
    font-weight: 500;
  }
  .steps > [aria-current] > .step-number {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_accent-text);
  }
  .fields > .role-note {
    grid-column: 1 / -1;
    margin-block-start: -8px;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 16px;
    align-items: start;
  }
  .field-box > .avatar.small {
    margin-block: -2px;
  }
  .person-field {
    position: relative;
  }
  .people {
    position: absolute;
    inset-block-start: calc(26 * var(--_u) + var(--_control) + 4px);
    inset-inline: 0;
    z-index: 2;
    max-block-size: 280px;
    padding: 6px;
    overflow: auto;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .people > li {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: var(--_control);
    padding: 6px 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .people > li:is(:hover, .active) {
    background: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .person-lines {
    display: grid;
    min-inline-size: 0;
  }
  .person-lines > * {
    justify-self: start;
    max-inline-size: 100%;
  }
  .lines {
    display: grid;
    gap: 8px;
  }
  .line {
    display: flex;
    gap: 10px;
    align-items: start;
    min-block-size: 24px;
    cursor: pointer;
  }
  .line > input {
    margin-block-start: calc(2 * var(--_u));
  }
  .accounts {
    display: grid;
    gap: 10px;
  }
  .accounts-head,
  .picker-head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }
  .accounts-head > h3 {
    font-size: inherit;
  }
  .grow {
    flex: 1;
  }
  .picker {
    display: grid;
    gap: 10px;
    padding: 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .picker-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .picker-search {
    flex: 1 1 14em;
  }
  .picker-filter {
    flex: 0 1 auto;
  }
  .picker-head > .numbers {
    margin-inline-start: auto;
  }
  .picker-list {
    max-block-size: calc(240 * var(--_u));
    overflow: auto;
    overscroll-behavior: contain;
    border-block: 1px solid var(--_border);
  }
  .picker-list > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .picker-none {
    padding-block: 12px;
  }
  .pick {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 12px;
    align-items: center;
    min-block-size: calc(40px * var(--_density));
    padding-inline: 4px 8px;
    cursor: pointer;
  }
  .pick:hover {
    background: var(--_hover);
  }
  .full {
    color: var(--_warning);
  }
  .disclosure > .field {
    margin-block-start: 8px;
  }
  .row-role {
    padding-block: 2px;
    font-size: calc(13 * var(--_u));
  }
  .button.small {
    padding-inline: 10px;
  }
  .summary {
    display: grid;
    gap: 8px;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    border-block-end: 1px solid var(--_border);
  }
  .tab {
    padding: 8px 2px;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_muted);
    white-space: nowrap;
    cursor: pointer;
  }
  .tab:hover {
    color: var(--_text);
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .tab[aria-selected='true'] {
    border-color: var(--_edge);
    color: var(--_text);
    font-weight: 500;
  }
  .results {
    display: grid;
    gap: 20px;
  }
  .edge {
    margin-inline-start: -12px;
  }
  @media (max-width: 559px) {
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 479px) {
    .edge {
      margin-inline: 0;
    }
    .row-role {
      max-inline-size: 9em;
    }
  }
  @media (forced-colors: active) {
    .people > .active,
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;

/** The dialog and all that stands in it; adopted when they are loaded. */
export const grantWorkStyles = [
  fieldStyles,
  checkStyles,
  linkStyles,
  calloutStyles,
  dialogStyles,
  jobStyles,
  work,
].flat(Infinity) as CSSResult[];
