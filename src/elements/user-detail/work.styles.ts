import { css, type CSSResult } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { badgeStyles } from '../../styles/badge.js';
import { calloutStyles } from '../../styles/callout.js';
import { fieldStyles } from '../../styles/field.js';
import { linkStyles } from '../../styles/link.js';
import { historyStyles } from '../shared/history.styles.js';
import { roleDetailsStyles } from '../shared/role-details.styles.js';
import { actingStyles } from '../shared/roster/acting.styles.js';

const work = css`
  /* The sentence stands beside its icon, the ways on below. */
  .told .note-text > .icon + span {
    flex: 1 1 calc(100% - 32px);
  }
  .identity,
  .section {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    padding: 20px var(--_pad);
  }
  .section {
    border-block-start: 1px solid var(--_border);
  }
  .identity {
    gap: 16px;
  }
  .who {
    display: flex;
    gap: 16px;
    align-items: center;
    min-inline-size: 0;
  }
  .who > .lines {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .avatar.large {
    inline-size: calc(56 * var(--_u));
    block-size: calc(56 * var(--_u));
    font-size: calc(18 * var(--_u));
  }
  .person-name > .badge {
    vertical-align: middle;
  }
  .person-name .hidden-mark {
    color: var(--_warning);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(130 * var(--_u)), 1fr));
    gap: 12px 24px;
    margin: 0;
  }
  .facts dt {
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
  }
  .facts dd {
    margin: 0;
    font-weight: 500;
  }
  .facts dd > .secondary {
    display: block;
    font-weight: 400;
  }
  .state-line {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .stale,
  .transfer {
    margin: 0 var(--_pad) 20px;
  }
  .transfer > .button {
    align-self: center;
  }
  .role-line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .role-name {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    font-weight: 500;
  }
  .role-details thead th + th {
    inline-size: 30%;
  }
  .sources {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sources > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
  }
  .sources > li > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    padding-block: 8px;
  }
  .act > .act-text {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .act h4 {
    margin: 0;
    font-size: inherit;
  }
  .section .entry {
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding-inline: 0;
  }
  .section .entry:last-child {
    border-block-end: 0;
  }
  .section.history {
    justify-items: start;
  }
  .section.history > * {
    inline-size: 100%;
  }
  .section.history > .button {
    inline-size: auto;
  }
  .entries[hidden] {
    display: none;
  }
  .skeleton.name-bar {
    inline-size: 10em;
  }
  .skeleton.round {
    inline-size: calc(56 * var(--_u));
    block-size: calc(56 * var(--_u));
  }
  /* A page: what is asked most often beside what is read. */
  @container cc-panel (min-width: 860px) {
    .page-body {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      border-block-start: 1px solid var(--_border);
    }
    .page-body > .column + .column {
      border-inline-start: 1px solid var(--_border);
    }
    .page-body > .column > .section:first-child {
      border-block-start: 0;
    }
  }
  @container cc-panel (max-width: 479px) {
    .section .entry {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .act > .button,
    .transfer > .button {
      flex: 1 1 100%;
    }
  }
`;

export const detailWorkStyles = [
  avatarStyles,
  badgeStyles,
  calloutStyles,
  fieldStyles,
  linkStyles,
  roleDetailsStyles,
  historyStyles,
  actingStyles,
  work,
].flat(Infinity) as CSSResult[];
