import { html, nothing, type TemplateResult } from 'lit';
import type { CcError } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { rotateCw } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';

/** Under the words of what could not be loaded: Retry, and a reference to copy. */
export function retryActions(
  common: Strings['common'],
  onRetry: () => void,
  error: CcError | undefined,
): TemplateResult {
  return html`<div class="actions">
      <button class="button primary" part="button-primary" type="button" @click=${onRetry}>
        ${icon(rotateCw)}${common.retry}
      </button>
    </div>
    ${
      error?.requestId
        ? html`<p class="reference caption">${rich(common.reference, { id: error.requestId })}</p>`
        : nothing
    }`;
}
