import { css, type CSSResult } from 'lit';
import { codeFieldStyles } from '../../styles/code-field.js';
import { confirmStyles } from '../../styles/confirm.js';
import { signInStyles } from '../shared/sign-in.styles.js';
import { usernameStyles } from '../shared/username.styles.js';

const work = css`
  .role {
    display: grid;
    gap: 2px;
    padding: 12px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .more {
    display: grid;
    gap: 8px;
  }
  .section {
    display: grid;
    gap: 16px;
  }
  .section-head {
    display: grid;
    gap: 2px;
  }
  .section-head > p {
    color: var(--_muted);
  }
  .section + .section {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_border);
  }
  .code-row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .strength {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-block-start: -8px;
    color: var(--_muted);
    font-size: calc(13 * var(--_u));
    line-height: calc(18 / 13);
  }
  .strength-track {
    flex: 1;
    block-size: calc(4 * var(--_u));
    overflow: hidden;
    border-radius: calc(2 * var(--_u));
    background: color-mix(in oklab, var(--_text) 12%, transparent);
  }
  .strength-fill {
    --_share: 0;
    display: block;
    inline-size: calc(var(--_share) * 100%);
    block-size: 100%;
    background: var(--_muted);
  }
  .strength-text {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }
  .strength.good {
    color: var(--_success);
  }
  .strength.good .strength-fill {
    background: var(--_success);
  }
  .strength.weak {
    color: var(--_warning);
  }
  .strength.weak .strength-fill {
    background: var(--_warning);
  }
  .switch {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
  }
  .end {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .end .card-head {
    padding-block-start: calc(2 * var(--_u));
  }
  .disc {
    display: grid;
    place-content: center;
    inline-size: calc(40 * var(--_u));
    block-size: calc(40 * var(--_u));
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .disc.success {
    border-color: color-mix(in oklab, var(--_success) 36%, transparent);
    background: color-mix(in oklab, var(--_success) 8%, transparent);
    color: var(--_success);
  }
  .disc.warning {
    border-color: color-mix(in oklab, var(--_warning) 36%, transparent);
    background: color-mix(in oklab, var(--_warning) 8%, transparent);
    color: var(--_warning);
  }
  .callout > .faults {
    display: grid;
    flex-basis: 10em;
    gap: 4px;
    justify-items: start;
  }
  .faults > .link {
    text-align: start;
  }
  @media (forced-colors: active) {
    .strength-track {
      border: 1px solid CanvasText;
    }
    .strength-fill {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;

/** What the page draws with once its code is there. */
export const workStyles = [signInStyles, codeFieldStyles, usernameStyles, confirmStyles, work].flat(
  Infinity,
) as CSSResult[];
