import { css } from 'lit';
import { hostStyles } from '../../styles/host.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { typeStyles } from '../../styles/type.js';

const accountLinks = css`
  .panel {
    max-inline-size: var(--cc-account-links-width, 720px);
    margin-inline: auto;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    padding: 20px 24px 24px;
    overflow-wrap: anywhere;
  }
`;

/** What the first picture needs; the rest comes with the links. */
export const accountLinksStyles = [hostStyles, typeStyles, panelStyles, skeletonStyles, accountLinks];
