import { css } from 'lit';
import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';

const own = css`
  .frame {
    display: grid;
    gap: var(--cc-user-access-gap, calc(2 * var(--_space)));
    justify-items: start;
  }
  .heading {
    font: 600 1.15em / 1.3 var(--_font-heading);
  }
`;

export const userAccessStyles = [hostStyles, buttonStyles, own];
