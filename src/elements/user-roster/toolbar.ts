import { html, nothing, type TemplateResult } from 'lit';
import { readDays } from '../../stores/roster-query.js';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { chevronDown, listFilter, search, x } from '../base/icons/shapes.js';
import { appliedCount, filterNames, type FilterName, type RosterFilter } from './filter.js';
import type { Words } from './view.js';

/** How fresh the list is. */
export interface Live {
  readonly when: string;
  readonly old: boolean;
}

export function liveHint(live: Live | undefined, { t }: Words): TemplateResult | typeof nothing {
  if (!live) return nothing;
  return html`<span class="live ${live.old ? 'old' : ''}" part="live"
    >${t.updated({ when: live.when })}</span
  >`;
}

export interface ToolbarView {
  readonly words: Words;
  readonly filter: RosterFilter;
  readonly searches: boolean;
  /** Too little room for the whole placeholder. */
  readonly brief: boolean;
  /** The button whose menu is open. */
  readonly openAnchor: HTMLElement | undefined;
  /** How fresh the list is, or nothing. */
  readonly live: unknown;
  readonly onSearch: (event: Event) => void;
  readonly onSearchKey: (event: KeyboardEvent) => void;
  readonly onClear: () => void;
  readonly onFilter: (name: FilterName | 'all', anchor: HTMLElement) => void;
}

/** Search, filters, and how fresh the list is. */
export function toolbar(view: ToolbarView): TemplateResult {
  const { words, searches, live } = view;
  return html`<div class="toolbar ${searches || live !== nothing ? '' : 'bare'}" part="toolbar">
    ${searches ? [searchField(view), filterNames.map((name) => filterButton(name, view)), allButton(view)] : nothing}
    <div class="toolbar-end">
      ${live}
      <slot name="toolbar-end"></slot>
    </div>
  </div>`;

  function searchField({ filter, onSearch, onSearchKey, onClear }: ToolbarView): TemplateResult {
    return html`<div class="field-box search" part="search" role="search">
      ${icon(search)}
      <input
        type="search"
        part="field"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        aria-label=${words.t.search}
        aria-keyshortcuts=${words.t.searchKey || nothing}
        placeholder=${view.brief ? words.t.searchShort : words.t.search}
        .value=${filter.q}
        @input=${onSearch}
        @keydown=${onSearchKey}
      />
      ${
        filter.q
          ? html`<button
              class="button icon-button clear"
              part="button"
              type="button"
              aria-label=${words.t.clearSearch}
              @click=${onClear}
            >
              ${icon(x)}
            </button>`
          : words.t.searchKey
            ? html`<kbd aria-hidden="true">${words.t.searchKey}</kbd>`
            : nothing
      }
    </div>`;
  }
}

function filterButton(
  name: FilterName,
  { words, filter, openAnchor, onFilter }: ToolbarView,
): TemplateResult {
  const value = filter[name];
  const label = words.t[name];
  return html`<button
    class="button filter one ${value ? 'applied' : ''}"
    part=${value ? 'filter applied' : 'filter'}
    type="button"
    data-filter=${name}
    aria-haspopup="menu"
    aria-expanded=${openAnchor?.dataset['filter'] === name ? 'true' : 'false'}
    @click=${(event: Event) => onFilter(name, event.currentTarget as HTMLElement)}
  >
    ${value ? words.t.filterOn({ filter: label, value: valueName(name, value, words) }) : label}
    ${icon(chevronDown, { size: 14 })}
  </button>`;
}

function allButton({ words, filter, openAnchor, onFilter }: ToolbarView): TemplateResult {
  const count = appliedCount(filter);
  return html`<button
    class="button filter all ${count ? 'applied' : ''}"
    part=${count ? 'filter applied' : 'filter'}
    type="button"
    data-filter="all"
    aria-haspopup="menu"
    aria-expanded=${openAnchor?.dataset['filter'] === 'all' ? 'true' : 'false'}
    @click=${(event: Event) => onFilter('all', event.currentTarget as HTMLElement)}
  >
    ${icon(listFilter)} ${count ? words.t.filtersOn({ count }) : words.t.filters}
  </button>`;
}

/** What a filter says while it is off. */
export function anyLabel(name: FilterName, { t }: Words): string {
  return { role: t.anyRole, status: t.anyStatus, mfa: t.anyMfa, lastActive: t.anyTime }[name];
}

/** A filter's value as a person reads it. */
export function valueName(name: FilterName, value: string, { t, common, roles }: Words): string {
  if (name === 'role') return roleName(roles, value);
  if (name === 'mfa') return value === 'on' ? common.on : value === 'off' ? common.off : value;
  const asked = name === 'lastActive' ? readDays(value) : undefined;
  if (asked) return (asked.since ? t.activePast : t.activeNot)({ days: asked.days });
  const names: Record<string, string> = {
    active: t.active,
    suspended: t.suspended,
    invited: t.invited,
    expired: t.expired,
    never: common.never,
  };
  return names[value] ?? value;
}
