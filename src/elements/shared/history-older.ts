import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import type { OlderState } from '../../stores/audit.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert } from '../base/icons/shapes.js';

/** The way to what lies behind. */
export function older(
  t: Strings['auditWords'],
  common: Strings['common'],
  { busy, error }: OlderState = { busy: false },
  onOlder: () => void,
): TemplateResult {
  return html`${error ? html`<span class="field-error" role="alert">${icon(circleAlert)} ${t.olderFailed}</span>` : nothing}
    <button
      class="button ${busy ? 'busy' : ''}"
      part="button"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${onOlder}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span
        >${error ? common.retry : t.showOlder}</span
      >
    </button>`;
}
