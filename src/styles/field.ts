import { css } from 'lit';
import { iconStyles } from './icon.js';

/**
 * A field: `.field` holds `.label`, `.field-box` with the input, then `.field-hint` or `.field-error`. The box
 * draws border and focus, so an input slotted from light DOM looks the same as one of our own.
 */
const field = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .label {
    font-weight: 500;
  }
  .field-box {
    --_b: 1px;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--_control);
    padding: calc(6px * var(--_density) - (var(--_b) - 1px)) calc(var(--_pad-field) - (var(--_b) - 1px));
    border: var(--_b) solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: text;
    transition: border-color 100ms;
  }
  .field-box:hover {
    border-color: var(--_muted);
  }
  .field-box:has(> :is(input, select, textarea):focus-visible),
  .credential:focus-within {
    border-color: var(--_edge);
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .field-box.invalid {
    --_b: 2px;
    border-color: var(--_danger);
  }
  .field-box.readonly {
    background: var(--_sunken);
  }
  .field-box.disabled {
    border-color: var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    cursor: not-allowed;
  }
  .field-box > :is(input, select, textarea) {
    flex: 1;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    outline: 0;
    background: transparent;
  }
  .field-box > input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .credential ::slotted(*) {
    flex: 1;
    min-inline-size: 0;
  }
  .credential ::slotted(input) {
    inline-size: 100% !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    box-shadow: none !important;
    background: transparent !important;
    color: inherit !important;
    font: inherit !important;
  }
  .field > slot[name$='-label']::slotted(*) {
    display: block;
    color: var(--_text);
    font-weight: 500;
  }
  .field-hint,
  .field-error {
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .field-hint {
    color: var(--_muted);
  }
  .field-error {
    color: var(--_danger);
  }
  div.field-error,
  p.field-error {
    display: flex;
    gap: 6px;
    align-items: start;
  }
  @media (pointer: coarse) {
    .field-box {
      font-size: max(16px, var(--_font-size));
    }
  }
  @media (forced-colors: active) {
    .field-box.disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

export const fieldStyles = [iconStyles, field];
