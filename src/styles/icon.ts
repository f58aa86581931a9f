import { css } from 'lit';

/** Icons of `elements/base/icons`: colour stands on the span, so that forced colours reach the drawing. */
export const iconStyles = css`
  .icon {
    display: inline-flex;
    flex: none;
    vertical-align: calc(-3 * var(--_u));
    inline-size: calc(16 * var(--_u));
    block-size: calc(16 * var(--_u));
  }
  .icon svg {
    inline-size: 100%;
    block-size: 100%;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-20 {
    inline-size: calc(20 * var(--_u));
    block-size: calc(20 * var(--_u));
  }
  .icon-20 svg {
    stroke-width: 1.75;
  }
  .icon-14 {
    inline-size: calc(14 * var(--_u));
    block-size: calc(14 * var(--_u));
  }
  .icon-12 {
    inline-size: calc(12 * var(--_u));
    block-size: calc(12 * var(--_u));
  }
  .icon-12 svg {
    stroke-width: 3.2;
  }
  .icon.mirror:dir(rtl) svg {
    scale: -1 1;
  }
  .icon.accent {
    color: var(--_link);
  }
  .icon.muted {
    color: var(--_muted);
  }
  .icon.success {
    color: var(--_success);
  }
  .icon.warning {
    color: var(--_warning);
  }
  .icon.danger {
    color: var(--_danger);
  }
`;
