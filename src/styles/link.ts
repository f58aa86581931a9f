import { css } from 'lit';

/** Links in running text, and buttons that look like one (`.link`). */
export const linkStyles = css`
  .link {
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: var(--_link);
    font-weight: 500;
    text-decoration: underline 1px;
    text-decoration-color: color-mix(in oklab, currentColor 45%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-thickness: 2px;
    text-decoration-color: currentColor;
  }
  .link:active {
    color: var(--_text);
  }
  .link[aria-disabled='true'] {
    color: var(--_muted);
    text-decoration: none;
    cursor: not-allowed;
  }
  .link.plain {
    text-decoration: none;
  }
  .link.plain:hover {
    text-decoration: underline 1px;
  }
`;
