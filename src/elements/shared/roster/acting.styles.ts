import { css, type CSSResult } from 'lit';
import { confirmStyles } from '../../../styles/confirm.js';
import { menuStyles } from '../../../styles/menu.js';

/** Menus, questions, somebody's access, and what is told under a row; adopted when they are loaded. */
const acting = css`
  .menu.roles {
    inline-size: calc(400 * var(--_u));
  }
  .menu-item.choice {
    padding-block: 8px;
  }
  .menu-item.explained {
    align-items: start;
  }
  .menu-item.explained > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .menu-item.danger[aria-disabled='true'] > .icon {
    color: var(--_muted);
  }
  .menu-item .reason {
    display: block;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
    text-wrap: pretty;
  }
  .menu-who {
    display: none;
  }
  .details {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 10px 24px;
  }
  .details > dt {
    color: var(--_muted);
  }
  .details > dd {
    overflow-wrap: anywhere;
  }
  .confirm .quiet {
    flex: none;
  }
  .view > .dialog-head {
    align-items: center;
  }
  .table .note > td {
    grid-column: 1 / -1;
    padding-block: 0 10px;
    padding-inline-start: calc(var(--_pad) + var(--_check, 0px) + 44 * var(--_u));
  }
  .note-text {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: start;
  }
  .note-text.danger {
    color: var(--_danger);
  }
  .note-text > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .note-text > .field-box {
    flex: 1 1 18em;
    max-inline-size: 36em;
    min-block-size: var(--_control-small);
    padding-block: 2px;
  }
  .note-text > .url-hint {
    flex-basis: 100%;
  }
  /* Where the menu is a sheet, laid out against the page. */
  @media (max-width: 479px) {
    .menu.roles {
      inline-size: auto;
    }
    .menu-who {
      display: block;
      margin-block-end: 6px;
      padding: 8px 10px 12px;
      border-block-end: 1px solid var(--_border);
    }
  }
`;

export const actingStyles = [confirmStyles, menuStyles, acting].flat(Infinity) as CSSResult[];
