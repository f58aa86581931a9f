import { css } from 'lit';

/** How high one long list of accounts is, and its rows. */
export const windowStyles = css`
  .table-box.windowed {
    --_list-height: var(--cc-account-list-list-height, min(640px, 70vh));
    --_row-height: var(--cc-account-list-row-height, max(var(--_least), calc(46 * var(--_u))));
  }
`;
