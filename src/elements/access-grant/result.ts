import { html, nothing, type TemplateResult } from 'lit';
import type { BulkGrantItem } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, x } from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { resultFoot, runFoot } from '../shared/jobs/foot.js';
import { jobProgress, jobShares } from '../shared/jobs/progress.js';
import { jobRows } from '../shared/jobs/rows.js';
import { steps } from './form.js';
import { attention, isDone, isThere, resultRow, whoOf } from './item-words.js';
import type { DialogView, ResultView, RunView, Tab } from './view.js';

export interface RunActions {
  stop(): void;
  dismiss(): void;
  reload(): void;
}

export interface ResultActions extends RunActions {
  choose(tab: Tab): void;
  showAll(group: string): void;
  retry(): void;
  download(): void;
  plan(event: Event): void;
}

const mostRows = 5;

function head({ words: { common } }: DialogView, title: unknown, text: unknown, act: RunActions) {
  return html`<div class="dialog-head">
    <h2 id="title" class="title" part="heading" tabindex="-1">${title}</h2>
    <p class="muted" part="subheading">${text}</p>
    <button
      class="button icon-button"
      part="button close"
      type="button"
      aria-label=${common.close}
      @click=${() => act.dismiss()}
    >
      ${icon(x)}
    </button>
  </div>`;
}

function trouble({ words, failure }: DialogView, act: RunActions, text: string): unknown {
  if (!failure) return nothing;
  return html`<div class="callout danger" part="callout error" role="alert">
    ${icon(circleAlert)}<span class="callout-text">${text} ${problemText(words.problems, failure)}</span>
    <button class="link" part="button" type="button" @click=${() => act.reload()}>
      ${words.common.retry}
    </button>
  </div>`;
}

/** The job is at work; it can be left alone, or stopped. */
export function runView(view: RunView, act: RunActions): TemplateResult {
  const { words, job, stopping } = view;
  const { t } = words;
  const { done, total } = job.counts;
  return html`${head(view, t.running({ count: total }), whoOf(job, words), act)}
    <div class="dialog-body" part="body">
      ${steps(words, 'result')}
      ${jobProgress({ done, total, label: t.running({ count: total }), text: t.progress({ done, total }) })}
      <p class="secondary muted">${t.runningText}</p>
      ${trouble(view, act, t.lost)}
    </div>
    <div class="dialog-foot" part="footer">
      ${runFoot({ stopping, labels: { stop: t.stop, stopping: t.stopping, leave: t.hide }, act })}
    </div>`;
}

/** One result per account (picture j2). */
export function resultView(view: ResultView, act: ResultActions): TemplateResult {
  const { words, job, items } = view;
  const { t } = words;
  const done = items.filter(isDone).length;
  const there = items.filter(isThere).length;
  const failed = items.filter(({ outcome }) => outcome === 'failed').length;
  const undone = items.filter(({ outcome }) => outcome === null).length;
  return html`${head(view, t.resultTitle({ done, total: items.length }), whoOf(job, words), act)}
    <div class="dialog-body" part="body">
      ${steps(words, 'result')}
      <div class="summary">
        ${jobShares(done, failed, there + undone)}
        <p class="secondary muted">
          ${job.status === 'cancelled' ? t.stopped : nothing} ${t.resultText({ there, failed, undone })}
        </p>
      </div>
      ${tabs(view, act)} ${groups(view, act)} ${trouble(view, act, '')}
      <slot name="after-results"></slot>
    </div>
    <div class="dialog-foot" part="footer">
      ${resultFoot({
        ...{ failed, act, retrying: view.retrying },
        labels: { download: t.download, retry: t.retry, retryOf: t.retryOf, leave: t.done },
      })}
    </div>`;
}

const tests: Readonly<Record<Exclude<Tab, 'all'>, (item: BulkGrantItem) => boolean>> = {
  attention,
  done: isDone,
  there: isThere,
};

function tabs({ words: { t }, items, tab }: ResultView, act: ResultActions): TemplateResult {
  const labels: Record<Tab, string> = {
    all: t.tabAll,
    attention: t.tabAttention,
    done: t.tabDone,
    there: t.tabThere,
  };
  const names = (Object.keys(labels) as Tab[]).filter((name) => name !== 'there' || items.some(isThere));
  const onKeydown = (event: KeyboardEvent) => {
    const rtl = (event.currentTarget as HTMLElement).matches(':dir(rtl)');
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    act.choose(names.at((names.indexOf(tab) + step + names.length) % names.length) ?? 'all');
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${t.tabs} @keydown=${onKeydown}>
    ${names.map((name) => {
      const count = name === 'all' ? items.length : items.filter(tests[name]).length;
      return html`<button
        id=${`tab-${name}`}
        class="tab"
        type="button"
        role="tab"
        aria-selected=${tab === name ? 'true' : 'false'}
        aria-controls="results"
        tabindex=${tab === name ? 0 : -1}
        @click=${() => act.choose(name)}
      >
        ${labels[name]} <span class="numbers muted">${count}</span>
      </button>`;
    })}
  </div>`;
}

function groups(view: ResultView, act: ResultActions): TemplateResult {
  const { words, items, tab, whole } = view;
  const { t, language } = words;
  const headings = { attention: t.tabAttention, done: t.tabDone, there: t.tabThere };
  const shown = (['attention', 'done', 'there'] as const)
    .filter((name) => tab === 'all' || tab === name)
    .map((name) => ({ name, rows: items.filter(tests[name]) }))
    .filter(({ rows }) => rows.length > 0);
  return html`<div id="results" class="results" role="tabpanel" aria-labelledby=${`tab-${tab}`}>
    ${shown.length === 0 ? html`<p class="muted">${t.nothingHere}</p>` : nothing}
    ${shown.map(({ name, rows }) => {
      const most = whole.has(name) ? rows.length : name === 'attention' ? Math.max(mostRows, 20) : mostRows;
      return html`<div>
        ${jobRows({
          caption: `${t.captionResult}: ${headings[name]}`,
          heading: tab === 'all' ? headings[name] : undefined,
          columns: { account: t.account, what: t.what, actions: t.actions },
          rows: rows.map((item) => resultRow(item, words, (event) => act.plan(event))),
          ...{ most, part: 'result', locale: language.locale },
          more: t.showReady({ count: rows.length - most }),
          onMore: () => act.showAll(name),
        })}
      </div>`;
    })}
  </div>`;
}
