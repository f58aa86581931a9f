import { css } from 'lit';

/** The frame of a view: a surface with a hairline and rounded corners, a head, and centred states. */
export const panelStyles = css`
  .panel {
    container: cc-panel / inline-size;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: start;
    justify-content: space-between;
    padding: 20px 24px 16px;
  }
  /* Empty, failed, nothing found: an icon in a disc, a heading, a sentence, the way on. */
  .state {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 48px 24px 64px;
    text-align: center;
  }
  .state > .disc {
    display: grid;
    place-content: center;
    inline-size: calc(40 * var(--_u));
    block-size: calc(40 * var(--_u));
    margin-block-end: 8px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .state > p {
    max-inline-size: 36em;
    color: var(--_muted);
    text-wrap: balance;
  }
  .state > .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
    margin-block-start: 12px;
  }
  @container cc-panel (max-width: 479px) {
    .panel-head {
      padding: 16px 16px 12px;
    }
    .state {
      padding: 32px 16px 40px;
    }
  }
`;
