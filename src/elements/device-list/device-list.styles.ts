import { css } from 'lit';
import { cardStyles } from '../../styles/card.js';
import { hostStyles } from '../../styles/host.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { typeStyles } from '../../styles/type.js';

const deviceList = css`
  .card-frame {
    --_card-width: 440px;
  }
`;

/** What the first picture needs; the rest comes with the list. */
export const deviceListStyles = [hostStyles, typeStyles, cardStyles, skeletonStyles, deviceList];
