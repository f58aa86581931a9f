import { css } from 'lit';

/** Rows of the real height, before the real ones. */
export const skeletonRowStyles = css`
  .skeletons > .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1.75fr) calc(178 * var(--_u)) minmax(0, 1fr);
    gap: 16px;
    align-items: center;
    block-size: var(--cc-user-roster-row-height, var(--_row));
    padding-inline: var(--_pad);
    border-block-end: 1px solid var(--_border);
    pointer-events: none;
  }
  .skeletons .lines {
    display: grid;
    gap: 10px;
  }
  .skeletons .skeleton {
    inline-size: 70%;
  }
  .skeletons .skeleton.round {
    inline-size: calc(32 * var(--_u));
  }
  .skeletons .skeleton.middle {
    inline-size: 50%;
  }
  .skeletons .skeleton.short {
    inline-size: 35%;
  }
  @container cc-panel (max-width: 479px) {
    .skeletons > .line {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
      block-size: calc(132 * var(--_u));
      padding-block: 14px;
    }
    .skeletons > .line > .skeleton:not(.round) {
      display: none;
    }
  }
`;
