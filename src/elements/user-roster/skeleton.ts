import { html, type TemplateResult } from 'lit';

const widths = ['', 'middle', 'short'];

/** Rows of the real height while the first answer is awaited (e-roster-states). */
export function skeleton(count: number, label: string): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status">
    <span class="visually-hidden">${label}</span>
    ${Array.from(
      { length: count },
      (_, index) =>
        html`<div class="line" aria-hidden="true">
          <span class="skeleton round"></span>
          <div class="lines">
            <span class="skeleton ${widths[index % 3]}"></span><span class="skeleton"></span>
          </div>
          <span class="skeleton ${widths[(index + 1) % 3]}"></span
          ><span class="skeleton ${widths[(index + 2) % 3]}"></span>
        </div>`,
    )}
  </div>`;
}
