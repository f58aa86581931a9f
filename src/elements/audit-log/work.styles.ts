import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { listBodyStyles } from '../../styles/list.js';
import { menuStyles } from '../../styles/menu.js';
import { historyStyles } from '../shared/history.styles.js';

const work = css`
  .panel-head {
    flex-wrap: wrap;
  }
  .panel-head > .titles {
    flex: 1 1 14em;
  }
  .toolbar {
    flex-wrap: wrap;
    padding-block-end: 16px;
  }
  /* Few filters: each stays a button of its own in every width. */
  .toolbar > .filter {
    display: inline-flex;
    max-inline-size: 100%;
  }
  .day-field {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .field-error.order {
    padding: 0 var(--_pad) 12px;
  }
  .news {
    margin: 0 var(--_pad) 12px;
  }
  .body {
    border-block-start: 1px solid var(--_border);
  }
  .entries {
    gap: var(--cc-audit-log-entry-gap, 0);
  }
  .footer > .button:last-child {
    margin-inline-start: auto;
  }
  .export-error {
    padding: 8px var(--_pad) 0;
  }
  @container cc-panel (max-width: 479px) {
    .day-field {
      flex: 1 1 100%;
      justify-content: space-between;
    }
  }
`;

export const auditWorkStyles = [calloutStyles, listBodyStyles, menuStyles, historyStyles, work].flat(
  Infinity,
) as CSSResult[];
