import { css } from 'lit';

/** A page of its own in a narrow frame: sign-in, invitation, set-up. Its width is the element's knob. */
export const cardStyles = css`
  .card-frame {
    container: cc-card / inline-size;
    max-inline-size: var(--_card-width, 440px);
    margin-inline: auto;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    padding: 24px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .card-head {
    display: grid;
    gap: 4px;
  }
  .card-head > .title:focus-visible {
    border-radius: 2px;
  }
  .card-head > p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .card-head strong {
    color: var(--_text);
    font-weight: 500;
  }
  .card-actions {
    display: grid;
    gap: 8px;
  }
  /* The ways out, below a hairline that runs from edge to edge. */
  .card-foot {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin: 4px -24px 0;
    padding: 20px 24px 0;
    border-block-start: 1px solid var(--_border);
  }
  .card-foot > p {
    color: var(--_muted);
  }
  .card-foot > .button.ghost {
    margin-inline: -12px;
  }
  .card-list {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .card-list > li {
    display: grid;
    gap: 2px;
    padding: 12px 16px;
  }
  .card-list > li + li {
    border-block-start: 1px solid var(--_border);
  }
  .card-list.many {
    max-block-size: calc(320 * var(--_u));
    overflow: auto;
  }
  .field-box > .reveal {
    flex: none;
    margin-block: calc(-6px * var(--_density));
    margin-inline-end: calc(-1 * (var(--_pad-field) - 3px));
  }
  ::slotted([slot='logo']) {
    display: block;
    max-inline-size: 100%;
  }
  @container cc-card (max-width: 359px) {
    .card {
      padding: 20px 16px;
    }
    .card-foot {
      margin-inline: -16px;
      padding-inline: 16px;
    }
  }
`;
