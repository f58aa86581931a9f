import { html, nothing, type TemplateResult } from 'lit';
import type { CcError } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { cloudOff, lock, userX } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { retryActions } from '../shared/retry-actions.js';

type Words = Strings['userDetail'];

function state(shape: string, title: string, text: unknown, actions: unknown = nothing): TemplateResult {
  return html`<div class="state" part="state">
    <span class="disc">${icon(shape, { size: 20 })}</span>
    <h2 class="state-heading" part="heading" tabindex="-1">${title}</h2>
    <p>${text}</p>
    ${actions}
  </div>`;
}

/** Removed, left, or never here; the name where it was known. */
export function gone(t: Words, name: string | undefined, you: boolean): TemplateResult {
  if (you) return state(userX, t.leftTitle, t.leftText);
  return state(userX, t.goneTitle, name ? rich(t.goneText, { name }) : t.goneUnknown);
}

export function refused(t: Words): TemplateResult {
  return state(lock, t.refusedTitle, t.refusedText);
}

/** Cause in human words, what did not change, Retry, and a reference to copy. */
export function failed(
  t: Words,
  common: Strings['common'],
  cause: string,
  onRetry: () => void,
  error: CcError | undefined,
): TemplateResult {
  return state(cloudOff, t.failedTitle, `${cause} ${t.failedSame}`, retryActions(common, onRetry, error));
}

/** In the shape of what comes. */
export function skeleton(loading: string): TemplateResult {
  return html`<span class="visually-hidden" role="status">${loading}</span>
    <div class="identity" aria-hidden="true">
      <div class="who"><span class="skeleton round"></span><span class="skeleton name-bar"></span></div>
    </div>
    <div class="section" aria-hidden="true"><span class="skeleton"></span><span class="skeleton"></span></div>
    <div class="section" aria-hidden="true">
      <span class="skeleton"></span><span class="skeleton"></span>
    </div>`;
}
