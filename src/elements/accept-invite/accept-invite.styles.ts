import { css } from 'lit';
import { cardStyles } from '../../styles/card.js';
import { hostStyles } from '../../styles/host.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { typeStyles } from '../../styles/type.js';

const acceptInvite = css`
  .card-frame {
    --_card-width: var(--cc-accept-invite-card-width, 440px);
  }
  .skeleton-lines {
    display: grid;
    gap: 12px;
    padding-block: 8px;
  }
  .skeleton-lines > .skeleton:first-child {
    inline-size: 60%;
    block-size: calc(16 * var(--_u));
  }
  .skeleton-lines > .skeleton:last-child {
    block-size: calc(120 * var(--_u));
  }
`;

/** What the first picture needs; the rest comes with the work. */
export const acceptInviteStyles = [hostStyles, typeStyles, cardStyles, skeletonStyles, acceptInvite];
