import { css } from 'lit';
import { iconStyles } from './icon.js';

/** Initials in a circle; `.pending` is the dashed one of somebody who is invited. */
const avatar = css`
  .avatar {
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: calc(32 * var(--_u));
    block-size: calc(32 * var(--_u));
    border: 1px solid transparent;
    border-radius: 50%;
    background: color-mix(in oklab, var(--_text) 10%, transparent);
    color: var(--_text);
    font-size: calc(11 * var(--_u));
    font-weight: 600;
    letter-spacing: 0.02em;
    line-height: 1;
  }
  .avatar.pending {
    border: 1px dashed var(--_border-strong);
    background: transparent;
    color: var(--_muted);
  }
  .avatar.small {
    inline-size: calc(24 * var(--_u));
    block-size: calc(24 * var(--_u));
    font-size: calc(10 * var(--_u));
  }
`;

export const avatarStyles = [iconStyles, avatar];
