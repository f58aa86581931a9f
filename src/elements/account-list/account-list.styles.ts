import { css } from 'lit';
import { listHeadStyles } from '../../styles/list-head.js';

/** Rows of the real height, before the real ones. */
const skeletons = css`
  .skeletons > .line {
    display: grid;
    grid-template-columns: calc(32 * var(--_u)) minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    min-block-size: round(calc(48px * var(--_density)), 4px);
    padding-inline: var(--_pad);
    border-block-end: 1px solid var(--_border);
  }
  .skeleton.square {
    inline-size: calc(32 * var(--_u));
    block-size: calc(32 * var(--_u));
    border-radius: var(--_radius-control);
  }
  .skeletons .wide {
    inline-size: 90%;
  }
  .skeletons .middle {
    inline-size: 70%;
  }
  .skeletons .short {
    inline-size: 50%;
  }
`;

export const accountListStyles = [listHeadStyles, skeletons];
