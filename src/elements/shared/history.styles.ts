import { css } from 'lit';

/** Entries of the history, day by day. */
export const historyStyles = css`
  .day-name {
    padding: 10px var(--_pad) 4px;
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 600;
  }
  .entries {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    gap: 2px 12px;
    align-items: start;
    min-block-size: var(--_row);
    padding: 10px var(--_pad);
    border-block-end: 1px solid var(--_border);
    box-sizing: border-box;
  }
  .day:last-child .entry:last-child {
    border-block-end: 0;
  }
  .entry > .mark {
    display: grid;
    place-content: center;
    inline-size: calc(28 * var(--_u));
    block-size: calc(28 * var(--_u));
    border: 1px solid var(--_border);
    border-radius: 50%;
    color: var(--_muted);
  }
  .entry > .what {
    padding-block: calc(4 * var(--_u));
    overflow-wrap: anywhere;
  }
  .entry strong {
    font-weight: 500;
  }
  .entry > time {
    padding-block: calc(5 * var(--_u));
    white-space: nowrap;
  }
  .entry > .icon-button {
    margin-inline-end: -8px;
  }
  .entry > .icon-button.open > .icon {
    rotate: 180deg;
  }
  .entry .details {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-block-start: 8px;
    padding: 10px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .entry .details > dl {
    display: grid;
    gap: 6px;
    margin: 0;
  }
  .entry dt {
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
  }
  .entry dd {
    margin: 0;
  }
  .entry.fresh {
    animation: cc-fresh 1.2s;
  }
  @container cc-panel (max-width: 479px) {
    .entry {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .entry > time {
      grid-area: 2 / 2;
      padding-block: 0;
    }
    .entry > .icon-button {
      grid-area: 1 / 3;
    }
  }
  @keyframes cc-fresh {
    from {
      background: var(--_tint);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .entry.fresh {
      animation: none;
    }
  }
`;
