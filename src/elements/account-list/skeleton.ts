import { html, type TemplateResult } from 'lit';

const widths = ['', 'middle', 'wide', 'short'];

/** Rows of the real height while the first answer is awaited (e-roster-states). */
export function skeleton(count: number, label: string): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status">
    <span class="visually-hidden">${label}</span>
    ${Array.from(
      { length: count },
      (_, index) =>
        html`<div class="line" aria-hidden="true">
          <span class="skeleton square"></span>
          <span class="skeleton ${widths[index % 4]}"></span>
          <span class="skeleton ${widths[(index + 1) % 4]}"></span>
          <span class="skeleton ${widths[(index + 2) % 4]}"></span>
        </div>`,
    )}
  </div>`;
}
