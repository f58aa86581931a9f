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
