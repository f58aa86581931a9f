import { css } from 'lit';

/** Native checkboxes and radios, drawn at 16 px; the platform's own where colours are forced. */
export const checkStyles = css`
  input:is([type='checkbox'], [type='radio']) {
    appearance: none;
    flex: none;
    display: grid;
    place-content: center;
    inline-size: round(calc(16 * var(--_u)), 2px);
    block-size: round(calc(16 * var(--_u)), 2px);
    border: 1px solid var(--_border-strong);
    background: var(--_raised);
    cursor: pointer;
    transition: border-color 100ms;
  }
  input[type='checkbox'] {
    border-radius: var(--_radius-check);
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input:is([type='checkbox'], [type='radio']):hover {
    border-color: var(--_text);
  }
  input:is([type='checkbox'], [type='radio']):is(:checked, :indeterminate) {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input[type='radio']:checked::before {
    content: '';
    inline-size: round(calc(6 * var(--_u)), 2px);
    block-size: round(calc(6 * var(--_u)), 2px);
    border-radius: 50%;
    background: var(--_accent-text);
  }
  input[type='checkbox']:checked::before {
    content: '';
    width: calc(5 * var(--_u));
    height: calc(9 * var(--_u));
    margin-block-end: calc(2 * var(--_u));
    border: solid var(--_accent-text);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  input[type='checkbox']:indeterminate::before {
    content: '';
    inline-size: calc(8 * var(--_u));
    block-size: 0;
    margin: 0;
    border: 0;
    border-block-start: 2px solid var(--_accent-text);
    rotate: none;
  }
  /* Radios without a choice match :indeterminate too. */
  input[type='radio']:indeterminate:not(:checked) {
    border-color: var(--_border-strong);
    background: var(--_raised);
  }
  input:is([type='checkbox'], [type='radio'])[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_sunken);
    cursor: not-allowed;
  }
  input:is([type='checkbox'], [type='radio'])[aria-disabled='true']:checked {
    background: var(--_muted);
  }
  input:is([type='checkbox'], [type='radio'])[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  @media (forced-colors: active) {
    input:is([type='checkbox'], [type='radio']) {
      appearance: auto;
    }
    input:is([type='checkbox'], [type='radio'])::before {
      content: none;
    }
  }
`;
