import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { rotateCw } from '../base/icons/shapes.js';

export interface MessageView {
  readonly t: Strings['accountSwitching'];
  readonly retry: string;
  /** What is searched for. */
  readonly q: string;
  readonly loading: boolean;
  /** Why the accounts could not be loaded. */
  readonly cause: string | undefined;
  readonly onRetry: () => void;
}

/** Nothing to choose from: it could not be loaded, it is not there yet, nothing matches, or there is none. */
export function message({ t, retry, q, loading, cause, onRetry }: MessageView): TemplateResult {
  if (cause !== undefined) {
    return html`<div class="message" part="state" role="alert">
      <p>${t.failed} ${cause}</p>
      <button class="button" part="button" type="button" @click=${onRetry}>
        ${icon(rotateCw)}<span>${retry}</span>
      </button>
    </div>`;
  }
  if (loading) {
    return html`<div class="message" role="status">
      <span class="visually-hidden">${t.loading}</span><span class="skeleton" aria-hidden="true"></span>
    </div>`;
  }
  return html`<div class="message" part="state">
    <p class="strong">${q ? t.none({ q }) : t.empty}</p>
    ${q ? html`<p class="muted">${t.noneHint}</p>` : nothing}
  </div>`;
}
