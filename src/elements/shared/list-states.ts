import { html, type TemplateResult } from 'lit';
import type { CcError } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { cloudOff } from '../base/icons/shapes.js';
import { retryActions } from './retry-actions.js';

/** In place of a list: what is true, why, and what can be done. */
export function listState(shape: string, title: unknown, text: unknown, actions: unknown): TemplateResult {
  return html`<div class="state" part="state">
    <span class="disc">${icon(shape, { size: 20 })}</span>
    <h3 class="state-heading" part="heading">${title}</h3>
    <p>${text}</p>
    ${actions}
  </div>`;
}

export interface FailedWords {
  readonly t: { readonly failedTitle: string; readonly failedSame: string };
  readonly common: Strings['common'];
}

/** Cause in human words, what did not change, Retry, and a reference to copy. */
export function listFailed(
  { t, common }: FailedWords,
  cause: string,
  error: CcError,
  onRetry: () => void,
): TemplateResult {
  // Some causes say themselves that nothing has changed.
  const same = error.code === 'unavailable' ? '' : t.failedSame;
  return listState(cloudOff, t.failedTitle, html`${cause} ${same}`, retryActions(common, onRetry, error));
}
