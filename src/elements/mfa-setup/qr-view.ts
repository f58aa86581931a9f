import { html, svg, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import type { QrDrawing } from './qr.js';

/** Dark on white in every colour scheme, quiet zone included; the key stands beside it as text (S03). */
export function qrDrawing(qr: QrDrawing | null | undefined, t: Strings['mfaSetup']): TemplateResult {
  if (qr === null) return html`<p class="muted secondary">${t.qrFailed}</p>`;
  if (!qr) {
    return html`<div class="qr" part="qr">
      <span class="spinner" part="spinner"></span>
      <span class="visually-hidden" role="status">${t.qrLoading}</span>
    </div>`;
  }
  return html`<div class="qr" part="qr">
    <svg role="img" aria-label=${t.qrLabel} viewBox="0 0 ${qr.size} ${qr.size}">
      ${svg`<path d=${qr.path} fill="#000" shape-rendering="crispEdges"></path>`}
    </svg>
  </div>`;
}
