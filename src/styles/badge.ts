import { css } from 'lit';

/** A short word in a box, such as "You". */
export const badgeStyles = css`
  .badge {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-badge);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 500;
    line-height: calc(18 / 12);
    white-space: nowrap;
  }
`;
