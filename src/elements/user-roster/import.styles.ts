import { css } from 'lit';

/** The preview of a file: lines with their numbers, and what is chosen for people who are here already. */
export const importStyles = css`
  .dialog.import {
    --_dialog-width: 560px;
  }
  .import .reach {
    margin-block-start: 10px;
  }
  .import .choices {
    display: grid;
    gap: 4px;
    margin-block-start: 12px;
  }
  .import .choice {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 28px;
    cursor: pointer;
  }
  .import .choice > input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .import .bulk-person {
    grid-template-columns: minmax(4.5em, auto) minmax(0, 1fr);
    align-items: baseline;
  }
  .import .bulk-person > bdi {
    justify-self: start;
  }
  .import .bulk-person > .why {
    grid-column: 2;
  }
  @media (pointer: coarse) {
    .import .choice {
      min-block-size: 44px;
    }
  }
`;
