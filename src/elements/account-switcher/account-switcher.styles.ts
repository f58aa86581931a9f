import { css } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';
import { typeStyles } from '../../styles/type.js';

const accountSwitcher = css`
  .switcher {
    max-inline-size: 100%;
  }
  .trigger {
    max-inline-size: min(100%, calc(280 * var(--_u)));
    padding-inline: 6px 10px;
    text-align: start;
  }
  .trigger > .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .avatar.square {
    border-radius: var(--_radius-badge);
  }
`;

/** What the button needs; the list comes when it is first pressed. */
export const accountSwitcherStyles = [hostStyles, typeStyles, buttonStyles, avatarStyles, accountSwitcher];
