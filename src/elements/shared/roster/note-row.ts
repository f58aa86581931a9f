import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../../../i18n/role-words.js';
import type { RowState } from '../../../stores/roster-actions.js';
import { icon } from '../../base/icons/icon.js';
import { check, circleAlert } from '../../base/icons/shapes.js';
import { problemText, type ProblemTexts } from '../../base/problem-text.js';
import { rich } from '../../base/rich.js';
import { nameOf, roleIdOf, type Entry } from './people.js';
import type { Row, ActWords } from '../../user-roster/view.js';

export interface NoteView {
  readonly words: ActWords;
  readonly problems: ProblemTexts;
  onUndo(entry: Entry): void;
  /** The same once more; after a conflict, over what somebody else has saved. */
  onAgain(entry: Entry): void;
  onDismiss(entry: Entry): void;
}

/** What is told about a row, in a line of its own under it; nothing while there is nothing to tell. */
export function noteRow(row: Row, view: NoteView): TemplateResult | typeof nothing {
  const content = told(row, view);
  return content
    ? html`<tr class="note" part="row note" role="row" data-note=${row.entry.id}>
        <td role="cell" colspan="6">${content}</td>
      </tr>`
    : nothing;
}

/** The same outside a table; undefined while there is nothing to tell. */
export function told(row: Row, view: NoteView): TemplateResult | undefined {
  return noteOf(row, view) ?? stateOf(row, view);
}

function noteOf({ entry, note }: Row, { words, onDismiss }: NoteView): TemplateResult | undefined {
  if (note?.kind === 'told') return good(note.text);
  if (note?.kind === 'failed') return bad(note.text, nothing);
  if (note?.kind !== 'link') return undefined;
  const { t } = words;
  return html`<div class="note-text">
    <p class="url-hint secondary" id="url-hint">${t.copyHere}</p>
    <div class="field-box readonly">
      <input
        class="url mono"
        part="field"
        readonly
        dir="ltr"
        aria-label=${t.urlOf({ email: nameOf(entry) })}
        aria-describedby="url-hint"
        .value=${note.url}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
    </div>
    <button class="button small" part="button" type="button" @click=${() => onDismiss(entry)}>
      ${t.done}
    </button>
  </div>`;
}

function stateOf({ entry, state }: Row, view: NoteView): TemplateResult | undefined {
  const { words, problems, onUndo, onAgain, onDismiss } = view;
  const { t, common, roles } = words;
  if (state?.state === 'saved' && state.patch.status) {
    const say = state.patch.status === 'suspended' ? t.isSuspended : t.isActive;
    return good(rich(say, { name: nameOf(entry) }), undo(entry, words, onUndo));
  }
  if (state?.state === 'failed') {
    const text = [whatFailed(entry, state, words), ' ', problemText(problems, state.error)];
    return bad(text, isPassing(state.error.code) ? link(common.retry, () => onAgain(entry)) : nothing);
  }
  if (state?.state !== 'conflict') return undefined;
  const theirs = valueOf(state.theirs, words);
  const yours = state.patch.roleId
    ? roleName(roles, state.patch.roleId)
    : statusWord(state.patch.status, words);
  return html`<div class="note-text" part="error">
    ${icon(circleAlert, { tone: 'warning' })}<span
      >${rich(t.conflict, { name: nameOf(entry), theirs, yours })}</span
    >
    ${link(t.useYours({ yours }), () => onAgain(entry))}
    ${link(t.keepTheirs({ theirs }), () => onDismiss(entry))}
  </div>`;

  function valueOf(theirs: { roleId: string; status?: string }, about: ActWords): string {
    return 'roleId' in (state as { patch: object }).patch
      ? roleName(roles, theirs.roleId)
      : statusWord(theirs.status, about);
  }
}

/** Takes the change back; stays while it has focus (R94). */
export function undo(entry: Entry, { t, common }: ActWords, onUndo: (entry: Entry) => void): TemplateResult {
  return html`<button
    class="link undo"
    part="button"
    type="button"
    aria-label=${t.undoOf({ name: nameOf(entry) })}
    @click=${() => onUndo(entry)}
  >
    ${common.undo}
  </button>`;
}

function whatFailed(
  entry: Entry,
  { act }: Extract<RowState, { state: 'failed' }>,
  { t, roles }: ActWords,
): unknown {
  const name = nameOf(entry);
  if (act.kind === 'link') return t.copyFailed;
  if (act.kind !== 'change') return '';
  if (act.patch.roleId) return rich(t.roleFailed, { name, role: roleName(roles, roleIdOf(entry)) });
  return rich(act.patch.status === 'suspended' ? t.suspendFailed : t.reactivateFailed, { name });
}

function statusWord(status: string | undefined, { t }: ActWords): string {
  return status === 'suspended' ? t.suspended : t.active;
}

/** Failures that the same press need not meet again. */
const passing = new Set([
  'offline',
  'timeout',
  'response_invalid',
  'unavailable',
  'rate_limited',
  'step_up_required',
  'unauthenticated',
  'idempotency_in_progress',
]);

function isPassing(code: string): boolean {
  return passing.has(code);
}

function good(text: unknown, more: unknown = nothing): TemplateResult {
  return html`<div class="note-text" part="hint">
    ${icon(check, { tone: 'success' })}<span>${text}</span>${more}
  </div>`;
}

function bad(text: unknown, more: unknown): TemplateResult {
  return html`<div class="note-text danger" part="error">
    ${icon(circleAlert)}<span>${text}</span>${more}
  </div>`;
}

function link(label: string, act: () => void): TemplateResult {
  return html`<button class="link" part="button" type="button" @click=${act}>${label}</button>`;
}
