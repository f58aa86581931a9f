import { css } from 'lit';
import { iconStyles } from '../../styles/icon.js';

const details = css`
  .role-details {
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .role-details table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: calc(13 * var(--_u));
  }
  .role-details :is(th, td) {
    padding: 6px clamp(4px, 2%, 12px);
    overflow-wrap: anywhere;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: center;
  }
  .role-details tbody tr:last-child > * {
    border-block-end: 0;
  }
  .role-details tr > :first-child {
    text-align: start;
  }
  .role-details thead th {
    color: var(--_muted);
    font-size: calc(12 * var(--_u));
    font-weight: 500;
    line-height: calc(16 / 12);
  }
  .role-details thead th + th {
    inline-size: 21%;
  }
  .role-details thead th.chosen {
    color: var(--_text);
    font-weight: 600;
  }
  .role-details .chosen {
    background: var(--_tint);
  }
  @media (forced-colors: active) {
    .role-details .chosen {
      border-inline: 2px solid Highlight;
    }
  }
`;

/** Goes with `roleDetails`. */
export const roleDetailsStyles = [iconStyles, details];
