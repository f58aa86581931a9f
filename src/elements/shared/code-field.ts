import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialFields } from '../../controllers/credential-fields.js';

const length = 6;

/**
 * The one field for one-time codes. Six cells are drawn behind it while it holds nothing but up to six digits;
 * anything else that a person may type or paste there, such as "123 456" or a recovery code, is shown as it is.
 */
export function codeField(
  fields: CredentialFields,
  { name = 'code', cells = true }: { name?: string; cells?: boolean } = {},
): TemplateResult {
  const value = fields.value(name);
  const digits = cells && /^[0-9]{0,6}$/.test(value);
  // One template for both looks: Firefox takes no more keys in a field whose slot was made anew under it.
  return html`<div class=${digits ? 'code digits' : 'code'}>
    ${fields.render(name, digits ? otp(value) : nothing)}
  </div>`;
}

function otp(value: string): TemplateResult {
  const next = Math.min(value.length, length - 1);
  return html`<span class="otp" part="otp" aria-hidden="true">
    ${Array.from(
      { length },
      (_, index) => html`<span class="otp-cell ${index === next ? 'next' : ''}" part="otp-cell"></span>`,
    )}
  </span>`;
}
