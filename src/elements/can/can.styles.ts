import { css } from 'lit';
import { hostStyles } from '../../styles/host.js';

const reasons = css`
  :host {
    display: contents;
  }
  .box {
    display: contents;
  }
  .reason,
  slot[name='reason']::slotted(*) {
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
`;

export const canStyles = [hostStyles, reasons];
