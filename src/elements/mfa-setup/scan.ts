import { html, nothing, type TemplateResult } from 'lit';
import type { EnrolmentStarted } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { check, circleAlert, copy } from '../base/icons/shapes.js';
import { codeField } from '../shared/code-field.js';
import { qrDrawing } from './qr-view.js';
import { steps } from './steps.js';
import type { SetupWork } from './work.js';

/** Step 1: the secret as QR code and as text, and its first code (R63, S02, S03). */
export function scanView(work: SetupWork, { secret, otpauthUri }: EnrolmentStarted): TemplateResult {
  const { t, doing, cancel, keep } = work;
  const busy = doing === 'verify';
  const failure = work.failureText();
  return html`
    <div class="card-head">
      <h2 class="title" part="heading" tabindex="-1">${t.scanTitle}</h2>
      <p part="subheading">${work.required ? t.scanRequired : t.scanStep}</p>
    </div>
    ${steps(t, 'app')}
    <div class="scan">
      ${qrDrawing(work.qr, t)}
      <div class="scan-text">
        <h3 class="strong">${t.scanHeading}</h3>
        <p class="muted">
          ${t.scanText}
          ${isKeyUri(otpauthUri) ? html`<a class="link" href=${otpauthUri}>${t.openApp}</a>` : nothing}
        </p>
      </div>
    </div>
    <div class="field" part="field">
      <span class="label" part="label" id="key-label">${t.key}</span>
      <div class="key-row">
        <div class="key" part="key" dir="ltr" role="group" aria-labelledby="key-label">
          ${grouped(secret)}
        </div>
        <button class="button" part="button" type="button" @click=${() => void keep.copyKey()}>
          ${icon(keep.did === 'key' ? check : copy)}<span>${keep.did === 'key' ? t.copied : t.copy}</span>
        </button>
      </div>
      ${keep.refused === 'key' ? html`<p class="field-hint" part="hint">${t.copyRefused}</p>` : nothing}
    </div>
    ${codeField(work.fields)}
    <div role="alert" ?hidden=${!failure}>
      ${
        failure
          ? html`<div class="callout danger" part="callout">
              ${icon(circleAlert)}<span class="callout-text" part="error">${failure}</span>
            </div>`
          : nothing
      }
    </div>
    <div class="foot" part="actions">
      <button class="button ghost" part="button" type="button" @click=${cancel}>${t.cancel}</button>
      <button
        class="button primary ${busy ? 'busy' : ''}"
        part="button-primary"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void work.firstCode.verify()}
      >
        ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${t.continue}</span>
      </button>
    </div>
  `;
}

/** Groups of four, which a person can compare and read out; copying the text again leaves the blanks in. */
function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

/** Nothing else becomes a link: the address comes over the wire. */
function isKeyUri(uri: string): boolean {
  return uri.startsWith('otpauth://totp/');
}
