import { css } from 'lit';
import { buttonStyles } from './button.js';
import { hostStyles } from './host.js';
import { linkStyles } from './link.js';
import { panelStyles } from './panel.js';
import { skeletonStyles } from './skeleton.js';
import { typeStyles } from './type.js';

/** The head of a list: what is there before the list is. */
const head = css`
  .panel > * {
    --_pad: 24px;
  }
  .panel-head {
    flex-wrap: nowrap;
    align-items: center;
    padding: 20px var(--_pad) 0;
  }
  .panel-head > .titles {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .head-end {
    display: flex;
    gap: 16px;
    align-items: center;
  }
  .rule {
    inline-size: 1px;
    block-size: 20px;
    background: var(--_border);
  }
  .below {
    margin-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }
  @container cc-panel (max-width: 479px) {
    .panel > * {
      --_pad: 16px;
    }
    .panel-head {
      flex-wrap: wrap;
      gap: 8px;
    }
  }
`;

/** The frame with its head, and grey rows while the rest is on its way. */
export const listHeadStyles = [
  hostStyles,
  typeStyles,
  panelStyles,
  buttonStyles,
  linkStyles,
  skeletonStyles,
  head,
];
