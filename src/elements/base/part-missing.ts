import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';

/** In place of a part whose code could not be fetched: never an endless skeleton. */
export function partMissing({ partMissing, retry }: Strings['common'], onRetry: () => void): TemplateResult {
  return html`<div class="state" part="state" role="alert">
    <p>${partMissing}</p>
    <div class="actions">
      <button class="button" part="button" type="button" @click=${onRetry}>${retry}</button>
    </div>
  </div>`;
}
