import { css } from 'lit';
import { cardStyles } from '../../styles/card.js';
import { hostStyles } from '../../styles/host.js';
import { skeletonStyles } from '../../styles/skeleton.js';
import { typeStyles } from '../../styles/type.js';

const mfaChallenge = css`
  .card-frame {
    --_card-width: var(--cc-mfa-challenge-width, 440px);
  }
  /* A dialog takes no place in the page it was put into. */
  :host([modal]) {
    position: absolute;
    inline-size: 0;
    block-size: 0;
  }
`;

/** What the first picture needs; the rest comes with the step. */
export const mfaChallengeStyles = [hostStyles, typeStyles, cardStyles, skeletonStyles, mfaChallenge];
