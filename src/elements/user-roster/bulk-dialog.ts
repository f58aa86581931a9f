import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { limits } from '../../domain/index.js';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import {
  circleAlert,
  circlePause,
  clock,
  link,
  logOut,
  megaphone,
  store,
  users,
  x,
} from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { Several } from './acting.js';
import type { BulkKind, BulkPlan, Target } from './bulk-guards.js';
import type { BulkLine, BulkRun } from './bulk-run.js';
import { nameOf, roleIdOf } from '../shared/roster/people.js';
import { roleReason } from '../shared/roster/row-menu.js';
import { avatar } from './row.js';
import { stateOf } from '../shared/roster/row-words.js';

export interface BulkDialogView {
  readonly t: Strings['rosterBulk'];
  readonly several: Several;
  readonly kind: BulkKind;
  readonly plan: BulkPlan;
  readonly roleId: string | undefined;
  /** The role is missing, and the person has gone on. */
  readonly wanting: boolean;
  readonly run: BulkRun | undefined;
  readonly undoes: boolean;
  readonly onRole: (roleId: string) => void;
  readonly onGo: () => void;
  readonly onStop: () => void;
  readonly onRetry: () => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Review, run or result, in one dialog, so that nothing jumps between them. */
export function bulkDialog(view: BulkDialogView): TemplateResult {
  const { run, several, onClose } = view;
  const { common } = several.words;
  return html`<dialog class="dialog confirm bulk" part="dialog" aria-labelledby="bulk-title">
    <div class="dialog-head">
      <h2 id="bulk-title" class="title" part="heading" tabindex="-1">${title(view)}</h2>
      ${
        run?.running
          ? nothing
          : html`<button
              class="button icon-button"
              part="button"
              type="button"
              aria-label=${common.close}
              @click=${onClose}
            >
              ${icon(x)}
            </button>`
      }
    </div>
    <div class="dialog-body">
      ${!run ? review(view) : run.running ? running(view, run) : result(view, run)}
    </div>
    <div class="dialog-foot">
      ${!run ? reviewFoot(view) : run.running ? runningFoot(view, run) : resultFoot(view, run)}
    </div>
  </dialog>`;
}

function title({ t, kind, plan, run, undoes, several }: BulkDialogView): unknown {
  if (run?.running) return undoes ? t.undoing : t.working;
  if (run) {
    const done = run.in('done').length;
    return done === run.lines.length ? t.finished : done > 0 ? t.finishedSome : t.finishedNone;
  }
  const count = plan.going.length;
  if (kind === 'remove') return rich(t.removeTitle, { count, account: several.viewer.account?.name ?? '' });
  return t[`${kind}Title`]({ count });
}

function review(view: BulkDialogView): unknown {
  const { t, kind, plan, several } = view;
  const { going, skipped } = plan;
  return html`${kind === 'role' ? roles(view) : nothing}
  ${
    going.length > 0
      ? html`<div>
            <h3 class="bulk-heading">${t.who({ count: going.length })}</h3>
            ${list(
              t.who({ count: going.length }),
              going.map((entry) => ({ entry })),
              several,
            )}
          </div>
          ${effects(view)}`
      : html`<p>${t.nobody}</p>`
  }
  ${
    skipped.length > 0
      ? html`<div>
          <h3 class="bulk-heading">${t.skipped({ count: skipped.length })}</h3>
          ${list(t.skipped({ count: skipped.length }), skipped, several)}
        </div>`
      : nothing
  }`;
}

/** People with what they are now, or why they are left out. Scrolls by keys too. */
function list(
  label: string,
  people: readonly { readonly entry: Target; readonly reason?: unknown }[],
  { words, viewer }: Several,
): TemplateResult {
  return html`<ul class="bulk-people" aria-label=${label} tabindex="0">
    ${repeat(
      people,
      ({ entry }) => entry.id,
      ({ entry, reason }) =>
        html`<li class="bulk-person">
          ${avatar(entry, words, 'small')}<bdi>${nameOf(entry)}</bdi
          ><span class="muted secondary"
            >${entry.kind === 'invitation' ? stateOf(entry, words, viewer).word : roleName(words.roles, roleIdOf(entry))}</span
          >${reason ? html`<span class="why secondary">${reason}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

function roles({ t, several, roleId, wanting, onRole }: BulkDialogView): TemplateResult {
  const { words, viewer } = several;
  const scope = viewer.account?.kind === 'parent' ? 'parent' : 'child';
  const offered = several.roles
    .filter(({ assignable }) => assignable)
    .toSorted((one, other) => one.order - other.order);
  return html`<fieldset class="cards" aria-describedby=${wanting ? 'bulk-wanting' : nothing}>
    <legend>${t.newRole}</legend>
    ${offered.map(
      (role, index) =>
        html`<label class="card">
          <input
            type="radio"
            name="bulk-role"
            aria-describedby="bulk-role-${index}"
            aria-disabled=${role.available ? nothing : 'true'}
            aria-invalid=${wanting ? 'true' : nothing}
            .checked=${live(roleId === role.id)}
            @click=${(event: Event) => {
              if (role.available) onRole(role.id);
              else event.preventDefault();
            }}
          />
          <span class="card-name">${roleName(words.roles, role)}</span>
          <span class="card-text" id="bulk-role-${index}"
            >${role.available ? roleSentence(words.roles, role, scope) : roleReason(role, words)}</span
          >
        </label>`,
    )}
    ${
      wanting
        ? html`<p class="field-error" id="bulk-wanting" part="error" role="alert">
            ${icon(circleAlert)}<span>${t.chooseRole}</span>
          </p>`
        : nothing
    }
  </fieldset>`;
}

function effects({ t, kind, plan, several }: BulkDialogView): unknown {
  const { words, viewer, counted } = several;
  const invited = plan.going.filter((entry) => entry.kind === 'invitation').length;
  const people = plan.going.length - invited;
  const clients = viewer.account?.childCount ?? 0;
  const all = {
    role: [],
    suspend: [[logOut, t.suspendAccess], counted && [users, t.suspendSeats], [circlePause, t.suspendUndo]],
    resend: [
      [link, words.t.resendLinks],
      [clock, words.t.resendLife({ days: limits.inviteLifeSeconds / 86_400 })],
    ],
    remove: [
      people > 0 && [logOut, t.removeAccess],
      people > 0 && clients > 0 && [store, t.removeClients({ count: clients })],
      invited > 0 && [link, t.removeInvites({ count: invited })],
      people > 0 && [megaphone, t.removeWork],
      [circleAlert, t.removeNoUndo],
    ],
  }[kind] as readonly (readonly [string, string] | false)[];
  const shown = all.filter((one) => one !== false);
  if (shown.length === 0) return nothing;
  return html`<ul class="effects">
    ${shown.map(
      ([shape, text]) => html`<li class="effect">${icon(shape, { tone: 'muted' })}<span>${text}</span></li>`,
    )}
  </ul>`;
}

function reviewFoot({ t, kind, plan, several, onGo, onClose }: BulkDialogView): TemplateResult {
  const count = plan.going.length;
  const cancel = html`<button class="button" part="button" type="button" autofocus @click=${onClose}>
    ${several.words.common.cancel}
  </button>`;
  if (count === 0) return cancel;
  return html`${cancel}<button
      class="button submit ${kind === 'remove' ? 'danger' : 'primary'}"
      part="button-primary"
      type="button"
      @click=${onGo}
    >
      <span>${t[`${kind}Do`]({ count })}</span>
    </button>`;
}

/** How far a run is. */
export function running<Item>({ t }: Pick<BulkDialogView, 't'>, run: BulkRun<Item>): TemplateResult {
  const total = run.lines.length;
  const done = total - run.in('waiting', 'busy').length;
  return html`<div part="progress">
    <progress aria-label=${t.progress} max=${total} .value=${done}></progress>
    <p class="numbers muted">${t.running({ done, total })}</p>
  </div>`;
}

/** The way to stop it. */
export function runningFoot<Item>(
  { t, onStop }: Pick<BulkDialogView, 't' | 'onStop'>,
  { stopping }: BulkRun<Item>,
): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
    aria-disabled=${stopping ? 'true' : nothing}
    @click=${onStop}
  >
    ${stopping ? t.stopping : t.stop}
  </button>`;
}

function result({ t, kind, several, undoes }: BulkDialogView, run: BulkRun): TemplateResult {
  const done = run.in('done').length;
  const bad = run.in('failed', 'vetoed');
  const left = run.in('waiting').length;
  const say = undoes ? t.undoResult : t[`${kind}Result`];
  return html`${done > 0 ? html`<p>${say({ count: done })}</p>` : nothing}
  ${
    bad.length > 0
      ? html`<div>
          <h3 class="bulk-heading">${t.failed({ count: bad.length })}</h3>
          ${list(
            t.failed({ count: bad.length }),
            bad.map((line) => ({ entry: line.entry, reason: why(line, t, several) })),
            several,
          )}
        </div>`
      : nothing
  }
  ${left > 0 ? html`<p>${t.notStarted({ count: left })}</p>` : nothing}`;
}

/** Why it did not go through for one of them. */
export function why<Item>(
  { state, error }: BulkLine<Item>,
  t: Strings['rosterBulk'],
  { problems }: Pick<Several, 'problems'>,
): string {
  if (state === 'vetoed' || !error) return t.vetoed;
  const gone = 'kind' in error && (error.kind === 'not-found' || error.kind === 'invitation-not-pending');
  return gone ? t.alreadyGone : problemText(problems, error);
}

function resultFoot(view: BulkDialogView, run: BulkRun): TemplateResult {
  const { t, kind, undoes, onRetry, onUndo, onClose } = view;
  const failed = run.in('failed').length;
  const left = run.in('waiting').length;
  const undo = (kind === 'role' || kind === 'suspend') && !undoes && run.in('done').length > 0;
  const again = failed + left;
  return html`${
      undo
        ? html`<button class="button ghost instead" part="button" type="button" @click=${onUndo}>
            ${t.undoAll}
          </button>`
        : nothing
    }
    ${
      again > 0
        ? html`<button class="button" part="button" type="button" @click=${onRetry}>
            ${failed > 0 ? t.retry({ count: again }) : t.goOn({ count: again })}
          </button>`
        : nothing
    }<button class="button primary" part="button-primary" type="button" @click=${onClose}>
      ${t.close}
    </button>`;
}
