import { css } from 'lit';

/** How high one long list of people is, and its rows. */
export const windowStyles = css`
  .table-box.windowed {
    --_list-height: var(--cc-user-roster-list-height, min(640px, 70vh));
    --_row-height: var(--cc-user-roster-row-height, var(--_row));
  }
`;
