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
  /* One field, drawn wide enough to compare the digits with those on the phone. */
  .code .field-box {
    direction: ltr;
    min-block-size: calc(48 * var(--_u) * var(--_density));
    font-family: var(--_font-mono);
    font-size: calc(18 * var(--_u));
    font-variant-numeric: tabular-nums;
  }
  .code.digits ::slotted(input) {
    letter-spacing: 0.35em !important;
  }
  .remember {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 10px;
    align-items: center;
    min-block-size: 24px;
  }
  .remember > p {
    grid-column: 2;
  }
  .remember > label {
    cursor: pointer;
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
