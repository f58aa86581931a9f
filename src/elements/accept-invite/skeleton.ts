import { html, type TemplateResult } from 'lit';

/** Grey lines while the link, or the page's own code, is on its way. */
export const skeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton-lines">
    <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span>
    <span class="visually-hidden" role="status">${loading}</span>
  </div>`;
