import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { checkStyles } from '../../styles/check.js';
import { codeFieldStyles } from '../../styles/code-field.js';
import { confirmStyles } from '../../styles/confirm.js';
import { fieldStyles } from '../../styles/field.js';

const work = css`
  h3 {
    font-size: inherit;
  }
  .part {
    display: grid;
    gap: 12px;
  }
  .part + .part {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_border);
  }
  .factor {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .factor > .what {
    display: grid;
    flex: 1 1 12em;
    gap: 2px;
    min-inline-size: 0;
  }
  .state-word {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .state-word > .icon.success {
    color: var(--_success);
  }
  .state-word > .icon.warning {
    color: var(--_warning);
  }
  .row-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    color: var(--_muted);
    counter-reset: step;
  }
  .steps > li {
    display: inline-flex;
    gap: 6px;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step) '.';
  }
  .steps > [aria-current] {
    color: var(--_text);
    font-weight: 500;
  }
  .scan {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 20px;
    align-items: center;
  }
  .qr {
    --_qr: var(--cc-mfa-setup-qr-size, 172px);
    display: grid;
    box-sizing: border-box;
    inline-size: var(--_qr);
    max-inline-size: 100%;
    aspect-ratio: 1;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: #fff;
    color: #000;
    forced-color-adjust: none;
  }
  .qr > svg {
    inline-size: 100%;
    block-size: 100%;
  }
  .qr > .spinner {
    place-self: center;
  }
  .scan-text {
    display: grid;
    gap: 6px;
  }
  .key-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .key {
    flex: 1 1 14em;
    min-inline-size: 0;
    block-size: auto;
    padding: 7px var(--_pad-field);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    font-family: var(--_font-mono);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .codes {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .codes > ol {
    display: grid;
    grid-template-columns: 1fr;
    gap: 10px 16px;
    padding: 16px 20px;
    background: var(--_sunken);
    direction: ltr;
    font-family: var(--_font-mono);
    font-variant-numeric: tabular-nums;
    user-select: text;
  }
  .codes > ol > li {
    display: grid;
    grid-template-columns: 1.6em auto;
    gap: 12px;
    justify-content: start;
  }
  .codes .number {
    color: var(--_muted);
    text-align: end;
    user-select: none;
  }
  .code-actions {
    display: flex;
    flex-wrap: wrap;
    border-block-start: 1px solid var(--_line);
  }
  .code-actions > .button {
    flex: 1 1 auto;
    border: 0;
    border-radius: 0;
    outline-offset: -2px;
    overflow-wrap: normal;
  }
  .code-actions > .button + .button {
    border-inline-start: 1px solid var(--_line);
  }
  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 10px;
    align-items: center;
  }
  .tick > label {
    cursor: pointer;
  }
  .tick > .field-error {
    grid-column: 2;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: space-between;
    margin: 4px -24px 0;
    padding: 20px 24px 0;
    border-block-start: 1px solid var(--_border);
  }
  .foot > .button.primary {
    margin-inline-start: auto;
  }
  @container cc-card (min-width: 480px) {
    .codes > ol {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container cc-card (max-width: 399px) {
    .scan {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    .scan-text {
      text-align: center;
    }
  }
  @container cc-card (max-width: 359px) {
    .foot {
      margin-inline: -16px;
      padding-inline: 16px;
    }
    .foot > .button {
      flex: 1 1 100%;
    }
    .foot > .button.primary {
      order: -1;
    }
  }
`;

export const setupWorkStyles = [
  fieldStyles,
  checkStyles,
  calloutStyles,
  codeFieldStyles,
  confirmStyles,
  work,
].flat(Infinity) as CSSResult[];
