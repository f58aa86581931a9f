import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { chevronDown, listFilter, search, x } from '../base/icons/shapes.js';
import {
  applied,
  filterLabel,
  valueLabel,
  type AccountFilter,
  type FilterName,
  type Plan,
} from './filter.js';
import type { ListControl } from './control.js';
import type { Words } from './view.js';

export interface ToolbarView {
  readonly words: Words;
  readonly filter: AccountFilter;
  readonly plans: readonly Plan[];
  /** Each has a button of its own where there is room, else an entry in the menu of all. */
  readonly names: readonly FilterName[];
  readonly searches: boolean;
  /** The button whose menu is open. */
  readonly openAnchor: HTMLElement | undefined;
  readonly control: ListControl;
  readonly onFilter: (name: FilterName | 'all', anchor: HTMLElement) => void;
}

/** Search and filters. */
export function toolbar(view: ToolbarView): TemplateResult {
  const { words, filter, names, searches } = view;
  return html`<div class="toolbar" part="toolbar">
    ${searches ? [searchField(view), names.map((name) => oneButton(name)), allButton()] : nothing}
    <div class="toolbar-end"><slot name="toolbar-end"></slot></div>
  </div>`;

  function oneButton(name: FilterName): TemplateResult {
    const value = filter[name];
    const label = filterLabel(name, words);
    const on =
      value && words.t.filterOn({ filter: label, value: valueLabel(name, value, words, view.plans) });
    return filterButton(name, 'one', value !== '', html`${on || label} ${icon(chevronDown, { size: 14 })}`);
  }

  function allButton(): TemplateResult {
    const count = applied(filter).length;
    const label = count ? words.t.filtersOn({ count }) : words.t.filters;
    return filterButton('all', 'all', count > 0, html`${icon(listFilter)} ${label}`);
  }

  function filterButton(
    name: FilterName | 'all',
    kind: 'one' | 'all',
    on: boolean,
    content: unknown,
  ): TemplateResult {
    return html`<button
      class="button filter ${kind} ${name} ${on ? 'applied' : ''}"
      part=${on ? 'filter applied' : 'filter'}
      type="button"
      data-filter=${name}
      aria-haspopup="menu"
      aria-expanded=${view.openAnchor?.dataset['filter'] === name ? 'true' : 'false'}
      @click=${(event: Event) => view.onFilter(name, event.currentTarget as HTMLElement)}
    >
      ${content}
    </button>`;
  }
}

function searchField({ words, filter, control }: ToolbarView): TemplateResult {
  const { t } = words;
  return html`<div class="field-box search" part="search" role="search">
    ${icon(search)}
    <input
      type="search"
      part="field"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      aria-label=${t.search}
      aria-keyshortcuts=${t.searchKey || nothing}
      placeholder=${t.search}
      .value=${filter.q}
      @input=${control.onSearch}
      @keydown=${control.onSearchKey}
    />
    ${
      filter.q
        ? html`<button
            class="button icon-button clear"
            part="button"
            type="button"
            aria-label=${t.clearSearch}
            @click=${control.onClearSearch}
          >
            ${icon(x)}
          </button>`
        : t.searchKey
          ? html`<kbd aria-hidden="true">${t.searchKey}</kbd>`
          : nothing
    }
  </div>`;
}
