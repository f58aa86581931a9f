import { css } from 'lit';
import { badgeStyles } from '../../styles/badge.js';
import { buttonStyles } from '../../styles/button.js';
import { calloutStyles } from '../../styles/callout.js';
import { fieldStyles } from '../../styles/field.js';
import { hostStyles } from '../../styles/host.js';
import { radioCardStyles } from '../../styles/radio-card.js';
import { spinnerStyles } from '../../styles/spinner.js';
import { typeStyles } from '../../styles/type.js';
import { usernameStyles } from '../shared/username.styles.js';

const conflict = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    max-inline-size: var(--cc-username-conflict-width, 560px);
    overflow-wrap: anywhere;
  }
  .fields,
  .card-head {
    display: grid;
    gap: 4px;
  }
  .fields {
    gap: 20px;
  }
  .card-head > .title:focus {
    outline: none;
  }
  .card-head > p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .card-foot {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .comparison {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .comparison > li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 14px;
  }
  .comparison > li + li {
    border-block-start: 1px solid var(--_border);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 500;
  }
  .cards.invalid + .field-error {
    margin-block-start: 8px;
  }
  .card-more {
    grid-column: 2;
    margin-block-start: 10px;
    cursor: auto;
  }
  .card-more .suggestions {
    margin-block-start: 2px;
  }
  .steps {
    display: grid;
    gap: 14px;
  }
  .step {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 12px;
  }
  .disc {
    display: grid;
    grid-row: span 2;
    place-content: center;
    inline-size: calc(26 * var(--_u));
    block-size: calc(26 * var(--_u));
    border: 1px solid var(--_line);
    border-radius: 50%;
    font-weight: 600;
    font-size: calc(12 * var(--_u));
  }
  .step.current > .disc {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_accent-text);
  }
  .step.over > .disc {
    color: var(--_success);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block-start: 4px;
  }
  .actions > .grow {
    flex: 1;
  }
`;

export const usernameConflictStyles = [hostStyles, spinnerStyles];

/** Everything that `views.ts` draws with; comes with it. */
export const conflictStyles = [
  typeStyles,
  fieldStyles,
  buttonStyles,
  radioCardStyles,
  calloutStyles,
  badgeStyles,
  usernameStyles,
  conflict,
];
