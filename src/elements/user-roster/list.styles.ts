import { css, type CSSResult } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { badgeStyles } from '../../styles/badge.js';
import { listBodyStyles } from '../../styles/list.js';
import { cardStyles } from './cards.styles.js';
import { rowStateStyles } from './row-states.styles.js';
import { rowStyles } from './rows.styles.js';

/** Where the toolbar stands in the frame. */
const place = css`
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
  .footer > .export {
    margin-block: -4px;
    padding-inline: 8px;
    white-space: nowrap;
  }
  .reference {
    margin-block-start: 12px;
    font-family: var(--_font-mono);
    user-select: all;
  }
  .filter {
    white-space: nowrap;
  }
  @container cc-panel (min-width: 720px) {
    .toolbar {
      flex-wrap: wrap;
    }
  }
  @container cc-panel (min-width: 720px) and (max-width: 1039px) {
    .search {
      flex-basis: calc(160 * var(--_u));
      flex-grow: 1;
    }
  }
  @container cc-panel (max-width: 479px) {
    .toolbar-end > .live {
      display: none;
    }
    .toolbar-end {
      display: contents;
    }
    .footer {
      flex-wrap: wrap;
    }
  }
`;

/** Toolbar, rows, and what stands in their place; adopted when they are loaded. */
export const rosterListStyles = [
  avatarStyles,
  badgeStyles,
  listBodyStyles,
  place,
  rowStyles,
  rowStateStyles,
  cardStyles,
].flat(Infinity) as CSSResult[];
