import { css } from 'lit';
import { checkStyles } from './check.js';

/** A label with a radio, a name and a sentence of consequences: `.card` in `.cards`. */
const card = css`
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 12px;
    align-items: start;
    padding: 10px 14px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    transition:
      background-color 100ms,
      border-color 100ms;
  }
  .card > input[type='radio'] {
    margin-block-start: calc(2 * var(--_u));
  }
  .card:hover {
    border-color: var(--_border-strong);
  }
  .card-name {
    font-weight: 500;
  }
  .card-text {
    grid-column: 2;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
    text-wrap: pretty;
  }
  .card:has(:checked) {
    border-color: var(--_edge);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_edge);
  }
  .card:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .card > :focus-visible {
    outline: 0;
  }
  .card.disabled {
    border-color: var(--_border);
    background: var(--_sunken);
    cursor: not-allowed;
  }
  .cards.invalid > .card {
    border-color: var(--_danger);
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .card:has(:focus-visible) {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
`;

export const radioCardStyles = [checkStyles, card];
