import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons/icon.js';
import { check } from '../../base/icons/shapes.js';
import type { MenuItem } from './row-menu.js';

export interface MenuLooks {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Whose menu it is, shown above a sheet at the bottom of a small page. */
  readonly who?: unknown;
  /** Room for sentences. */
  readonly wide?: boolean;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onChoose: (item: MenuItem) => void;
}

/** The one menu of the roster, filled for whichever button opened it; always drawn, so that it can be shown. */
export function menu(looks: MenuLooks | undefined): TemplateResult {
  return html`<div
    id="menu"
    class="popover sheet menu ${looks?.wide ? 'roles' : ''}"
    part="menu"
    popover
    role="menu"
    aria-label=${looks?.label ?? nothing}
    @keydown=${looks?.onKeydown}
  >
    ${looks?.who ? html`<div class="menu-who" role="presentation">${looks.who}</div>` : nothing}
    ${looks?.items.map((item, index) => menuItem(item, index, looks.onChoose))}
  </div>`;
}

function menuItem(item: MenuItem, index: number, onChoose: (item: MenuItem) => void): TemplateResult {
  const radio = item.checked !== undefined;
  const sentence = item.reason ?? item.text;
  return html`${item.heading ? html`<div class="menu-head" role="presentation">${item.heading}</div>` : nothing}
    ${item.apart ? html`<div class="menu-line" role="separator"></div>` : nothing}
    <button
      class="menu-item ${item.danger ? 'danger' : ''} ${radio ? 'choice' : ''} ${sentence ? 'explained' : ''}"
      part="menu-item"
      type="button"
      role=${radio ? 'menuitemradio' : 'menuitem'}
      tabindex="-1"
      aria-checked=${radio ? String(item.checked) : nothing}
      aria-disabled=${item.reason ? 'true' : nothing}
      aria-labelledby="item-${index}"
      aria-describedby=${sentence ? `item-text-${index}` : nothing}
      @click=${() => onChoose(item)}
    >
      ${
        radio
          ? html`<span>${item.checked ? icon(check) : nothing}</span>`
          : item.icon
            ? icon(item.icon, { mirror: item.mirror })
            : nothing
      }
      <span
        ><span id="item-${index}">${item.label}</span>${
          sentence ? html`<span class="reason" id="item-text-${index}">${sentence}</span>` : nothing
        }</span
      >
    </button>`;
}
