import { css } from 'lit';
import { iconStyles } from './icon.js';

/** A typed value in a field, with a button to take it out; `.danger` and `.warning` say what is wrong. */
const chip = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .chip {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline: 8px 2px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-badge);
    background: color-mix(in oklab, var(--_text) 6%, transparent);
    font-size: calc(13 * var(--_u));
  }
  .chip.warning {
    border-color: var(--_warning);
    background: color-mix(in oklab, var(--_warning) 8%, transparent);
    color: var(--_warning);
  }
  .chip.danger {
    border-color: var(--_danger);
    background: color-mix(in oklab, var(--_danger) 7%, transparent);
    color: var(--_danger);
  }
  .chip > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip > button {
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-badge);
    background: transparent;
    cursor: pointer;
  }
  .chip > button:hover {
    background: var(--_active);
  }
  @media (pointer: coarse) {
    .chip > button {
      inline-size: 44px;
      block-size: 44px;
    }
  }
`;

export const chipStyles = [iconStyles, chip];
