import { css, type CSSResult } from 'lit';
import { badgeStyles } from '../../styles/badge.js';
import { calloutStyles } from '../../styles/callout.js';
import { confirmStyles } from '../../styles/confirm.js';
import { fieldStyles } from '../../styles/field.js';

const work = css`
  h3 {
    font-size: inherit;
  }
  .devices {
    display: grid;
    gap: var(--cc-device-list-row-gap, 0);
  }
  .devices > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .devices > li > .icon {
    align-self: start;
    margin-block-start: 2px;
    color: var(--_muted);
  }
  .what {
    display: grid;
    flex: 1 1 12em;
    gap: 2px;
    min-inline-size: 0;
  }
  .device-name {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    font-weight: 500;
  }
`;

export const deviceWorkStyles = [badgeStyles, calloutStyles, fieldStyles, confirmStyles, work].flat(
  Infinity,
) as CSSResult[];
