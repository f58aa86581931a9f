import { css } from 'lit';
import { iconStyles } from './icon.js';
import { popoverStyles } from './popover.js';

/** A menu of actions in a `.popover`: `.menu` with `.menu-item` and `.menu-line`. */
const menu = css`
  .menu {
    min-inline-size: calc(200 * var(--_u));
  }
  .menu-item {
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 6px 10px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .menu-item > .icon {
    color: var(--_muted);
  }
  .menu-item:is(:hover, :focus-visible) {
    background: color-mix(in oklab, var(--_text) 6%, transparent);
  }
  .menu-item:focus-visible {
    outline-offset: -2px;
  }
  .menu-item:active {
    background: var(--_active);
  }
  .menu-item.danger,
  .menu-item.danger > .icon {
    color: var(--_danger);
  }
  .menu-item[aria-disabled='true'] {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .menu-line {
    block-size: 1px;
    margin: 6px 0;
    border: 0;
    background: var(--_border);
  }
  @media (max-width: 479px) {
    .sheet .menu-item {
      min-block-size: 48px;
    }
  }
  @media (forced-colors: active) {
    .menu-item:is(:hover, :focus-visible) {
      border-color: Highlight;
    }
  }
`;

export const menuStyles = [iconStyles, popoverStyles, menu];
