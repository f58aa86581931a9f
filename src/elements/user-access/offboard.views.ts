import { html, nothing, type TemplateResult } from 'lit';
import type { Offboarding, OffboardingItem } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, triangleAlert, x } from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { resultFoot, runFoot } from '../shared/jobs/foot.js';
import { jobProgress, jobShares } from '../shared/jobs/progress.js';
import { jobRows, type JobRow } from '../shared/jobs/rows.js';
import { isEnded, previewRow, resultRow } from './offboard-words.js';
import type { Words } from './view.js';

interface Shared {
  readonly words: Words;
  readonly name: string;
  readonly failure: Error | undefined;
  /** Groups that are shown in full. */
  readonly whole: ReadonlySet<string>;
}

export interface PreviewView extends Shared {
  /** Nothing while it is being made. */
  readonly items: readonly OffboardingItem[] | undefined;
  readonly done: number;
  readonly total: number;
  readonly starting: boolean;
  /** The partner account, whose role is what reaches the clients. */
  readonly parentId: string;
}

export interface RunView extends Shared {
  readonly job: Offboarding;
  readonly stopping: boolean;
}

export interface ResultView extends Shared {
  readonly items: readonly OffboardingItem[];
  readonly retrying: boolean;
}

export interface OffboardActions {
  confirm(): void;
  stop(): unknown;
  retry(): void;
  reload(): void;
  dismiss(): void;
  showAll(group: string): void;
  download(): void;
}

const mostRows = 5;

function frame(
  { words: { t } }: Shared,
  act: OffboardActions,
  title: unknown,
  body: unknown,
  foot: unknown,
): TemplateResult {
  return html`<div class="dialog-head">
      <h2 id="offboard-title" class="title" part="heading" tabindex="-1">${title}</h2>
      <button
        class="button icon-button"
        part="button"
        type="button"
        aria-label=${t.close}
        @click=${() => act.dismiss()}
      >
        ${icon(x)}
      </button>
    </div>
    <div class="dialog-body" role="region" aria-labelledby="offboard-title" tabindex="0">${body}</div>
    <div class="dialog-foot">${foot}</div>`;
}

function trouble({ words, failure }: Shared, act: OffboardActions, text = ''): unknown {
  if (!failure) return nothing;
  return html`<div class="callout danger" part="callout error" role="alert">
    ${icon(circleAlert)}<span class="callout-text">${text} ${problemText(words.problems, failure)}</span>
    <button class="link" part="button" type="button" @click=${() => act.reload()}>
      ${words.common.retry}
    </button>
  </div>`;
}

/** R88: all that would end, also what ending the role on the partner account would leave behind. */
export function previewView(view: PreviewView, act: OffboardActions): TemplateResult {
  const { words, name, items, done, total, starting } = view;
  const { t, common } = words;
  const ends = (items ?? []).filter(isEnded);
  const accounts = new Set(ends.map(({ account }) => account.id)).size;
  const body = items
    ? previewBody(view, act, items)
    : view.failure
      ? trouble(view, act)
      : html`<p id="offboard-lead" role="status">${t.offChecking}</p>
          ${total > 0 ? jobProgress({ done, total, label: t.offChecking, text: t.progress({ done, total }) }) : nothing}`;
  const foot = html`<button
      class="button"
      part="button"
      type="button"
      autofocus
      @click=${() => act.dismiss()}
    >
      ${common.cancel}
    </button>
    ${
      accounts > 0
        ? html`<button
            class="button submit danger ${starting ? 'busy' : ''}"
            part="button-primary"
            type="button"
            aria-disabled=${starting ? 'true' : nothing}
            @click=${() => act.confirm()}
          >
            ${starting ? html`<span class="spinner" part="spinner"></span>` : nothing}<span
              >${t.offDo({ count: accounts })}</span
            >
          </button>`
        : nothing
    }`;
  return frame(view, act, rich(t.offTitle, { name }), body, foot);
}

function previewBody(view: PreviewView, act: OffboardActions, items: readonly OffboardingItem[]): unknown {
  const { t } = view.words;
  const problems = items.filter(({ problem }) => problem);
  const of = (kind: string) => items.filter((item) => item.kind === kind && !item.problem && isEnded(item));
  const [roles, invites, reach] = [of('membership'), of('invitation'), of('inherited')];
  // None of them would end with the role on the partner account.
  const onClients = roles.filter(({ account }) => account.id !== view.parentId);
  const left = onClients.length < roles.length ? onClients.length : 0;
  const lead =
    roles.length + invites.length + reach.length > 0
      ? t.offLead({ roles: roles.length, invites: invites.length, reach: reach.length })
      : t.offNothing;
  return html`<p id="offboard-lead">${lead} ${t.offNoUndo}</p>
    ${
      left > 0
        ? html`<div class="callout warning" part="callout">
            ${icon(triangleAlert)}<span class="callout-text">${rich(t.offLeftBehind, { count: left })}</span>
          </div>`
        : nothing
    }
    <div class="preview" part="preview">
      ${rowsOf('problems', t.offProblems, problems, view, act, previewRow)}
      ${rowsOf('roles', t.offRoles, roles, view, act, previewRow)}
      ${rowsOf('invites', t.offInvites, invites, view, act, previewRow)}
      ${rowsOf('reach', t.offReach, reach, view, act, previewRow)}
    </div>
    <p class="secondary muted">${t.offElsewhere}</p>
    ${trouble(view, act)}`;
}

export function runView(view: RunView, act: OffboardActions): TemplateResult {
  const { words, name, job, stopping } = view;
  const { t } = words;
  const { done, total } = job.counts;
  const label = t.offRunning({ name });
  const body = html`${jobProgress({ done, total, label, text: t.progress({ done, total }) })}
    <p id="offboard-lead" class="secondary muted">${t.offRunningText}</p>
    ${trouble(view, act)}`;
  const foot = runFoot({ stopping, labels: { stop: t.stop, stopping: t.stopping, leave: t.close }, act });
  return frame(view, act, rich(t.offRunning, { name }), body, foot);
}

/** R89: one result per access; what failed keeps its reason. */
export function resultView(view: ResultView, act: OffboardActions): TemplateResult {
  const { words, name, items, retrying } = view;
  const { t } = words;
  const ended = items.filter(isEnded);
  const failed = items.filter(({ outcome }) => outcome === 'failed');
  const left = items.filter(({ outcome }) => outcome === null || outcome === 'skipped');
  const total = new Set(items.map(({ account }) => account.id)).size;
  const open = new Set(
    [...failed, ...items.filter(({ outcome }) => outcome === null)].map(({ account }) => account.id),
  );
  const body = html`<div class="summary">
      ${jobShares(ended.length, failed.length, left.length)}
      <p id="offboard-lead" class="secondary muted">
        ${t.resultText({ done: ended.length, failed: failed.length, left: left.length })}
      </p>
    </div>
    <div class="preview" part="result">
      ${rowsOf('failed', t.attention, [...failed, ...left], view, act, resultRow)}
      ${rowsOf('ended', t.endedGroup, ended, view, act, resultRow)}
    </div>
    ${trouble(view, act)}`;
  const foot = resultFoot({
    ...{ failed: failed.length, act, retrying },
    labels: { download: t.download, retry: t.retry, retryOf: t.retryOf, leave: t.gotIt },
  });
  return frame(view, act, rich(t.resultTitle, { name, done: total - open.size, total }), body, foot);
}

function rowsOf(
  id: string,
  heading: string,
  items: readonly OffboardingItem[],
  { words, whole }: Shared,
  act: OffboardActions,
  row: (item: OffboardingItem, words: Words) => JobRow,
): unknown {
  if (items.length === 0) return nothing;
  const { t, language } = words;
  const most = whole.has(id) ? items.length : id === 'problems' || id === 'failed' ? 20 : mostRows;
  return html`<div>
    ${jobRows({
      ...{ caption: heading, heading: html`${heading} <span class="muted numbers">${items.length}</span>` },
      columns: { account: t.account, what: t.what, actions: t.actions },
      rows: items.map((item) => row(item, words)),
      ...{ most, part: 'result', locale: language.locale },
      more: t.showMore({ count: items.length - most }),
      onMore: () => act.showAll(id),
    })}
  </div>`;
}
