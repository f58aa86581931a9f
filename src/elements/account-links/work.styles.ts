import { css, type CSSResult } from 'lit';
import { avatarStyles } from '../../styles/avatar.js';
import { buttonStyles } from '../../styles/button.js';
import { calloutStyles } from '../../styles/callout.js';
import { confirmStyles } from '../../styles/confirm.js';
import { fieldStyles } from '../../styles/field.js';
import { radioCardStyles } from '../../styles/radio-card.js';

const work = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: start;
    justify-content: space-between;
  }
  section > .state-heading {
    margin-block-end: 4px;
  }
  .titles {
    display: grid;
    gap: 4px;
  }
  .titles > p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .body > section,
  .body > details,
  .ask,
  .decision {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_border);
  }
  .ask,
  .decision {
    gap: 16px;
  }
  .body > section.deciding {
    gap: 20px;
    padding: 0;
    border: 0;
  }
  fieldset.field > .label {
    padding: 0;
    margin-block-end: 8px;
  }
  textarea {
    resize: vertical;
  }
  .note {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--_border-strong);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .terms {
    display: grid;
    gap: 12px;
  }
  .terms > div {
    display: grid;
    grid-template-columns: calc(96 * var(--_u)) minmax(0, 1fr);
    gap: 2px 16px;
  }
  .terms dt {
    font-weight: 500;
  }
  .terms dd {
    color: var(--_text);
    text-wrap: pretty;
  }
  .terms bdi {
    font-weight: 500;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .lines > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: start;
    padding-block: 12px;
  }
  .lines > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .lines .what {
    display: grid;
    flex: 1 1 14em;
    gap: 2px;
    min-inline-size: 0;
  }
  .with-icon {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .code-line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .code {
    padding: 6px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    font-size: calc(16 * var(--_u));
    letter-spacing: 0.08em;
    user-select: all;
  }
  summary {
    cursor: pointer;
    font-weight: 500;
  }
  .skeleton {
    display: block;
    inline-size: 60%;
    block-size: calc(20 * var(--_u));
  }
  @container cc-panel (max-width: 479px) {
    .body {
      padding: 16px;
    }
    .terms > div {
      grid-template-columns: minmax(0, 1fr);
    }
    .buttons > .button {
      flex: 1 1 auto;
    }
  }
`;

export const linksWorkStyles = [
  avatarStyles,
  buttonStyles,
  calloutStyles,
  fieldStyles,
  radioCardStyles,
  confirmStyles,
  work,
].flat(Infinity) as CSSResult[];
