import { css } from 'lit';

/** A ring with a gap, in the colour of the text beside it. */
export const spinnerStyles = css`
  .spinner {
    flex: none;
    inline-size: calc(16 * var(--_u));
    block-size: calc(16 * var(--_u));
    border: 2px solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: cc-spin 0.8s linear infinite;
  }
  @keyframes cc-spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: cc-breathe 1.2s ease-in-out infinite alternate;
    }
    @keyframes cc-breathe {
      to {
        opacity: 0.35;
      }
    }
  }
`;
