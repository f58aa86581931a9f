import { css } from 'lit';
import { tokens } from './tokens.js';

/**
 * The ground of every element: display, and a box that carries the inheritable text properties the element
 * relies on, because a host page's reset beats rules on `:host` (contracts.md 8, pain 18).
 */
const box = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host > * {
    color: var(--_text);
    font: 400 var(--_font-size) / calc(20 / 14) var(--_font);
    font-variant: normal;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    cursor: auto;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** First in every element's `static styles`. */
export const hostStyles = [tokens, box];
