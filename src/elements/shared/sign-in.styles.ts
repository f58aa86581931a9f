import { css } from 'lit';
import { buttonStyles } from '../../styles/button.js';
import { calloutStyles } from '../../styles/callout.js';
import { cardStyles } from '../../styles/card.js';
import { checkStyles } from '../../styles/check.js';
import { fieldStyles } from '../../styles/field.js';
import { hostStyles } from '../../styles/host.js';
import { typeStyles } from '../../styles/type.js';

const signIn = css`
  .fields {
    display: grid;
    gap: 20px;
  }
`;

/** Everything that `sign-in.views.ts` draws with. */
export const signInStyles = [
  hostStyles,
  typeStyles,
  cardStyles,
  fieldStyles,
  buttonStyles,
  checkStyles,
  calloutStyles,
  signIn,
];
