import { css, type CSSResult } from 'lit';
import { avatarStyles } from '../../../styles/avatar.js';

const jobs = css`
  .group-heading {
    margin-block-end: 8px;
    font-size: inherit;
    font-weight: 600;
  }
  .job-rows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .job-table,
  .job-table > tbody {
    display: block;
  }
  .job-table > tbody > tr {
    display: grid;
    grid-template-columns: calc(32 * var(--_u)) minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    min-block-size: round(calc(52px * var(--_density)), 4px);
    padding: 6px 12px 6px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .job-table > tbody > tr:dir(rtl) {
    padding: 6px 16px 6px 12px;
  }
  .job-rows > .job-table:last-child > tbody > tr:last-child {
    border-block-end: 0;
  }
  .job-table :is(th, td) {
    min-inline-size: 0;
    padding: 0;
    font-weight: 400;
    text-align: start;
  }
  .job-name {
    display: contents;
  }
  .job-name > .avatar {
    grid-row: 1 / span 2;
  }
  .job-name > bdi {
    grid-area: 1 / 2;
    justify-self: start;
    max-inline-size: 100%;
    font-weight: 500;
  }
  .avatar.square {
    border-radius: var(--_radius-control);
  }
  .job-what {
    display: flex;
    grid-area: 2 / 2;
    gap: 6px;
    align-items: start;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .job-what > .icon {
    margin-block-start: calc(1 * var(--_u));
  }
  .job-end {
    display: flex;
    grid-area: 1 / 3 / span 2;
    gap: 4px;
    align-items: center;
  }
  .job-more {
    margin: 10px 16px;
  }
  .job-bar {
    display: block;
    inline-size: 100%;
    block-size: calc(8 * var(--_u));
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: calc(4 * var(--_u));
    appearance: none;
    background: color-mix(in oklab, var(--_text) 12%, transparent);
  }
  .job-bar::-webkit-progress-bar {
    background: transparent;
  }
  .job-bar::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size 200ms;
  }
  .job-bar::-moz-progress-bar {
    background: var(--_accent);
  }
  .job-progress {
    display: grid;
    gap: 8px;
  }
  .own-jobs {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .own-jobs > summary {
    padding: 10px 16px;
    font-weight: 500;
    cursor: pointer;
  }
  .own-jobs > ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .own-jobs li {
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
  }
  .own-job {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .own-jobs .link {
    flex: none;
  }
  .shares {
    display: flex;
    gap: 3px;
    block-size: calc(8 * var(--_u));
  }
  .shares > span {
    flex: var(--_share, 0) 1 calc(8 * var(--_u));
    border: 1px solid transparent;
    border-radius: calc(4 * var(--_u));
  }
  .shares > .done {
    background: var(--_success);
  }
  .shares > .failed {
    background: var(--_danger);
  }
  .shares > .rest {
    border-color: var(--_border-strong);
  }
  @media (max-width: 479px) {
    .job-table > tbody > tr {
      padding-inline: 12px;
    }
    .job-end:not(:empty) > .button:not(.icon-button) {
      padding-inline: 8px;
    }
  }
  @media (forced-colors: active) {
    .job-bar,
    .shares > span {
      border-color: CanvasText;
    }
    .job-bar::-webkit-progress-value,
    .shares > .done {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;

/** Rows, progress and shares of a job. */
export const jobStyles = [avatarStyles, jobs].flat(Infinity) as CSSResult[];
