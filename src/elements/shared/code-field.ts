import { html, type TemplateResult } from 'lit';
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
  if (!cells || !/^[0-9]{0,6}$/.test(value)) return html`<div class="code">${fields.render(name)}</div>`;
  const next = Math.min(value.length, length - 1);
  return html`<div class="code digits">
    ${fields.render(
      name,
      html`<span class="otp" part="otp" aria-hidden="true">
        ${Array.from(
          { length },
          (_, index) => html`<span class="otp-cell ${index === next ? 'next' : ''}" part="otp-cell"></span>`,
        )}
      </span>`,
    )}
  </div>`;
}
