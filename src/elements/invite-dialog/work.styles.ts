import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { chipStyles } from '../../styles/chip.js';
import { confirmStyles } from '../../styles/confirm.js';
import { dialogStyles } from '../../styles/dialog.js';
import { fieldStyles } from '../../styles/field.js';
import { roleDetailsStyles } from '../shared/role-details.styles.js';

const invite = css`
  .invite {
    --_dialog-width: var(--cc-invite-dialog-width, 560px);
    --_dialog-height: var(--cc-invite-dialog-max-height, 100vh);
  }
  .label-row {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    align-items: baseline;
    justify-content: space-between;
  }
  .aside {
    color: var(--_muted);
  }
  .danger {
    color: var(--_danger);
  }
  .addresses {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .address-box {
    flex-wrap: wrap;
    gap: 6px;
  }
  .address-box .chips {
    display: contents;
  }
  .address-box > input {
    flex: 1 1 12em;
  }
  .chip > .chip-text {
    display: inline-flex;
    flex: 0 1 auto;
    gap: 4px;
    align-items: center;
    justify-content: start;
    inline-size: auto;
    min-inline-size: 0;
    overflow: hidden;
  }
  .chip > .chip-text:hover {
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .told,
  .file-row + * {
    margin-block-start: 2px;
  }
  .told {
    display: grid;
    gap: 8px;
  }
  .told[hidden] {
    display: none;
  }
  .chip-role {
    font-size: calc(12 * var(--_u));
  }
  .conflict {
    position: relative;
    padding-block-start: 44px;
  }
  .conflict > .corner {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 14px;
  }
  .faults-title {
    margin-block-end: 8px;
    color: var(--_danger);
  }
  .fault,
  .result {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .fault > .icon,
  .result > .icon {
    align-self: start;
    margin-block-start: 2px;
  }
  .fault-text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .disclosure > summary {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    list-style: none;
  }
  .disclosure > summary::-webkit-details-marker {
    display: none;
  }
  .disclosure > summary::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border: solid currentColor;
    border-width: 1.5px 1.5px 0 0;
    rotate: 45deg;
    transition: rotate 100ms;
  }
  .disclosure:dir(rtl) > summary::before {
    rotate: -135deg;
  }
  .disclosure[open] > summary::before {
    rotate: 135deg;
  }
  .disclosure[open] > summary {
    margin-block-end: 10px;
  }
  textarea {
    resize: vertical;
  }
  .result-head {
    grid-template-columns: auto 1fr auto;
  }
  .result-head > .icon-button {
    grid-area: 1 / 3;
  }
  .result-icon {
    display: grid;
    place-content: center;
    inline-size: 40px;
    block-size: 40px;
    border: 1px solid color-mix(in oklab, var(--_success) 36%, transparent);
    border-radius: 50%;
    background: color-mix(in oklab, var(--_success) 8%, transparent);
  }
  .result-icon.warning {
    border-color: color-mix(in oklab, var(--_warning) 36%, transparent);
    background: color-mix(in oklab, var(--_warning) 8%, transparent);
  }
  .result-words {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .result-words > .title:focus {
    outline: none;
  }
  .url-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .url-row > .field-box {
    flex: 1 1 14em;
  }
  .copied {
    color: var(--_success);
  }
  .results {
    padding-inline: 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .result:first-child {
    border-block-start: 0;
  }
  .grow {
    flex: 1;
  }
  .edge {
    margin-inline-start: -12px;
  }
  .invite .dialog-head > .icon-button {
    align-self: start;
  }
  @media (max-width: 479px) {
    .edge {
      margin-inline: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .disclosure > summary::before {
      transition: none;
    }
  }
`;

/** The dialog and all that stands in it; adopted when they are loaded. */
export const inviteWorkStyles = [
  fieldStyles,
  chipStyles,
  calloutStyles,
  dialogStyles,
  confirmStyles,
  roleDetailsStyles,
  invite,
].flat(Infinity) as CSSResult[];
