import { css, type CSSResult } from 'lit';
import { calloutStyles } from '../../styles/callout.js';
import { checkStyles } from '../../styles/check.js';
import { dialogStyles } from '../../styles/dialog.js';
import { fieldStyles } from '../../styles/field.js';

const work = css`
  .dialog-head > p {
    grid-column: 1;
    text-wrap: pretty;
  }
  .dialog-body > .card-foot {
    margin: 0;
    padding: 0;
    border: 0;
  }
`;

export const challengeWorkStyles = [fieldStyles, checkStyles, calloutStyles, dialogStyles, work].flat(
  Infinity,
) as CSSResult[];
