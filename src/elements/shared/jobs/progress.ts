import { html, nothing, type TemplateResult } from 'lit';

export interface ProgressView {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** "120 of 300 done". */
  readonly text: string;
}

/** How far a job is. */
export function jobProgress({ label, done, total, text }: ProgressView): TemplateResult {
  return html`<div class="job-progress" part="progress">
    <progress class="job-bar" aria-label=${label} max=${Math.max(1, total)} value=${done}></progress>
    <p class="secondary muted numbers">${text}</p>
  </div>`;
}

/** How many of all came out well, badly, or not at all; said in words beside it. */
export function jobShares(done: number, failed: number, rest: number): TemplateResult {
  const share = (kind: string, count: number) =>
    count > 0 ? html`<span class=${kind} data-share=${count}></span>` : nothing;
  return html`<div class="shares" aria-hidden="true">
    ${share('done', done)}${share('failed', failed)}${share('rest', rest)}
  </div>`;
}

/** After drawing: a policy may forbid style attributes. */
export function settleShares(root: ParentNode): void {
  for (const share of root.querySelectorAll<HTMLElement>('.shares > [data-share]')) {
    share.style.setProperty('--_share', share.dataset['share'] ?? '0');
  }
}

/** Says how far a job is, at most every two seconds. */
export class ProgressSpeaker {
  #last = -Infinity;
  #said = '';

  say(text: string, now: Date, speak: (text: string) => void): void {
    if (text === this.#said || now.getTime() - this.#last < 2_000) return;
    this.#said = text;
    this.#last = now.getTime();
    speak(text);
  }
}
