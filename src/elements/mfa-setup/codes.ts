import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { check, circleAlert, copy, download, printer, triangleAlert } from '../base/icons/shapes.js';
import { steps } from './steps.js';
import type { SetupWork } from './work.js';

/** Step 2: the recovery codes, this once; ways to keep them; the person says that they do (R65, S04). */
export function codesView(work: SetupWork, codes: readonly string[]): TemplateResult {
  const { t, viaSetup, keep, doing } = work;
  const { did } = keep;
  const busy = doing === 'saved';
  const failure = work.failureText();
  return html`
    <div class="card-head">
      <h2 class="title" part="heading" tabindex="-1">${t.saveTitle}</h2>
      <p part="subheading">${viaSetup ? t.saveStep : t.saveText}</p>
    </div>
    ${viaSetup ? steps(t, 'codes') : nothing}
    <div class="codes" part="codes">
      <ol>
        ${codes.map(
          (code, index) =>
            html`<li part="code">
              <span class="number" aria-hidden="true">${index + 1}</span><span>${code}</span>
            </li>`,
        )}
      </ol>
      <div class="code-actions" part="code-actions">
        ${act(did === 'file' ? check : download, did === 'file' ? t.downloaded : t.download, keep.download)}
        ${act(did === 'codes' ? check : copy, did === 'codes' ? t.copied : t.copy, () => void keep.copyCodes())}
        ${act(printer, t.print, keep.print)}
      </div>
    </div>
    ${keep.refused === 'codes' ? html`<p class="field-hint" part="hint">${t.copyRefused}</p>` : nothing}
    <div class="callout warning" part="callout">
      ${icon(triangleAlert)}<span class="callout-text">${t.onlyNow}</span>
    </div>
    ${savedTick(work)}
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
      <button
        class="button primary ${busy ? 'busy' : ''}"
        part="button-primary"
        type="button"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void work.finish()}
      >
        ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${t.finish}</span>
      </button>
    </div>
  `;
}

function act(shape: string, label: string, press: () => void): TemplateResult {
  return html`<button class="button" part="button" type="button" @click=${press}>
    ${icon(shape)}<span>${label}</span>
  </button>`;
}

function savedTick({ t, ticked, tickMissing, tick }: SetupWork): TemplateResult {
  return html`<div class="tick">
    <input
      id="saved"
      type="checkbox"
      .checked=${ticked}
      aria-invalid=${tickMissing ? 'true' : nothing}
      aria-describedby=${tickMissing ? 'saved-error' : nothing}
      @change=${tick}
    />
    <label for="saved">${t.saved}</label>
    ${
      tickMissing
        ? html`<p id="saved-error" class="field-error" role="alert">
            ${icon(circleAlert)}<span>${t.savedMissing}</span>
          </p>`
        : nothing
    }
  </div>`;
}
