import { html, nothing, type TemplateResult } from 'lit';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { RowView } from './row.js';
import { listFailed } from '../shared/list-states.js';
import { roleLock } from '../shared/roster/row-words.js';
import { skeleton } from './skeleton.js';
import { empty, none, refused, staleBar } from './states.js';
import { table } from './table.js';
import type { RosterColumns } from './view.js';
import type { RosterWork } from './work.js';

export interface BodyView {
  readonly work: RosterWork;
  readonly columns: RosterColumns;
  readonly layout: 'auto' | 'table-only' | 'cards';
  readonly skeletons: number;
  readonly onAdd: ((event: Event) => void) | undefined;
  readonly onRetry: () => void;
}

/** The list, or what stands in its place: one of the states a person can meet. */
export function body(view: BodyView): TemplateResult {
  const { work, onAdd, onRetry } = view;
  const { words, problems, seats, query } = work.data;
  const { state, error, total } = work.seen ?? {};
  const cause = error && problemText(problems, error);
  return html`<div class="below">
    ${!state || state === 'loading' ? skeleton(view.skeletons, words.common.loading) : nothing}
    ${state === 'ready' ? list(view, cause) : nothing}
    ${place('empty', state === 'empty' && empty(words, total === 1, seats, onAdd))}
    ${place(
      'no-results',
      state === 'none' &&
        none({ words, filter: query, onDrop: work.control.onDrop, onClear: work.control.onClearAll }),
    )}
    ${place(
      'error',
      state === 'refused'
        ? refused(words)
        : state === 'failed' && error && cause !== undefined && listFailed(words, cause, error, onRetry),
    )}
  </div>`;
}

/** A slot is always there; what stands in it by default only in its state. */
function place(name: string, content: TemplateResult | false | undefined): TemplateResult {
  return html`<slot name=${name} ?hidden=${!content}>${content || nothing}</slot>`;
}

/** What every row is drawn with: the same object as long as no row would look different. */
export function rowViewOf(work: RosterWork, columns: RosterColumns): RowView {
  const { words, viewer, roles } = work.data;
  const { account, userId, manages, readonly } = viewer;
  const { acting, picking, host } = work;
  // What a host's own functions draw from, nobody but the host knows.
  const own = columns.length > 0 || (host.rowActions && !manages) ? {} : undefined;
  const parts = [words, words.time.now, roles, account, userId, manages, readonly, acting, own];
  const doing = [acting?.words, acting?.anchor, picking, picking?.selection.ids];
  return work.rowView([...parts, ...doing], () => ({
    words,
    viewer,
    columns,
    extras: acting,
    picks: picking,
    handlers: {
      onRole: (entry, anchor, at) =>
        void work.act(({ menus }) => menus.open({ kind: 'role', id: entry.id }, anchor, at)),
      onMenu: (entry, anchor, at) =>
        void work.act(({ menus }) => menus.open({ kind: 'row', id: entry.id }, anchor, at)),
      onResend: (entry, opener) => void work.act(({ act }) => act('resend', entry, opener)),
      onCorrect: (entry, opener) => void work.act(({ act }) => act('correct', entry, opener)),
      roleLocked: (entry) => roleLock(entry, words, viewer, roles),
      // People can always be looked at; invites can only be changed.
      hasMenu: (entry) =>
        entry.kind !== 'invitation' || viewer.manages || (work.host.rowActions?.(entry).length ?? 0) > 0,
    },
  }));
}

function list({ work, columns, layout, onRetry }: BodyView, cause: string | undefined): unknown {
  const { seen, data, control } = work;
  const { words, viewer, query } = data;
  if (!seen) return nothing;
  const rows = rowViewOf(work, columns);
  const view = table({
    ...rows,
    rows,
    layout,
    caption: rich(words.t.caption, { account: viewer.account?.name ?? '' }),
    groups: seen.groups,
    sort: query.sort || 'name',
    busy: seen.busy,
    windowed: work.window !== undefined,
    onSort: control.onSort,
    onInvitedPage: control.onInvitedPage,
  });
  return cause === undefined ? view : [staleBar(words, data.updated, cause, onRetry), view];
}
