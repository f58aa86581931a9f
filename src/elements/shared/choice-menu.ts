import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { check } from '../base/icons/shapes.js';

/** An entry of a menu: an act, or one choice of several. */
export interface Choice {
  readonly label: unknown;
  readonly icon?: string;
  /** For one choice of several: is it the one in force? */
  readonly checked?: boolean;
  readonly danger?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
  /** A heading above it. */
  readonly heading?: string;
  act(): void;
}

export interface Choices {
  readonly label: string;
  readonly items: readonly Choice[];
}

/**
 * The one menu of a list, filled for whichever button opened it; always drawn, so that it can be shown. Goes with
 * a MenuController and `listStyles`.
 */
export function choiceMenu(
  choices: Choices | undefined,
  onKeydown: (event: KeyboardEvent) => void,
  onChoose: (item: Choice) => void,
): TemplateResult {
  return html`<div
    id="menu"
    class="popover sheet menu"
    part="menu"
    popover
    role="menu"
    aria-label=${choices?.label ?? nothing}
    @keydown=${onKeydown}
  >
    ${choices?.items.map((item) => entry(item, onChoose))}
  </div>`;
}

function entry(item: Choice, onChoose: (item: Choice) => void): TemplateResult {
  const radio = item.checked !== undefined;
  return html`${item.heading ? html`<div class="menu-head" role="presentation">${item.heading}</div>` : nothing}
    ${item.apart ? html`<div class="menu-line" role="separator"></div>` : nothing}
    <button
      class="menu-item ${item.danger ? 'danger' : ''} ${radio ? 'choice' : ''}"
      part="menu-item"
      type="button"
      role=${radio ? 'menuitemradio' : 'menuitem'}
      tabindex="-1"
      aria-checked=${radio ? String(item.checked) : nothing}
      @click=${() => onChoose(item)}
    >
      ${radio ? (item.checked ? icon(check) : html`<span></span>`) : item.icon ? icon(item.icon) : nothing}
      <span>${item.label}</span>
    </button>`;
}
