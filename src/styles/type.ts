import { css } from 'lit';

/** The type scale (visual.md 3): sizes are multiples of the one font size. */
export const typeStyles = css`
  .caption {
    font-size: calc(12 * var(--_u));
    line-height: calc(16 / 12);
  }
  .secondary {
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .strong {
    font-weight: 500;
  }
  .muted {
    color: var(--_muted);
  }
  .mono {
    font-family: var(--_font-mono);
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .state-heading,
  .title,
  .person-name {
    font-family: var(--_font-heading);
    font-weight: 600;
    text-wrap: balance;
  }
  .state-heading {
    font-size: calc(16 * var(--_u));
    line-height: calc(24 / 16);
  }
  .title {
    font-size: calc(18 * var(--_u));
    line-height: calc(24 / 18);
    letter-spacing: -0.011em;
  }
  .person-name {
    font-size: calc(22 * var(--_u));
    line-height: calc(28 / 22);
    letter-spacing: -0.014em;
  }
  .truncate {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Addresses, usernames, links and codes run left to right and sit at the start side. */
  .ltr {
    direction: ltr;
    unicode-bidi: isolate;
  }
  :lang(ar) {
    letter-spacing: 0;
  }
`;
