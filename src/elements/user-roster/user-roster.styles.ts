import { css } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { listHeadStyles } from '../../styles/list-head.js';
import { skeletonRowStyles } from './skeleton.styles.js';

const frame = css`
  .account {
    display: flex;
    overflow: hidden;
    color: var(--_muted);
  }
  .account > bdi {
    flex: 0 1 auto;
    min-inline-size: 3em;
  }
  .account > span {
    flex: none;
  }
  .head-end > .meter {
    flex: none;
  }
  .limit {
    position: relative;
    margin: 12px var(--_pad) 0;
  }
  .limit > .link {
    display: inline-flex;
    flex: none;
    gap: 4px;
    align-items: center;
    white-space: nowrap;
  }
  /* The notch points at the button that the sentence is about. */
  .limit.notched::before {
    content: '';
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: 70px;
    inline-size: 10px;
    block-size: 10px;
    border: inherit;
    border-width: 1px 0 0 1px;
    background: linear-gradient(
      135deg,
      color-mix(in oklab, var(--_warning) 8%, var(--_surface)) 50%,
      transparent 50%
    );
    rotate: 45deg;
  }
  .dock,
  .head-end > .live {
    display: none;
  }
  @container cc-panel (max-width: 479px) {
    .account {
      display: block;
    }
    .account > * {
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .panel-head > .titles {
      flex-basis: 100%;
    }
    .head-end {
      flex-wrap: wrap;
      gap: 4px 16px;
      min-inline-size: 0;
    }
    .head-end > .meter {
      flex: 0 1 auto;
      min-inline-size: 0;
    }
    .head-end > .live {
      display: flex;
      white-space: normal;
    }
    .head-end > :is(.add, .rule) {
      display: none;
    }
    .limit.notched::before {
      display: none;
    }
    .dock {
      display: block;
      position: sticky;
      inset-block-end: 0;
      padding: 12px var(--_pad) max(12px, env(safe-area-inset-bottom));
      border-block-start: 1px solid var(--_border);
      border-radius: 0 0 var(--_radius-panel) var(--_radius-panel);
      background: var(--_surface);
    }
    .dock > .button {
      inline-size: 100%;
      min-block-size: 44px;
    }
  }
`;

// The shared head comes last of what is shared: of a sheet named twice the last place counts.
export const userRosterStyles = [calloutStyles, listHeadStyles, frame, skeletonRowStyles];
