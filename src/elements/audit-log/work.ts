import { html, nothing, type TemplateResult } from 'lit';
import type { AuditEvent, CcError } from '../../client/index.js';
import { isCcError } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { auditLog } from '../../i18n/en/audit-log.js';
import { auditWords } from '../../i18n/en/audit-words.js';
import { common } from '../../i18n/en/common.js';
import { readProblems } from '../../i18n/en/read-problems.js';
import { roles } from '../../i18n/en/roles.js';
import type { Strings } from '../../i18n/strings.js';
import type { AuditEntries } from '../../stores/audit.js';
import { createLiveStore } from '../../stores/live.js';
import type { Loadable } from '../../stores/loadable.js';
import { createViewerStore } from '../../stores/viewer.js';
import type { CcElement } from '../base/cc-element.js';
import { adoptLate } from '../base/late-styles.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { AuditTrailController } from '../shared/audit-trail.controller.js';
import type { AuditTelling } from '../shared/audit-entry.js';
import { older } from '../shared/history-older.js';
import { CcAuditOpenedEvent, CcAuditOpenRequestEvent } from './audit-log.events.js';
import { sinceOf, untilOf } from './days.js';
import { entries } from './entries.js';
import { AuditExport } from './exporting.js';
import { AuditFilters } from './filters.js';
import { failed, nothingThere, refused, skeleton } from './states.js';
import { knownTypes } from './toolbar.js';
import { auditWorkStyles } from './work.styles.js';

/** The element as its parts know it. */
export interface AuditHost extends CcElement {
  readonly live: boolean;
  from: string;
  to: string;
  types: string;
  actor: string;
}

/** What is shown: of the request, and of what there is. */
export type AuditState = 'busy' | 'ready' | 'empty' | 'none' | 'failed' | 'refused';

/** Said at most so often, however much happens. */
const quietMs = 10_000;

/** What is drawn in `cc-audit-log`, and what a person does there. */
export class AuditWork {
  readonly #host: AuditHost;
  readonly #trail: AuditTrailController;
  readonly #viewer: StoreController<ReturnType<typeof createViewerStore>>;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'auditLog'>;
  readonly #words: StringsController<'auditWords'>;
  readonly #roles: StringsController<'roles'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  readonly #filters: AuditFilters;
  readonly #export: AuditExport;
  readonly #opened = new Set<string>();
  #asked = '';
  #top: string | undefined;
  #fresh: ReadonlySet<string> = new Set();
  #answered: unknown;
  #saidAt = -Infinity;
  #livesOff: (() => void) | undefined;

  constructor(host: AuditHost) {
    this.#host = host;
    this.#trail = new AuditTrailController(host);
    this.#viewer = new StoreController(host, createViewerStore);
    this.#announce = new AnnounceController(host);
    this.#text = new StringsController(host, 'auditLog', auditLog);
    this.#words = new StringsController(host, 'auditWords', auditWords);
    this.#roles = new StringsController(host, 'roles', roles);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', readProblems as unknown as Strings['problems']);
    this.#time = new TimeController(host);
    this.#filters = new AuditFilters(host, () => ({
      t: this.#text.t,
      items: this.#entries.data?.items ?? [],
    }));
    this.#export = new AuditExport(host, () => ({
      t: this.#text.t,
      telling: this.telling,
      trail: this.#trail.trail,
      say: (text) => this.#announce.say(text),
    }));
    adoptLate(host.renderRoot, auditWorkStyles);
  }

  /** Hands what the host and the person look for to the store. */
  settle(): void {
    const { from, to, types, actor, live, language } = this.#host;
    const filter = {
      types: knownTypes(types),
      actor: actor || undefined,
      since: sinceOf(from, language.timeZone),
      until: untilOf(to, language.timeZone),
    };
    this.#trail.look([filter], live);
    const asked = JSON.stringify(filter);
    if (asked !== this.#asked) this.#top = undefined;
    this.#asked = asked;
    if (live !== (this.#livesOff !== undefined)) this.#watch(live);
  }

  get telling(): AuditTelling {
    return {
      t: this.#words.t,
      roles: this.#roles.t,
      common: this.#common.t,
      time: this.#time,
      language: this.#host.language,
      viewerId: this.#viewer.store?.$access.get().data?.userId,
    };
  }

  get state(): AuditState {
    const { state, data } = this.#entries;
    if (!data) {
      if (state !== 'failed') return 'busy';
      return isCcError(this.#error, 'forbidden') ? 'refused' : 'failed';
    }
    if (data.items.length > 0) return 'ready';
    return this.#filtered ? 'none' : 'empty';
  }

  template(): TemplateResult {
    const { t } = this.#text;
    const { state } = this;
    this.#notice();
    return html`<div class="panel-head" part="header">
        <div class="titles">
          <h2 class="title" part="heading" tabindex="-1">${t.title}</h2>
          <p class="muted" part="subheading">${t.text}</p>
        </div>
        <div class="head-end">${this.#live()} ${state === 'ready' ? this.#export.button() : nothing}</div>
      </div>
      ${this.#export.failure()} ${state === 'refused' ? nothing : this.#filters.toolbar()} ${this.#news()}
      <div
        class="body"
        aria-busy=${state === 'busy' ? 'true' : nothing}
        @pointerenter=${this.#hold}
        @pointerleave=${this.#letGo}
        @focusin=${this.#hold}
        @focusout=${this.#letGo}
      >
        ${this.#body(state)}
      </div>
      ${this.#filters.menu()}`;
  }

  #body(state: AuditState): unknown {
    const { t } = this.#text;
    const { data } = this.#entries;
    if (state === 'busy') return skeleton(this.#words.t.loading);
    if (state === 'refused') return refused(t);
    if (state === 'failed')
      return failed(t, this.#common.t, this.#cause, () => void this.#onRetry(), this.#error);
    if (state === 'empty' || state === 'none') return nothingThere(t, state, this.#filters.clear);
    const { items = [], more = false } = data ?? {};
    return html`${this.#entries.state === 'failed' ? this.#stale() : nothing}
      ${entries(items, {
        host: this.#host,
        telling: this.telling,
        words: t,
        opened: this.#opened,
        fresh: this.#fresh,
        actor: this.#host.actor,
        onDetails: (entry) => void this.#onDetails(entry),
        onOnly: (userId) => this.#filters.choosePerson(userId),
      })}
      <div class="footer" part="footer">
        <p>${t.found({ count: items.length, more })}</p>
        ${more ? older(this.#words.t, this.#common.t, this.#trail.trail?.$older.get(), () => void this.#onOlder()) : nothing}
      </div>`;
  }

  #live(): unknown {
    if (!this.#host.live) return nothing;
    const state = this.#host.stores?.use(createLiveStore).$state.get();
    if (state !== 'live' && state !== 'polling') return nothing;
    return html`<span class="live ${state === 'live' ? '' : 'old'}" part="live"
      >${this.#text.t[state]}</span
    >`;
  }

  #news(): unknown {
    const count = this.#trail.trail?.$waiting.get() ?? 0;
    if (count === 0) return nothing;
    return html`<div class="callout info news" part="callout">
      <span class="callout-text">${this.#words.t.newOnes({ count })}</span>
      <button class="link" part="button" type="button" @click=${this.#onShow}>${this.#text.t.show}</button>
    </div>`;
  }

  #stale(): TemplateResult {
    return html`<div class="stale" part="callout stale">
      <span>${this.#text.t.stale} ${this.#cause}</span>
      <button class="link" part="button" type="button" @click=${this.#onRetry}>
        ${this.#common.t.retry}
      </button>
    </div>`;
  }

  /** Says how many were found, and what has come by itself, now and then. */
  #notice(): void {
    const entriesNow = this.#entries;
    const { clock } = this.#host.stores ?? {};
    if (entriesNow.state !== 'ready' || entriesNow === this.#answered || !clock) return;
    const first = this.#answered === undefined;
    this.#answered = entriesNow;
    const { items, more } = entriesNow.data;
    const before = items.findIndex(({ id }) => id === this.#top);
    const came = this.#top === undefined ? [] : items.slice(0, Math.max(0, before));
    this.#fresh = new Set(came.map(({ id }) => id));
    const asked = this.#top === undefined;
    this.#top = items[0]?.id;
    if (asked && !first) this.#announce.say(this.#text.t.found({ count: items.length, more }));
    const now = clock.now().getTime();
    if (came.length === 0 || now - this.#saidAt < quietMs) return;
    this.#saidAt = now;
    this.#announce.say(this.#words.t.newOnes({ count: came.length }));
  }

  #watch(on: boolean): void {
    this.#livesOff?.();
    this.#livesOff = undefined;
    const { stores } = this.#host;
    if (on && stores?.accountId) {
      this.#livesOff = stores.use(createLiveStore).$state.listen(() => this.#host.requestUpdate());
    }
  }

  readonly #hold = (): void => this.#trail.trail?.hold(true);

  readonly #letGo = (event: Event): void => {
    const body = event.currentTarget as HTMLElement;
    const next = (event as FocusEvent).relatedTarget;
    const inside = next instanceof Node && body.contains(next);
    if (!inside && !body.matches(':focus-within, :hover')) this.#trail.trail?.hold(false);
  };

  readonly #onShow = async (): Promise<void> => {
    this.#trail.trail?.show();
    await this.#host.updateComplete;
    this.#focus('.entry .icon-button');
  };

  readonly #onRetry = async (): Promise<void> => {
    await this.#trail.refresh();
    await this.#host.updateComplete;
    if (this.state === 'ready') this.#focus('.title');
  };

  readonly #onOlder = async (): Promise<void> => {
    const { trail } = this.#trail;
    const before = this.#entries.data?.items.length ?? 0;
    await trail?.older();
    const { items = [], more } = this.#entries.data ?? {};
    if (items.length === before) return;
    this.#announce.say(this.#text.t.older({ count: items.length - before }));
    await this.#host.updateComplete;
    // The button goes with the last entries.
    if (!more) this.#focus(`[data-entry="${items[before]?.id ?? ''}"] .icon-button`);
  };

  async #onDetails(entry: AuditEvent): Promise<void> {
    const { id, action, targetType, targetId } = entry;
    if (this.#opened.delete(id)) return this.#host.requestUpdate();
    const accountId = this.#host.stores?.accountId ?? '';
    const input = { eventId: id, action, targetType, targetId };
    const open = () => {
      this.#opened.add(id);
      this.#host.requestUpdate();
      return Promise.resolve();
    };
    await perform(
      this.#host,
      new CcAuditOpenRequestEvent({ accountId, input }),
      open,
      () => new CcAuditOpenedEvent({ accountId, ...input }),
    );
  }

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  get #entries(): Loadable<AuditEntries> {
    return this.#trail.trail?.$entries.get() ?? { state: 'idle' };
  }

  get #error(): CcError | undefined {
    const entriesNow = this.#entries;
    return entriesNow.state === 'failed' ? entriesNow.error : undefined;
  }

  get #cause(): string {
    return this.#error ? problemText(this.#problems.t, this.#error) : '';
  }

  get #filtered(): boolean {
    const { from, to, types, actor } = this.#host;
    return [from, to, types, actor].some(Boolean);
  }
}
