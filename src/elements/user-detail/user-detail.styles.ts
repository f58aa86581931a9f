import { css } from 'lit';
import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';
import { panelStyles } from '../../styles/panel.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { typeStyles } from '../../styles/type.js';

const frame = css`
  .panel > * {
    --_pad: 24px;
  }
  .panel.narrow {
    max-inline-size: var(--cc-user-detail-panel-width, 480px);
  }
  .skeleton.first {
    inline-size: 12em;
    margin: 36px 24px 48px;
  }
  @container cc-panel (max-width: 479px) {
    .panel > * {
      --_pad: 16px;
    }
  }
`;

export const userDetailStyles = [hostStyles, typeStyles, panelStyles, buttonStyles, skeletonStyles, frame];
