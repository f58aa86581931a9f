import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { badgeStyles } from '../../styles/badge.js';
import { calloutStyles } from '../../styles/callout.js';
import { listFrameStyles } from '../../styles/list.js';
import { cardStyles } from './cards.styles.js';
import { rowStateStyles } from './row-states.styles.js';
import { rowStyles } from './rows.styles.js';

const frame = css`
  .account {
    display: flex;
    overflow: hidden;
    color: var(--_muted);
  }
  .account > bdi {
    flex: 0 1 auto;
    min-inline-size: 3em;
  }
  .account > span {
    flex: none;
  }
  .head-end > .meter {
    flex: none;
  }
  .limit {
    position: relative;
    margin: 12px var(--_pad) 0;
  }
  .limit > .link {
    display: inline-flex;
    flex: none;
    gap: 4px;
    align-items: center;
    white-space: nowrap;
  }
  /* The notch points at the button that the sentence is about. */
  .limit.notched::before {
    content: '';
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: 70px;
    inline-size: 10px;
    block-size: 10px;
    border: inherit;
    border-width: 1px 0 0 1px;
    background: linear-gradient(
      135deg,
      color-mix(in oklab, var(--_warning) 8%, var(--_surface)) 50%,
      transparent 50%
    );
    rotate: 45deg;
  }
  .toolbar-end {
    display: flex;
    gap: 12px;
    align-items: center;
    margin-inline-start: auto;
  }
  .search > .clear {
    margin-block: -2px;
  }
  .toolbar.bare {
    padding: 0;
  }
  .dock,
  .head-end > .live {
    display: none;
  }
  .reference {
    margin-block-start: 12px;
    font-family: var(--_font-mono);
    user-select: all;
  }
  @container cc-panel (max-width: 479px) {
    .account {
      display: block;
    }
    .account > * {
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .panel-head > .titles {
      flex-basis: 100%;
    }
    .head-end {
      flex-wrap: wrap;
      gap: 4px 16px;
      min-inline-size: 0;
    }
    .head-end > .meter {
      flex: 0 1 auto;
      min-inline-size: 0;
    }
    .head-end > .live {
      display: flex;
      white-space: normal;
    }
    .toolbar-end > .live {
      display: none;
    }
    .toolbar-end {
      display: contents;
    }
    .head-end > :is(.add, .rule) {
      display: none;
    }
    .limit.notched::before {
      display: none;
    }
    .dock {
      display: block;
      position: sticky;
      inset-block-end: 0;
      padding: 12px var(--_pad) max(12px, env(safe-area-inset-bottom));
      border-block-start: 1px solid var(--_border);
      border-radius: 0 0 var(--_radius-panel) var(--_radius-panel);
      background: var(--_surface);
    }
    .dock > .button {
      inline-size: 100%;
      min-block-size: 44px;
    }
  }
`;

// The list's ground comes last of what is shared: of a sheet named twice the last place counts.
export const userRosterStyles = [
  calloutStyles,
  avatarStyles,
  badgeStyles,
  listFrameStyles,
  frame,
  rowStyles,
  rowStateStyles,
  cardStyles,
];
