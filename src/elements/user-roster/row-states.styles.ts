import { css } from 'lit';

/** What a row can be besides at rest: told about, changed a moment ago, awaited, compact. */
export const rowStateStyles = css`
  .row.fresh {
    animation: cc-fresh 1.2s;
  }
  @keyframes cc-fresh {
    from {
      background: var(--_tint);
    }
  }
  .skeletons > .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1.75fr) calc(178 * var(--_u)) minmax(0, 1fr);
    gap: 16px;
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
    .skeletons > .row {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
      block-size: calc(132 * var(--_u));
      padding-block: 14px;
    }
    .skeletons > .row > .skeleton:not(.round) {
      display: none;
    }
  }
  .compact :is(.who, .state-cell) > .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
  }
  .compact .who > .lines {
    flex-wrap: nowrap;
  }
  .compact .name {
    flex: none;
    max-inline-size: 70%;
  }
  .compact .avatar {
    inline-size: calc(26 * var(--_u));
    block-size: calc(26 * var(--_u));
  }
  .compact .row :is(th, td) {
    padding-block: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    .row.fresh {
      animation: none;
    }
  }
`;
