import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';

/** Where one is: two steps, in order. */
export function steps(t: Strings['mfaSetup'], now: 'app' | 'codes'): TemplateResult {
  const step = (name: 'app' | 'codes', label: string) =>
    html`<li aria-current=${name === now ? 'step' : nothing}>${label}</li>`;
  return html`<ol class="steps secondary" aria-label=${t.stepsLabel}>
    ${step('app', t.stepApp)} ${step('codes', t.stepCodes)}
  </ol>`;
}
