import { css } from 'lit';
import { buttonStyles } from './button.js';

/**
 * A modal dialog of 560 px: `<dialog class="dialog">` with `.dialog-head`, `.dialog-body`, `.dialog-foot`. Below
 * 480 px of the page it fills the page; the page, not a container, because a modal is laid out against it.
 */
const dialog = css`
  .dialog {
    --_dialog-width: 560px;
    --_dialog-height: 100vh;
    inline-size: min(var(--_dialog-width), calc(100vw - 32px));
    max-inline-size: none;
    max-block-size: min(var(--_dialog-height), calc(100dvh - 32px));
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    opacity: 0;
    transition:
      opacity 100ms var(--_exit),
      overlay 100ms allow-discrete,
      display 100ms allow-discrete;
  }
  .dialog[open] {
    display: flex;
    flex-direction: column;
    opacity: 1;
    animation: cc-dialog 200ms var(--_enter);
  }
  @keyframes cc-dialog {
    from {
      opacity: 0;
      scale: 0.98;
    }
  }
  .dialog::backdrop {
    background: rgb(12 14 20 / 0.5);
  }
  .dialog.narrow {
    --_dialog-width: 440px;
  }
  .dialog-head {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 16px;
    padding: 20px 24px 0;
  }
  .dialog-head > .icon-button {
    margin: -4px -8px -4px 0;
    grid-area: 1 / 2;
  }
  .dialog-head > .icon-button:dir(rtl) {
    margin: -4px 0 -4px -8px;
  }
  .dialog-body {
    display: grid;
    gap: 20px;
    align-content: start;
    padding: 20px 24px 24px;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 24px;
  }
  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: end;
    padding: 14px 24px;
    border-block-start: 1px solid var(--_border);
  }
  .dialog-foot > :first-child:not(button) {
    margin-inline-end: auto;
  }
  @media (max-width: 479px) {
    .dialog {
      inline-size: 100%;
      block-size: 100%;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .dialog[open] {
      animation-name: cc-dialog-sheet;
    }
    @keyframes cc-dialog-sheet {
      from {
        translate: 0 16px;
        opacity: 0;
      }
    }
    .dialog-head {
      padding: 16px 16px 0;
    }
    .dialog-body {
      flex: 1;
      padding: 16px;
    }
    .dialog-foot {
      flex-direction: column;
      align-items: stretch;
      padding: 12px 16px max(16px, env(safe-area-inset-bottom));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dialog {
      transition-duration: 80ms;
    }
    .dialog[open] {
      animation: cc-dialog-fade 80ms;
    }
    @keyframes cc-dialog-fade {
      from {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .dialog {
      border-color: CanvasText;
    }
  }
`;

export const dialogStyles = [buttonStyles, dialog];
