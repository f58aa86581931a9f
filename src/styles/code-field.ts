import { css } from 'lit';

/**
 * The one field for one-time codes: `.code` holds a credential field. With `digits` six cells are drawn behind the
 * text, which stays one text in one input: it can be pasted, selected and read as a whole (trust.md 4). The pitch
 * of the cells comes from a few widths, so that the last digit never makes the input scroll.
 */
export const codeFieldStyles = css`
  .code {
    container: cc-code / inline-size;
  }
  .code .field-box {
    direction: ltr;
    min-block-size: calc(48 * var(--_u) * var(--_density));
    font-family: var(--_font-mono);
    font-size: calc(18 * var(--_u));
    font-variant-numeric: tabular-nums;
  }
  .code.digits .field-box {
    --_pitch: 42px;
    --_gap: 8px;
    /* Room for the space after the last digit, in the padding of what stands around. */
    --_over: 14px;
    position: relative;
    padding: 0;
    border-color: transparent;
    outline: 0;
    background: none;
    font-size: 20px;
  }
  .otp {
    position: absolute;
    inset: -1px;
    display: flex;
    gap: var(--_gap);
  }
  .otp-cell {
    position: relative;
    flex: none;
    inline-size: calc(var(--_pitch) - var(--_gap));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    transition: border-color 100ms;
  }
  .otp-cell:nth-child(3)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(100% + 3px);
    inset-block-start: 50%;
    inline-size: calc(var(--_gap) - 4px);
    border-block-start: 1.5px solid var(--_muted);
  }
  .field-box:hover > .otp > .otp-cell {
    border-color: var(--_muted);
  }
  .field-box.invalid > .otp > .otp-cell {
    border: 2px solid var(--_danger);
  }
  .field-box:focus-within > .otp > .otp-cell.next {
    border-color: var(--_edge);
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .code.digits ::slotted(input) {
    position: relative !important;
    z-index: 1 !important;
    flex: none !important;
    box-sizing: border-box !important;
    inline-size: calc(100% + var(--_over)) !important;
    block-size: 100% !important;
    min-block-size: calc(46 * var(--_u) * var(--_density)) !important;
    padding-inline-start: calc((var(--_pitch) - var(--_gap) - 1ch) / 2) !important;
    letter-spacing: calc(var(--_pitch) - 1ch) !important;
  }
  @container cc-code (min-width: 292px) {
    .code.digits .field-box {
      --_pitch: 48px;
    }
  }
  @container cc-code (min-width: 346px) {
    .code.digits .field-box {
      --_pitch: 56px;
    }
  }
  @container cc-code (min-width: 390px) {
    .code.digits .field-box {
      --_pitch: 64px;
      --_gap: 10px;
      --_over: 18px;
    }
  }
  @media (forced-colors: active) {
    .field-box:focus-within > .otp > .otp-cell.next {
      border-color: Highlight;
    }
  }
`;
