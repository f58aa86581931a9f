import { css } from 'lit';
import { dialogStyles } from './dialog.js';

/** The dialog that asks before something that can't be taken back: consequences as a list with icons. */
const confirm = css`
  .confirm {
    --_dialog-width: 480px;
  }
  .confirm > .dialog-head {
    align-items: start;
  }
  .confirm > .dialog-body {
    gap: 16px;
    padding-block: 16px 20px;
  }
  .effects {
    display: grid;
    gap: 10px;
  }
  .effect {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
  }
  .effect > .icon {
    margin-block-start: calc(2 * var(--_u));
  }
  .confirm .subject {
    display: flex;
    gap: 10px;
    align-items: center;
    padding-block-end: 16px;
    border-block-end: 1px solid var(--_border);
  }
  .confirm .subject > :nth-child(2) {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .confirm .instead {
    margin-inline: -12px auto;
  }
  @media (max-width: 479px) {
    .confirm .instead {
      margin-inline: 0;
    }
  }
`;

export const confirmStyles = [dialogStyles, confirm];
