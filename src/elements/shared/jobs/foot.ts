import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons/icon.js';
import { download, rotateCw } from '../../base/icons/shapes.js';

export interface RunFoot {
  readonly stopping: boolean;
  readonly labels: { readonly stop: string; readonly stopping: string; readonly leave: string };
  readonly act: { stop(): unknown; dismiss(): void };
}

/** Under a job at work: it can be stopped, or left alone. */
export function runFoot({ stopping, labels, act }: RunFoot): TemplateResult {
  return html`${busyButton(stopping, nothing, stopping ? labels.stopping : labels.stop, () => act.stop())}
    <button class="button primary submit" part="button-primary" type="button" @click=${() => act.dismiss()}>
      ${labels.leave}
    </button>`;
}

export interface ResultFoot {
  /** How many failed and can be tried again. */
  readonly failed: number;
  readonly retrying: boolean;
  readonly labels: {
    readonly download: string;
    readonly leave: string;
    retry(values: { count: number }): string;
    /** The same in whole words, to be heard. */
    retryOf(values: { count: number }): string;
  };
  readonly act: { download(): void; retry(): void; dismiss(): void };
}

/** Under a job that has ended: its results as a file, and what failed once more. */
export function resultFoot({ failed, retrying, labels, act }: ResultFoot): TemplateResult {
  const again = html`<span aria-hidden="true">${labels.retry({ count: failed })}</span
    ><span class="visually-hidden">${labels.retryOf({ count: failed })}</span>`;
  return html`<button class="button ghost edge" part="button" type="button" @click=${() => act.download()}>
      ${icon(download)}<span>${labels.download}</span>
    </button>
    <span class="grow"></span>
    ${failed > 0 ? busyButton(retrying, icon(rotateCw), again, () => act.retry()) : nothing}
    <button class="button primary submit" part="button-primary" type="button" @click=${() => act.dismiss()}>
      ${labels.leave}
    </button>`;
}

function busyButton(busy: boolean, rest: unknown, label: unknown, press: () => unknown): TemplateResult {
  return html`<button
    class="button ${busy ? 'busy' : ''}"
    part="button"
    type="button"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${press}
  >
    ${busy ? html`<span class="spinner" part="spinner"></span>` : rest}<span>${label}</span>
  </button>`;
}
