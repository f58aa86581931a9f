import { html, type TemplateResult } from 'lit';

export interface IconOptions {
  /** 16 beside text, 20 alone, 14 in captions and chips, 12 in small boxes. */
  readonly size?: 12 | 14 | 16 | 20;
  /** Classes for the span round it, which is where colour belongs: `success`, `danger`, `muted` … */
  readonly tone?: string;
  /** Turns it round where text runs right to left: arrows, chevrons, send (visual.md 5). */
  readonly mirror?: boolean;
}

/** An outline icon, always beside a word or inside a named button. Styles: `iconStyles`. */
export function icon(
  shape: string,
  { size = 16, tone = '', mirror = false }: IconOptions = {},
): TemplateResult {
  return html`<span class="icon icon-${size} ${tone} ${mirror ? 'mirror' : ''}" part="icon"
    ><svg aria-hidden="true" viewBox="0 0 24 24"><path d=${shape}></path></svg
  ></span>`;
}
