import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../base/icons/icon.js';
import { arrowDown, arrowUp, cornerDownRight } from '../base/icons/shapes.js';
import { tellCut } from '../shared/roster/who.js';
import { isPaged, rangeText, steps } from './footer.js';
import type { Page } from './model.js';
import { row, type RowView } from './row.js';
import type { Row, Words } from './view.js';

/** One `tbody` with its row header. */
export interface Group {
  readonly id: 'invited' | 'members' | 'through';
  readonly title: unknown;
  readonly count: number | undefined;
  /** A sentence beside the title. */
  readonly about?: string;
  /** Where the group has pages of its own. */
  readonly page?: Page;
  readonly rows: readonly Row[];
}

export const sortColumns = ['name', 'role', 'status', 'mfa', 'lastActive'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface TableView extends RowView {
  /** The same object as long as no row would look different. */
  readonly rows: RowView;
  readonly caption: unknown;
  readonly groups: readonly Group[];
  /** A column, with `-` in front for descending. */
  readonly sort: string;
  readonly busy: boolean;
  readonly layout: 'auto' | 'table-only' | 'cards';
  /** The members are one long list, of which another part of the roster draws what can be seen. */
  readonly windowed: boolean;
  readonly onSort: (column: SortColumn) => void;
  readonly onInvitedPage: (by: -1 | 1) => void;
}

/** The people, in groups. Roles stand on the native elements because the layout takes their display away. */
export function table(view: TableView): TemplateResult {
  const { caption, groups, layout, columns, busy, picks, windowed } = view;
  const count = 1 + groups.reduce((sum, group) => sum + heads(groups) + sizeOf(group), 0);
  return html`<div
    class="table-box ${layout} ${columns.length ? 'own' : ''} ${picks ? 'selectable' : ''} ${windowed ? 'windowed' : ''}"
    @pointerover=${tellCut}
  >
    <table
      class="table"
      part="table"
      role="table"
      aria-busy=${busy ? 'true' : 'false'}
      aria-rowcount=${windowed ? count : nothing}
    >
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        ${head(view)}
      </thead>
      ${picks?.offer()} ${groups.map((group) => body(group, view))}
    </table>
  </div>`;
}

function head({ words, sort, columns, picks, windowed, onSort }: TableView): TemplateResult {
  const own = columns.map(
    (column) =>
      html`<th scope="col" role="columnheader" part="column-header" class="col-own">${column.label}</th>`,
  );
  return html`<tr role="row" aria-rowindex=${windowed ? 1 : nothing}>
    ${picks?.head()} ${sortColumns.map((column) => columnHead(column, sort, words, onSort))} ${own}
    <th scope="col" role="columnheader" part="column-header">
      <span class="visually-hidden">${words.t.actions}</span>
    </th>
  </tr>`;
}

const classOf: Partial<Record<SortColumn, string>> = { mfa: 'col-mfa', lastActive: 'col-last' };

function columnHead(
  column: SortColumn,
  sort: string,
  { t }: Words,
  onSort: (column: SortColumn) => void,
): TemplateResult {
  const down = sort === `-${column}`;
  const sorted = down ? 'descending' : sort === column ? 'ascending' : nothing;
  return html`<th
    scope="col"
    role="columnheader"
    part="column-header"
    class=${classOf[column] ?? ''}
    aria-sort=${sorted}
  >
    <button class="sort" part="button" type="button" @click=${() => onSort(column)}>
      ${t[column]}${icon(down ? arrowDown : arrowUp, { size: 14 })}
    </button>
  </th>`;
}

/** A title per group, where there are several. */
function heads(groups: readonly Group[]): number {
  return groups.length > 1 ? 1 : 0;
}

/** Rows of a group, also those that are not drawn. */
function sizeOf({ id, count, rows }: Group): number {
  return id === 'members' ? (count ?? rows.length) : rows.length;
}

/** Where a group's first row stands among all of the table, the head being the first. */
export function firstIndex(groups: readonly Group[], id: Group['id']): number {
  const before = groups.slice(
    0,
    groups.findIndex((group) => group.id === id),
  );
  return 2 + heads(groups) + before.reduce((sum, group) => sum + heads(groups) + sizeOf(group), 0);
}

function body(group: Group, view: TableView): unknown {
  const { groups, windowed } = view;
  const first = windowed ? firstIndex(groups, group.id) : undefined;
  const title = groups.length > 1 ? groupHead(group, view, first) : nothing;
  if (windowed && group.id === 'members') {
    return html`<tbody data-group="members">
        ${title}
      </tbody>
      <tbody class="virtual" data-group="members"></tbody>`;
  }
  return html`<tbody data-group=${group.id}>
    ${title}
    ${repeat(
      group.rows,
      ({ entry }) => entry.id,
      (one, index) => {
        const at = first && first + index;
        return guard([one, view.rows, at], () => row(one, view.rows, at));
      },
    )}
  </tbody>`;
}

function groupHead(
  { id, title, count, about, page }: Group,
  view: TableView,
  first?: number,
): TemplateResult {
  const across = view.picks ? 7 : 6;
  const paged = page && isPaged(page) ? page : undefined;
  const number = paged ? rangeText(paged, view.words) : count;
  return html`<tr class="group" part="group-header" role="row" aria-rowindex=${first ? first - 1 : nothing}>
    <th scope="rowgroup" role="rowheader" colspan=${across}>
      ${id === 'through' ? icon(cornerDownRight, { tone: 'muted', mirror: true }) : nothing}<b>${title}</b
      ><span class="quiet numbers">${number}</span
      >${about ? html`<span class="quiet">${about}</span>` : nothing}
      ${paged ? html`<span class="pager">${steps(paged, view.words, view.onInvitedPage)}</span>` : nothing}
    </th>
  </tr>`;
}
