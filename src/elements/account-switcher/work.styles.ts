import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { fieldStyles } from '../../styles/field.js';
import { popoverStyles } from '../../styles/popover.js';
import { skeletonStyles } from '../../styles/skeleton.js';

const work = css`
  .panel {
    --_option: round(calc(48px * var(--_density)), 4px);
    inline-size: var(--cc-account-switcher-list-width, calc(340 * var(--_u)));
  }
  .panel.popover {
    max-block-size: min(80vh, calc(520 * var(--_u)));
    padding: 0;
    overflow: hidden;
  }
  .panel.popover:popover-open {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }
  .panel.inline {
    display: grid;
    max-inline-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .top {
    display: grid;
    gap: 8px;
    padding: 10px;
    border-block-end: 1px solid var(--_border);
  }
  .top > .field-box > .icon {
    color: var(--_muted);
  }
  .list {
    max-block-size: min(60vh, calc(400 * var(--_u)));
    padding: 4px 6px 6px;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
  }
  .group-head {
    padding: 10px 10px 4px;
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 500;
    line-height: calc(16 / 12);
  }
  .window {
    padding-block: var(--_before, 0) var(--_after, 0);
  }
  .option {
    display: flex;
    gap: 10px;
    align-items: center;
    block-size: var(--_option);
    padding-inline: 10px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .option .lines {
    flex: 1;
    min-inline-size: 0;
  }
  .option .lines > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .option .name {
    font-weight: 500;
  }
  .option:hover {
    background: var(--_hover);
  }
  .option.active {
    background: color-mix(in oklab, var(--_text) 8%, transparent);
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  .option > .icon {
    color: var(--_link);
  }
  .message {
    display: grid;
    gap: 4px;
    justify-items: start;
    padding: 16px;
  }
  .foot {
    display: flow-root;
  }
  .foot > slot::slotted(*) {
    display: block;
    padding: 10px 16px;
    border-block-start: 1px solid var(--_border);
  }
  .elsewhere {
    margin-block-start: 8px;
    max-inline-size: calc(420 * var(--_u));
  }
  .elsewhere > .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    flex-basis: 100%;
  }
  @media (max-width: 479px) {
    .panel.popover.sheet {
      inline-size: auto;
      padding: 0 0 env(safe-area-inset-bottom);
    }
  }
  @media (pointer: coarse) {
    .panel {
      --_option: round(calc(56px * var(--_density)), 4px);
    }
  }
  @media (forced-colors: active) {
    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

export const switcherWorkStyles = [calloutStyles, fieldStyles, popoverStyles, skeletonStyles, work].flat(
  Infinity,
) as CSSResult[];
