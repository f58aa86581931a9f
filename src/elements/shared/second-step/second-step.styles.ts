import { css, type CSSResult } from 'lit';
import { codeFieldStyles } from '../../../styles/code-field.js';

const secondStep = css`
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
  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    flex: 1;
  }
`;

export const secondStepStyles: CSSResult[] = [codeFieldStyles, secondStep];
