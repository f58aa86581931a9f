import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../../i18n/role-words.js';
import type { RowPatch } from '../../stores/roster-actions.js';
import { chevronDown, ellipsis, lock } from '../base/icons/shapes.js';
import { who } from '../shared/roster/who.js';
import { nameOf, roleIdOf, type Entry } from '../shared/roster/people.js';
import { lastActiveOf, mfaOf, stateOf, type State } from '../shared/roster/row-words.js';
import type { RosterColumns, Row, RowExtras, RowPicks, Viewer, Words } from './view.js';

export { avatar, who } from '../shared/roster/who.js';

export interface RowHandlers {
  /** Opens a menu at its button; `at` says where focus starts. */
  onRole(entry: Entry, anchor: HTMLElement, at?: 'first' | 'last'): void;
  onMenu(entry: Entry, anchor: HTMLElement, at?: 'first' | 'last'): void;
  onResend(entry: Entry, opener: HTMLElement): void;
  onCorrect(entry: Entry, opener: HTMLElement): void;
  /** Why the role is not for choosing, or undefined where it is. */
  roleLocked(entry: Entry): string | undefined;
  hasMenu(entry: Entry): boolean;
}

export interface RowView {
  readonly words: Words;
  readonly viewer: Viewer;
  readonly columns: RosterColumns;
  readonly handlers: RowHandlers;
  readonly extras: RowExtras | undefined;
  readonly picks: RowPicks | undefined;
}

/**
 * One line of the table, and what is to be told about it under it. `index`: its place where not all are drawn. A list
 * draws many of them, so that a row is as few elements and templates as can say it.
 */
export function row(one: Row, view: RowView, index?: number): TemplateResult {
  const { entry } = one;
  const { words, viewer, columns, picks } = view;
  const { time, common } = words;
  const told = view.extras?.told(one) ?? nothing;
  const look = [partState(entry), picks?.isPicked(entry.id) ? 'selected' : ''].filter(Boolean).join(' ');
  const status = stateOf(entry, words, viewer);
  const mfa = mfaOf(entry, words, viewer);
  const none = entry.kind === 'invitation';
  const at = lastActiveOf(entry);
  return html`<tr
      class="row ${look} ${told === nothing ? '' : 'told'} ${isFresh(one) ? 'fresh' : ''}"
      part="row ${look}"
      role="row"
      aria-rowindex=${index ?? nothing}
      data-row=${entry.id}
    >
      ${picks?.cell(entry)}
      <th scope="row" role="rowheader" part="cell">${who(entry, words)}</th>
      <td role="cell" part="cell" class="role-cell ${hasUndo(one) ? 'saved' : ''}">${role(one, view)}</td>
      <td role="cell" part="cell status" class="state-cell">
        ${isSaving(one, 'status') ? spinner : nothing}<svg
          class="icon icon-16 ${status.tone}"
          part="icon"
          aria-hidden="true"
          viewBox="0 0 24 24"
        >
          <path d=${status.icon}></path>
        </svg>
        <div class="lines">${status.word} ${underStatus(status, entry, view)}</div>
      </td>
      <td role="cell" part="cell mfa" class="state-cell col-mfa ${none ? 'none' : ''}">
        <svg class="icon icon-16 ${mfa.tone}" part="icon" aria-hidden="true" viewBox="0 0 24 24">
          <path d=${mfa.icon}></path>
        </svg>
        <div class="lines">
          <span class=${none ? 'quiet' : 'plain'}>${mfa.word}</span
          ><span class="full">${none ? nothing : mfaWord(entry, words, viewer)}</span>
          ${mfa.second ? html`<div class="second plain">${mfa.second}</div>` : nothing}
        </div>
      </td>
      <td role="cell" part="cell last-active" class="col-last quiet ${none ? 'none' : ''}">
        ${at ? html`<time datetime=${at} title=${time.full(at)}>${time.relative(at)}</time>` : common.never}
      </td>
      ${columns.map(
        (column) => html`<td role="cell" part="cell" class="col-own ${column.id}">${column.cell(entry)}</td>`,
      )}
      <td role="cell" part="cell" class="menu-cell">${more(entry, view)}</td>
    </tr>
    ${told}`;
}

/** It stands before the icon whose place it takes. */
const spinner = html`<span class="spinner" part="spinner"></span>`;

function partState(entry: Entry): string {
  if (entry.kind === 'partner') return 'partner';
  if (entry.kind === 'invitation') return entry.invitation.state === 'expired' ? 'expired' : 'invited';
  return entry.member.status === 'suspended' ? 'suspended' : '';
}

function role({ entry, state, note }: Row, view: RowView): unknown {
  const { words, handlers, extras } = view;
  const label = roleName(words.roles, roleIdOf(entry));
  const locked = handlers.roleLocked(entry);
  if (locked !== undefined) {
    return html`<span class="role" part="role-control locked" title=${locked || nothing}
      ><bdi>${label}</bdi>${
        locked
          ? html`<svg class="icon icon-14" part="icon" aria-hidden="true" viewBox="0 0 24 24">
                <path d=${lock}></path></svg
              ><span class="visually-hidden">${locked}</span>`
          : nothing
      }</span
    >`;
  }
  const busy = note?.kind === 'busy' || state?.state === 'busy';
  const saving = isSaving({ entry, state, note }, 'roleId');
  const open = (event: Event, at?: 'first' | 'last') =>
    handlers.onRole(entry, event.currentTarget as HTMLElement, at);
  return html`<button
      class="role ${saving ? 'saving' : ''}"
      part=${saving ? 'role-control busy' : 'role-control'}
      type="button"
      aria-label=${words.t.roleOf({ role: label, name: nameOf(entry) })}
      aria-haspopup="menu"
      aria-expanded=${isOpen(extras?.anchor, entry.id, 'role')}
      aria-disabled=${busy ? 'true' : nothing}
      @click=${open}
      @keydown=${byArrow(open)}
    >
      <bdi>${label}</bdi>${saving ? spinner : nothing}<svg
        class="icon icon-14"
        part="icon"
        aria-hidden="true"
        viewBox="0 0 24 24"
      >
        <path d=${chevronDown}></path>
      </svg>
    </button>
    ${hasUndo({ entry, state, note }) ? extras?.undo(entry) : nothing}`;
}

/** Changed a moment ago: tinted for a second. */
function isFresh({ state, note }: Row): boolean {
  return state?.state === 'saved' || note?.kind === 'told';
}

function hasUndo({ state }: Row): boolean {
  return state?.state === 'saved' && state.patch.roleId !== undefined;
}

/** Is a new value of this kind on its way? */
function isSaving({ state, note }: Row, what: keyof RowPatch): boolean {
  if (note?.kind === 'busy') return note.patch[what] !== undefined;
  return state?.state === 'busy' && state.act.kind === 'change' && state.act.patch[what] !== undefined;
}

/** Why, until when, and the way on; else the second factor, where there is no room for a column of its own. */
function underStatus(
  { second: line, resend, correct, title }: State,
  entry: Entry,
  { words, viewer, handlers }: RowView,
): TemplateResult | typeof nothing {
  if (line) {
    const again = resend && viewer.manages;
    return html`<div class="second text">
      <span title=${title ?? nothing}>${line}</span
      >${again ? wayOn(words.t.resend, handlers.onResend) : nothing}${correct && viewer.manages ? wayOn(words.t.correctShort, handlers.onCorrect) : nothing}
    </div>`;
  }
  if (entry.kind === 'invitation') return nothing;
  return html`<div class="second mfa-line">${mfaWord(entry, words, viewer)}</div>`;

  function wayOn(label: string, way: (entry: Entry, opener: HTMLElement) => void): TemplateResult {
    const act = (event: Event) => way(entry, event.currentTarget as HTMLElement);
    return html`<span class="again">&nbsp;·&nbsp;</span
      ><button class="link again" part="button" type="button" @click=${act}>
        ${label}<span class="visually-hidden"> ${nameOf(entry)}</span>
      </button>`;
  }
}

function mfaWord(entry: Entry, words: Words, viewer: Viewer): string {
  return mfaOf(entry, words, viewer).tone === 'success' ? words.t.mfaOn : words.t.mfaOff;
}

function more(entry: Entry, { words, handlers, extras }: RowView): unknown {
  if (!handlers.hasMenu(entry)) return nothing;
  const open = (event: Event, at?: 'first' | 'last') =>
    handlers.onMenu(entry, event.currentTarget as HTMLElement, at);
  return html`<button
    class="button icon-button more"
    part="row-actions"
    type="button"
    aria-label=${words.t.actionsFor({ name: nameOf(entry) })}
    aria-haspopup="menu"
    aria-expanded=${isOpen(extras?.anchor, entry.id, 'more')}
    @click=${open}
    @keydown=${byArrow(open)}
  >
    <svg class="icon icon-16" part="icon" aria-hidden="true" viewBox="0 0 24 24">
      <path d=${ellipsis}></path>
    </svg>
  </button>`;
}

function isOpen(anchor: HTMLElement | undefined, id: string, name: string): 'true' | 'false' {
  const own =
    anchor?.classList.contains(name) && anchor.closest<HTMLElement>('[data-row]')?.dataset['row'] === id;
  return own ? 'true' : 'false';
}

function byArrow(open: (event: Event, at: 'first' | 'last') => void): (event: KeyboardEvent) => void {
  return (event) => {
    const at = { ArrowDown: 'first', ArrowUp: 'last' }[event.key] as 'first' | 'last' | undefined;
    if (!at) return;
    event.preventDefault();
    open(event, at);
  };
}
