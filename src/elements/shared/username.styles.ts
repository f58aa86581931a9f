import { css } from 'lit';

/** For `availability` and `suggestions`. */
export const usernameStyles = css`
  .availability {
    display: inline-flex;
    flex: none;
    gap: 4px;
    align-items: center;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
  }
  .availability.free {
    color: var(--_success);
  }
  .availability.refused {
    color: var(--_danger);
  }
  .suggestions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
    margin-block-start: -8px;
  }
`;
