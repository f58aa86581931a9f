import { css } from 'lit';
import { iconStyles } from './icon.js';
import { linkStyles } from './link.js';

/** An icon and a sentence in a tinted box: `.callout`, plain or with `info`, `warning`, `danger`, `success`. */
const callout = css`
  .callout {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: start;
    padding: 10px 14px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .callout > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .callout > .callout-text {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .callout.info {
    border-color: var(--_tint-border);
    background: var(--_tint);
  }
  .callout.warning {
    border-color: color-mix(in oklab, var(--_warning) 36%, transparent);
    background: color-mix(in oklab, var(--_warning) 8%, transparent);
  }
  .callout.danger {
    border-color: color-mix(in oklab, var(--_danger) 36%, transparent);
    background: color-mix(in oklab, var(--_danger) 7%, transparent);
  }
  .callout.success {
    border-color: color-mix(in oklab, var(--_success) 36%, transparent);
    background: color-mix(in oklab, var(--_success) 8%, transparent);
  }
  .callout.info > .icon {
    color: var(--_link);
  }
  .callout.warning > .icon {
    color: var(--_warning);
  }
  .callout.danger > .icon {
    color: var(--_danger);
  }
  .callout.success > .icon {
    color: var(--_success);
  }
  .callout strong {
    font-weight: 600;
  }
`;

export const calloutStyles = [iconStyles, linkStyles, callout];
