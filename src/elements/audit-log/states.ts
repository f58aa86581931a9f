import { html, nothing, type TemplateResult } from 'lit';
import type { CcError } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { cloudOff, history, lock, searchX } from '../base/icons/shapes.js';
import { listState } from '../shared/list-states.js';
import { retryActions } from '../shared/retry-actions.js';

type Words = Strings['auditLog'];

/** Nothing yet, or nothing that matches. */
export function nothingThere(t: Words, what: 'empty' | 'none', onClear: () => void): TemplateResult {
  if (what === 'empty')
    return html`<slot name="empty">${listState(history, t.emptyTitle, t.emptyText, nothing)}</slot>`;
  const clear = html`<div class="actions">
    <button class="button" part="button" type="button" @click=${onClear}>${t.clear}</button>
  </div>`;
  return listState(searchX, t.noneTitle, t.noneText, clear);
}

export function refused(t: Words): TemplateResult {
  return listState(lock, t.refusedTitle, t.refusedText, nothing);
}

/** Cause in human words, what did not change, Retry, and a reference to copy. */
export function failed(
  t: Words,
  common: Strings['common'],
  cause: string,
  onRetry: () => void,
  error: CcError | undefined,
): TemplateResult {
  return listState(cloudOff, t.failedTitle, `${cause} ${t.failedText}`, retryActions(common, onRetry, error));
}

/** Lines of the height of entries. */
export function skeleton(loading: string): TemplateResult {
  const line = html`<div class="entry" aria-hidden="true">
    <span class="skeleton round"></span><span class="skeleton"></span>
  </div>`;
  return html`<span class="visually-hidden" role="status">${loading}</span
    >${[0, 1, 2, 3, 4].map(() => line)}`;
}
