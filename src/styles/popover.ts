import { css } from 'lit';

/**
 * What floats beside an anchor (PopoverController). Below 480 px of the page it is a sheet at the bottom: the
 * page, not a container, because a popover is laid out against the page.
 */
export const popoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    position-area: var(--_area, block-end span-inline-end);
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    max-block-size: min(80vh, calc(480 * var(--_u)));
    max-inline-size: calc(100vw - 16px);
    margin: 4px 0;
    padding: 6px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    box-shadow: var(--_shadow);
  }
  /* The content moves, not the box: WebKitGTK 2.50 never ends an animation on a box with fallback positions. */
  .popover:popover-open > * {
    animation: cc-popover 160ms var(--_enter);
  }
  @keyframes cc-popover {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  @supports not (position-area: block-end) {
    .popover {
      left: var(--_x, 0);
      top: var(--_y, 0);
      margin: 0;
    }
  }
  @media (max-width: 479px) {
    .popover.sheet {
      position-area: none;
      position-try-fallbacks: none;
      inset: auto 0 0;
      inline-size: auto;
      max-inline-size: none;
      margin: 0;
      padding: 8px 8px max(16px, env(safe-area-inset-bottom));
      border-radius: var(--_radius-panel) var(--_radius-panel) 0 0;
    }
    .popover.sheet:popover-open {
      animation: cc-sheet 240ms var(--_enter);
    }
    @keyframes cc-sheet {
      from {
        translate: 0 100%;
      }
    }
    .popover.sheet::backdrop {
      background: rgb(12 14 20 / 0.5);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .popover:popover-open > *,
    .popover.sheet:popover-open {
      animation: cc-fade 80ms;
    }
    @keyframes cc-fade {
      from {
        opacity: 0;
      }
    }
  }
`;
