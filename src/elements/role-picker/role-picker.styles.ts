import { css } from 'lit';
import { buttonStyles } from '../../styles/button.js';
import { fieldStyles } from '../../styles/field.js';
import { hostStyles } from '../../styles/host.js';
import { linkStyles } from '../../styles/link.js';
import { radioCardStyles } from '../../styles/radio-card.js';
import { skeletonStyles } from '../../styles/skeleton.js';

const picker = css`
  .cards {
    gap: var(--cc-role-picker-option-gap, 8px);
  }
  legend {
    margin-block-end: 6px;
    padding: 0;
  }
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
    margin-block-start: 12px;
    padding-inline: 2px;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .note > .icon {
    margin-block-start: 1px;
  }
  .note ::slotted(a) {
    color: var(--_link);
    font-weight: 500;
    text-underline-offset: 3px;
  }
  .field-error {
    margin-block-start: 8px;
  }
  .placeholder {
    display: grid;
    gap: 8px;
    padding: 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .placeholder > :first-child {
    inline-size: 8em;
  }
`;

export const rolePickerStyles = [
  hostStyles,
  fieldStyles,
  radioCardStyles,
  linkStyles,
  buttonStyles,
  skeletonStyles,
  picker,
];
