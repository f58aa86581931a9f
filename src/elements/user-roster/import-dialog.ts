import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, store, x } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { roleIdOf } from '../shared/roster/people.js';
import type { Several } from './acting.js';
import { running, runningFoot, why } from './bulk-dialog.js';
import type { BulkRun } from './bulk-run.js';
import type { ImportRow } from './import-plan.js';

/** What becomes of people who are here with another role than the file says. */
export type Differing = 'skip' | 'update' | 'list';

export interface ImportDialogView {
  readonly t: Strings['rosterImport'];
  readonly bulk: Strings['rosterBulk'];
  readonly several: Several;
  readonly file: string;
  /** Why the file can't be read. */
  readonly refused: string | undefined;
  /** While it is looked up who is here. */
  readonly looking: { readonly done: number; readonly total: number } | undefined;
  readonly rows: readonly ImportRow[] | undefined;
  readonly differing: Differing;
  /** R3: whether the reach of the invites is agreed to, or still has to be. */
  readonly agreed: 'yes' | 'no' | 'wanting';
  readonly run: BulkRun<ImportRow> | undefined;
  readonly onFile: (file: File) => void;
  readonly onDiffering: (choice: Differing) => void;
  readonly onAgree: (agreed: boolean) => void;
  readonly onGo: () => void;
  readonly onStop: () => void;
  readonly onRetry: () => void;
  /** The run takes back the roles that the one before has changed. */
  readonly undoes: boolean;
  readonly onUndo: () => void;
  readonly onReport: () => void;
  readonly onClose: () => void;
}

/** More lines than anybody reads one by one are in the report. */
const most = 100;

/** Choosing, preview, run and result, in one dialog. */
export function importDialog(view: ImportDialogView): TemplateResult {
  const { t, several, file, rows, looking, run, onClose } = view;
  const waits = looking !== undefined || run?.running === true;
  const title = run
    ? resultTitle(view, run)
    : looking
      ? t.looking
      : rows
        ? rich(t.reviewTitle, { file, count: rows.length })
        : t.title;
  return html`<dialog class="dialog confirm bulk import" part="dialog" aria-labelledby="import-title">
    <div class="dialog-head">
      <h2 id="import-title" class="title" part="heading" tabindex="-1">${title}</h2>
      ${
        waits
          ? nothing
          : html`<button
              class="button icon-button"
              part="button"
              type="button"
              aria-label=${several.words.common.close}
              @click=${onClose}
            >
              ${icon(x)}
            </button>`
      }
    </div>
    <div class="dialog-body">${body(view)}</div>
    <div class="dialog-foot">${foot(view)}</div>
  </dialog>`;
}

function resultTitle({ bulk, undoes }: ImportDialogView, run: BulkRun<ImportRow>): string {
  if (run.running) return undoes ? bulk.undoing : bulk.working;
  const done = run.in('done').length;
  return done === run.lines.length ? bulk.finished : done > 0 ? bulk.finishedSome : bulk.finishedNone;
}

function body(view: ImportDialogView): unknown {
  const { t, bulk, looking, rows, run } = view;
  if (run) return run.running ? running({ t: bulk }, run) : result(view, run);
  if (looking) {
    return html`<div part="progress">
      <progress aria-label=${bulk.progress} max=${looking.total || 1} .value=${looking.done}></progress>
      <p class="numbers muted">${t.lookedUp(looking)}</p>
    </div>`;
  }
  return rows ? review(view, rows) : choosing(view);
}

function choosing({ t, file, refused }: ImportDialogView): unknown {
  return html`<p>${t.intro}</p>
    ${
      refused === undefined
        ? nothing
        : html`<p class="field-error" part="error" role="alert">
            ${icon(circleAlert)}<span>${rich(t.refused, { file, text: refused })}</span>
          </p>`
    }`;
}

function review(view: ImportDialogView, rows: readonly ImportRow[]): unknown {
  const { t, several } = view;
  const of = (kind: ImportRow['kind']) => rows.filter((row) => row.kind === kind);
  const [invited, differs, same, refused] = [of('invite'), of('differs'), of('same'), of('refused')];
  const clients = several.viewer.account?.childCount ?? 0;
  const { roles } = several.words;
  return html`${
    invited.length > 0
      ? html`<div>
          ${list(t.invited({ count: invited.length }), invited, ({ roleId }) => roleName(roles, roleId ?? ''), t)}
          ${clients > 0 ? reach(view, clients) : nothing}
        </div>`
      : nothing
  }
  ${differs.length > 0 ? differing(view, differs) : nothing}
  ${same.length > 0 ? html`<p>${t.same({ count: same.length })}</p>` : nothing}
  ${
    refused.length > 0
      ? html`<div>${list(t.impossible({ count: refused.length }), refused, ({ reason }) => reason, t)}</div>`
      : nothing
  }`;
}

/** R3: on a partner account an invite reaches every client; that is agreed to before it goes. */
function reach({ t, agreed, onAgree }: ImportDialogView, count: number): TemplateResult {
  const wanting = agreed === 'wanting';
  return html`<p class="effect reach">${icon(store, { tone: 'muted' })}<span>${t.reach({ count })}</span></p>
    <label class="choice">
      <input
        type="checkbox"
        name="reach"
        aria-invalid=${wanting ? 'true' : nothing}
        aria-describedby=${wanting ? 'import-wanting' : nothing}
        .checked=${live(agreed === 'yes')}
        @change=${(event: Event) => onAgree((event.target as HTMLInputElement).checked)}
      />${t.agree({ count })}
    </label>
    ${
      wanting
        ? html`<p class="field-error" id="import-wanting" part="error" role="alert">
            ${icon(circleAlert)}<span>${t.agreeFirst}</span>
          </p>`
        : nothing
    }`;
}

function differing(
  { t, several, differing: chosen, onDiffering }: ImportDialogView,
  rows: readonly ImportRow[],
) {
  const { roles } = several.words;
  const option = (choice: Differing) =>
    html`<label class="choice">
      <input
        type="radio"
        name="differing"
        .checked=${live(chosen === choice)}
        @change=${() => onDiffering(choice)}
      />${t[choice]}
    </label>`;
  return html`<div>
    ${list(
      t.differs({ count: rows.length }),
      rows,
      ({ entry, roleId = '' }) =>
        entry && t.change({ from: roleName(roles, roleIdOf(entry)), to: roleName(roles, roleId) }),
      t,
    )}
    <fieldset class="choices">
      <legend>${t.differsWhat}</legend>
      ${(['skip', 'update', 'list'] as const).map(option)}
    </fieldset>
  </div>`;
}

/** Lines with what they would do or why not. Scrolls by keys too. */
function list(
  label: string,
  rows: readonly ImportRow[],
  tell: (row: ImportRow) => unknown,
  t: Strings['rosterImport'],
): TemplateResult {
  const more = rows.length - most;
  return html`<h3 class="bulk-heading">${label}</h3>
    <ul class="bulk-people" aria-label=${label} tabindex="0">
      ${rows
        .slice(0, most)
        .map(
          (row) =>
            html`<li class="bulk-person">
              <span class="muted secondary numbers">${t.line({ line: row.line })}</span
              ><bdi dir="ltr">${row.email}</bdi><span class="why secondary">${tell(row)}</span>
            </li>`,
        )}
      ${more > 0 ? html`<li class="muted secondary">${t.more({ count: more })}</li>` : nothing}
    </ul>`;
}

/** What came of a run, in sentences. */
export function saidOf(
  { t, bulk, undoes }: Pick<ImportDialogView, 't' | 'bulk' | 'undoes'>,
  run: BulkRun<ImportRow>,
) {
  const done = run.in('done').map(({ entry }) => entry);
  const invited = done.filter(({ kind }) => kind === 'invite').length;
  const changed = done.length - invited;
  return [
    invited > 0 && t.didInvite({ count: invited }),
    changed > 0 && (undoes ? bulk.undoResult : t.didChange)({ count: changed }),
  ].filter((text) => text !== false);
}

function result(view: ImportDialogView, run: BulkRun<ImportRow>): unknown {
  const { t, bulk, several } = view;
  const bad = run.in('failed', 'vetoed');
  const left = run.in('waiting').length;
  const reasons = new Map(bad.map((line) => [line.entry, why(line, bulk, several)]));
  return html`${saidOf(view, run).map((text) => html`<p>${text}</p>`)}
  ${
    bad.length > 0
      ? html`<div>
          ${list(bulk.failed({ count: bad.length }), [...reasons.keys()], (row) => reasons.get(row), t)}
        </div>`
      : nothing
  }
  ${left > 0 ? html`<p>${bulk.notStarted({ count: left })}</p>` : nothing}`;
}

/** The lines that a press would send, as it stands. */
export function goingOf(rows: readonly ImportRow[], differing: Differing): ImportRow[] {
  return rows.filter(({ kind }) => kind === 'invite' || (kind === 'differs' && differing === 'update'));
}

function foot(view: ImportDialogView): unknown {
  const { t, bulk, several, rows, looking, run, differing: chosen } = view;
  const { onGo, onStop, onRetry, onReport, onClose } = view;
  const { common } = several.words;
  if (run?.running) return runningFoot({ t: bulk, onStop }, run);
  const report = html`<button class="button ghost instead" part="button" type="button" @click=${onReport}>
    ${t.report}
  </button>`;
  if (run) {
    const failed = run.in('failed').length;
    const again = failed + run.in('waiting').length;
    const undo = !view.undoes && run.in('done').some(({ entry }) => entry.kind === 'differs');
    return html`${report}
      ${
        undo
          ? html`<button class="button" part="button" type="button" @click=${view.onUndo}>
              ${t.undoRoles}
            </button>`
          : nothing
      }${
        again > 0
          ? html`<button class="button" part="button" type="button" @click=${onRetry}>
              ${failed > 0 ? bulk.retry({ count: again }) : bulk.goOn({ count: again })}
            </button>`
          : nothing
      }<button class="button primary" part="button-primary" type="button" @click=${onClose}>
        ${bulk.close}
      </button>`;
  }
  const cancel = html`<button class="button" part="button" type="button" @click=${looking ? onStop : onClose}>
    ${common.cancel}
  </button>`;
  if (looking) return cancel;
  if (!rows) return [cancel, chooser(view, true)];
  const going = goingOf(rows, chosen);
  const invites = going.filter(({ kind }) => kind === 'invite').length;
  return html`${report}
  ${
    going.length > 0
      ? html`${cancel}<button
            class="button submit primary"
            part="button-primary"
            type="button"
            @click=${onGo}
          >
            <span>${t.go({ invites, changes: going.length - invites })}</span>
          </button>`
      : html`<span class="muted">${t.nothing}</span>${chooser(view, false)}
          <button class="button primary" part="button-primary" type="button" @click=${onClose}>
            ${bulk.close}
          </button>`
  }`;
}

function chooser({ t, refused, onFile }: ImportDialogView, leads: boolean): TemplateResult {
  return html`<button
      class="button ${leads ? 'primary' : ''}"
      part=${leads ? 'button-primary' : 'button'}
      type="button"
      ?autofocus=${leads}
      @click=${(event: Event) => {
        const button = event.currentTarget as HTMLElement;
        button.parentElement?.querySelector<HTMLInputElement>('input[type="file"]')?.click();
      }}
    >
      ${refused === undefined && leads ? t.choose : t.chooseOther}</button
    ><input
      type="file"
      accept=".csv,text/csv,.txt,text/plain"
      hidden
      aria-label=${t.choose}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const [chosen] = input.files ?? [];
        if (chosen) onFile(chosen);
        // The same file can be chosen again once it was put right.
        input.value = '';
      }}
    />`;
}
