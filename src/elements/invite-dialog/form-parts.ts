/** Parts of the form that stand for themselves. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRoleId } from '../../domain/index.js';
import { icon } from '../base/icons/icon.js';
import { circleCheck } from '../base/icons/shapes.js';
import { roleDetails } from '../shared/role-details.js';
import type { FormActions, FormView } from './form.js';

/** R28, I06: what was done in place of an invite. */
export function told({ told: lines }: FormView): TemplateResult {
  return html`<div role="status" class="told" ?hidden=${lines.length === 0}>
    ${lines.map(
      (line) =>
        html`<div class="callout success" part="callout">
          ${icon(circleCheck, { tone: 'success' })}<span class="callout-text">${line}</span>
        </div>`,
    )}
  </div>`;
}

/** Up to 1,000 people from a file; what reads it is fetched when one is chosen. */
export function fileRow({ file, fileUnreachable, words: { t } }: FormView, act: FormActions): TemplateResult {
  const pick = (event: Event) => {
    (event.target as HTMLElement).parentElement?.querySelector<HTMLInputElement>('input')?.click();
  };
  return html`<div class="file-row">
      <button class="link" part="button" type="button" @click=${pick}>${t.fileChoose}</button>
      <input
        id="file"
        type="file"
        accept=".csv,text/csv,.txt,text/plain"
        hidden
        aria-label=${t.fileChoose}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const [chosen] = input.files ?? [];
          if (chosen) void act.readFile(chosen);
          // The same file can be chosen again once it was put right.
          input.value = '';
        }}
      />
    </div>
    ${file?.template() ?? (fileUnreachable ? html`<p class="field-error" role="alert">${t.fileMissing}</p>` : nothing)}`;
}

export function details({ account, draft, roles, words }: FormView): TemplateResult {
  const offered = (roles ?? []).flatMap(({ id, available }) => (available && isRoleId(id) ? [id] : []));
  return html`<details class="disclosure">
    <summary class="link plain">${words.roleDetails.summary}</summary>
    <slot name="role-details">
      ${roleDetails({
        scope: account?.kind === 'parent' ? 'parent' : 'child',
        roles: offered,
        chosen: draft.role,
        words,
      })}
    </slot>
  </details>`;
}

export function message({ draft, words: { t } }: FormView, act: FormActions): TemplateResult {
  const over = [...draft.message].length - 500;
  return html`<details class="disclosure" ?open=${draft.message !== ''}>
    <summary class="link plain">${t.messageAdd}</summary>
    <div class="field">
      <label class="label" for="message">${t.message}</label>
      <div class=${over > 0 ? 'field-box invalid' : 'field-box'}>
        <textarea
          id="message"
          rows="3"
          aria-describedby="message-hint"
          aria-invalid=${over > 0 ? 'true' : nothing}
          .value=${draft.message}
          @input=${(event: InputEvent) => {
            act.write((event.target as HTMLTextAreaElement).value);
          }}
        ></textarea>
      </div>
      <p id="message-hint" class=${over > 0 ? 'field-error' : 'field-hint'}>
        ${over > 0 ? t.messageTooLong({ count: over }) : t.messageHint}
      </p>
    </div>
  </details>`;
}
