import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import type { LazyPart } from './lazy-part.js';

/** In place of a part whose code could not be fetched: never an endless skeleton. */
export function partMissing({ partMissing, retry }: Strings['common'], onRetry: () => void): TemplateResult {
  return html`<div class="state" part="state" role="alert">
    <p>${partMissing}</p>
    <div class="actions">
      <button class="button" part="button" type="button" @click=${onRetry}>${retry}</button>
    </div>
  </div>`;
}

/** What a part draws; `waiting` until it is there, and a way to try again where it could not be fetched. */
export function partOr<Part extends { template(): unknown }>(
  lazy: LazyPart<Part>,
  common: Strings['common'],
  waiting: unknown,
): unknown {
  if (lazy.part) return lazy.part.template();
  return lazy.unreachable ? partMissing(common, () => lazy.start()) : waiting;
}
