import { css } from 'lit';
import { iconStyles } from './icon.js';
import { spinnerStyles } from './spinner.js';

/**
 * Buttons: `.button`, with `.primary`, `.danger` (filled, only in the confirming dialog), `.ghost`, `.quiet-danger`
 * or `.icon-button`; `.small` inside rows. Busy: class `busy`, a `.spinner` before the label, `aria-disabled`.
 * Disabled is `aria-disabled`, still focusable, with its reason beside it (visual.md 4).
 */
const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_control);
    padding: calc(6px * var(--_density)) 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    color: var(--_text);
    font-weight: 500;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 100ms,
      border-color 100ms;
  }
  .button:hover {
    background: color-mix(in oklab, var(--_text) 6%, var(--_raised));
    border-color: var(--_line-hover);
  }
  .button:active {
    background: color-mix(in oklab, var(--_text) 12%, var(--_raised));
  }
  .button.small {
    min-block-size: var(--_control-small);
    padding-block: calc(3px * var(--_density));
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_accent-text);
  }
  .button.primary:hover {
    background: var(--_accent-hover);
  }
  .button.primary:active {
    background: var(--_accent-active);
  }
  .button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_danger-text);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--_danger) 86%, var(--_text));
  }
  .button.danger:active {
    background: color-mix(in oklab, var(--_danger) 74%, var(--_text));
  }
  .button.quiet-danger {
    color: var(--_danger);
  }
  .button.ghost,
  .button.icon-button {
    border-color: transparent;
    background: transparent;
  }
  .button.ghost:hover,
  .button.icon-button:hover {
    background: var(--_hover);
  }
  .button.ghost:active,
  .button.icon-button:active {
    background: var(--_active);
  }
  .button.icon-button {
    inline-size: var(--_control-small);
    min-block-size: var(--_control-small);
    padding: 0;
    color: var(--_muted);
  }
  .button.icon-button:hover {
    color: var(--_text);
  }
  /* The submit button of a dialog is as wide busy as at rest: spinner and gap take the place of padding. */
  .button.submit {
    padding-inline: 24px;
  }
  .button.submit.busy {
    padding-inline: calc(24px - (16 * var(--_u) + 2 * var(--_space)) / 2);
  }
  .button.busy {
    cursor: progress;
  }
  .button[aria-disabled='true']:not(.busy) {
    border-color: var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    cursor: not-allowed;
  }
  .button.ghost[aria-disabled='true'],
  .button.icon-button[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  @media (pointer: coarse) {
    .button.icon-button {
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .button.ghost,
    .button.icon-button,
    .button.primary,
    .button.danger {
      border-color: ButtonText;
    }
    .button.primary,
    .button.danger {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
    .button[aria-disabled='true']:not(.busy) {
      forced-color-adjust: auto;
      border-color: GrayText;
      background: ButtonFace;
      color: GrayText;
    }
  }
`;

export const buttonStyles = [iconStyles, spinnerStyles, button];
