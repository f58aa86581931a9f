import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import type { AccountListItem } from '../../client/index.js';
import { number } from '../../i18n/format.js';
import { icon } from '../base/icons/icon.js';
import { arrowDown, arrowUp } from '../base/icons/shapes.js';
import { row, type RowView } from './row.js';
import type { Words } from './view.js';

const columns = ['name', 'status', 'plan', 'seats', 'role', 'lastActivity'] as const;
type Column = (typeof columns)[number];
export type SortColumn = Exclude<Column, 'role' | 'lastActivity'>;

export interface TableView extends RowView {
  readonly caption: unknown;
  readonly items: readonly AccountListItem[];
  readonly total: number;
  /** A column, with `-` in front for descending. */
  readonly sort: string;
  readonly busy: boolean;
  readonly layout: 'auto' | 'table' | 'cards';
  /** Most accounts that can be selected at once. */
  readonly most: number;
  /** One long list, of which another part draws what can be seen. */
  readonly windowed: boolean;
  readonly onSort: (column: SortColumn) => void;
  readonly onSelectPage: (on: boolean) => void;
  readonly onSelectAll: (on: boolean) => void;
}

/** Where the first account stands in the table, the head being the first row. */
export const firstRow = 2;

/** The accounts. Roles stand on the native elements because the layout takes their display away. */
export function table(view: TableView): TemplateResult {
  const { caption, items, layout, busy, selected, windowed, total } = view;
  return html`<div
    class="table-box ${layout} ${selected ? 'selectable' : ''} ${view.columns.length ? 'own' : ''} ${windowed ? 'windowed' : ''}"
  >
    <table
      class="table"
      part="table"
      role="table"
      aria-busy=${busy && !windowed ? 'true' : 'false'}
      aria-rowcount=${windowed ? total + 1 : nothing}
    >
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        ${head(view)}
      </thead>
      ${
        windowed
          ? html`<tbody class="virtual"></tbody>`
          : html`<tbody>
              ${selected ? selectionRow(view, selected) : nothing}
              ${repeat(
                items,
                ({ id }) => id,
                (item) => row(item, view),
              )}
            </tbody>`
      }
    </table>
  </div>`;
}

function head(view: TableView): TemplateResult {
  const { words } = view;
  const own = view.columns.map(
    ({ label }) =>
      html`<th scope="col" role="columnheader" part="column-header" class="col-own">${label}</th>`,
  );
  return html`<tr role="row" aria-rowindex=${view.windowed ? 1 : nothing}>
    ${view.selected ? selectPage(view, view.selected) : nothing}
    ${columns.map((column) => columnHead(column, view))} ${own}
    <th scope="col" role="columnheader" part="column-header">
      <span class="visually-hidden">${words.t.actions}</span>
    </th>
  </tr>`;
}

function isSortable(column: Column): column is SortColumn {
  return column !== 'role' && column !== 'lastActivity';
}

function columnHead(column: Column, { words, sort, onSort }: TableView): TemplateResult {
  const label = words.t[column];
  const down = sort === `-${column}`;
  const sorted = down ? 'descending' : sort === column ? 'ascending' : nothing;
  return html`<th
    scope="col"
    role="columnheader"
    part="column-header"
    class="col-${column}"
    aria-sort=${sorted}
  >
    ${
      isSortable(column)
        ? html`<button class="sort" part="button" type="button" @click=${() => onSort(column)}>
            ${label}${icon(down ? arrowDown : arrowUp, { size: 14 })}
          </button>`
        : label
    }
  </th>`;
}

/** Selects the page; one long list has none, so that there the box stands for all that match. */
function selectPage(view: TableView, selected: ReadonlySet<string>): TemplateResult {
  const { items, words, windowed, total, most, onSelectPage, onSelectAll } = view;
  const here = windowed ? selected.size : items.filter(({ id }) => selected.has(id)).length;
  const all = here > 0 && here >= (windowed ? Math.min(total, most) : items.length);
  return html`<td class="col-check" role="cell">
    <label class="check"
      ><input
        type="checkbox"
        part="select-all"
        aria-label=${windowed ? allLabel(view) : words.t.selectPage}
        .checked=${live(all)}
        .indeterminate=${live(here > 0 && !all)}
        @change=${() => (windowed ? onSelectAll : onSelectPage)(!all)}
    /></label>
  </td>`;
}

/** Says what is selected, and offers the accounts on other pages too. */
function selectionRow(view: TableView, selected: ReadonlySet<string>): unknown {
  const { items, total, words, most, onSelectAll } = view;
  const here = items.filter(({ id }) => selected.has(id)).length;
  if (here === 0 || total <= items.length || selected.size >= Math.min(total, most)) return nothing;
  return html`<tr class="selection" role="row">
    <td role="cell" colspan="8">
      ${words.t.pageSelected({ count: here })}
      <button class="link" part="select-all" type="button" @click=${() => onSelectAll(true)}>
        ${allLabel(view)}
      </button>
    </td>
  </tr>`;
}

/** Everything that matches, or as much of it as one job takes. */
function allLabel({ total, most, words }: TableView): string {
  const say = (value: number) => number(value, words.language);
  return total > most ? words.t.selectMost({ count: say(most) }) : words.t.selectAll({ count: say(total) });
}

/** The words of a column, for what is announced. */
export function columnLabel(column: SortColumn, { t }: Words): string {
  return t[column];
}

/** After drawing: values that reach the styles, since a policy may forbid style attributes. */
export function settleTable(root: ParentNode, ownColumns: number): void {
  settleBars(root);
  const box = root.querySelector<HTMLElement>('.table-box');
  box?.style.setProperty('--_own', String(Math.max(1, ownColumns)));
}

/** How full each account is. */
export function settleBars(root: ParentNode): void {
  for (const bar of root.querySelectorAll<HTMLElement>('[data-share]')) {
    bar.style.setProperty('--_share', bar.dataset['share'] ?? '0');
  }
}
