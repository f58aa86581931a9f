import { css } from 'lit';

/** Grey bars of the real height of what is loading; they appear after 300 ms. */
export const skeletonStyles = css`
  .skeleton {
    display: block;
    block-size: calc(8 * var(--_u));
    border-radius: 4px;
    background: color-mix(in oklab, var(--_text) 9%, transparent);
    animation:
      cc-appear 1ms 300ms both,
      cc-pulse 1.6s 300ms ease-in-out infinite alternate;
  }
  .skeleton.round {
    inline-size: calc(32 * var(--_u));
    block-size: calc(32 * var(--_u));
    border-radius: 50%;
  }
  @keyframes cc-appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes cc-pulse {
    to {
      opacity: 0.55;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: cc-appear 1ms 300ms both;
    }
  }
  @media (forced-colors: active) {
    .skeleton {
      background: GrayText;
    }
  }
`;
