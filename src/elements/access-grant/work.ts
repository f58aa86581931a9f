import { html, nothing, type TemplateResult } from 'lit';
import type { BulkGrant, BulkGrantItem } from '../../client/index.js';
import { csvText } from '../../client/csv-text.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { limits } from '../../domain/index.js';
import { accessGrant } from '../../i18n/en/access-grant.js';
import { accountRows } from '../../i18n/en/account-rows.js';
import { common } from '../../i18n/en/common.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { createAccountStore } from '../../stores/account.js';
import { createGrantJobStore, type GrantJobStore } from '../../stores/grant-job.js';
import { createOwnGrantsStore } from '../../stores/own-jobs.js';
import { CcClosedEvent, CcOpenedEvent } from '../base/events.js';
import { adoptLate } from '../base/late-styles.js';
import { saveFile } from '../base/save-file.js';
import { ownJobs, recentJobs } from '../shared/jobs/own-jobs.js';
import { ProgressSpeaker, settleShares } from '../shared/jobs/progress.js';
import type { CcAccessGrant } from './access-grant.js';
import { GrantActions } from './actions.js';
import { GrantDraft } from './draft.js';
import { formView, isChecked, tallyOf, type FormActions, type FormView } from './form.js';
import { isDone, resultTable, whoOf } from './item-words.js';
import { AccountPicker, createAccountPick } from './picker.js';
import { createPersonSearch, PersonField } from './person-field.js';
import { resultView, runView, type ResultActions } from './result.js';
import type { Forecast, Tab, Words } from './view.js';
import { grantWorkStyles } from './work.styles.js';

/** The dialog and what is done in it: fetched when it is first opened. */
export class GrantWork implements FormActions, ResultActions {
  readonly host: CcAccessGrant;
  readonly draft = new GrantDraft();
  readonly #strings;
  readonly #time: TimeController;
  readonly #announce: AnnounceController;
  readonly #dialog: DialogController;
  readonly #jobs: StoreController<GrantJobStore>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #own: StoreController<ReturnType<typeof createOwnGrantsStore>>;
  readonly #person: PersonField;
  readonly #picker: AccountPicker;
  readonly #speaker = new ProgressSpeaker();
  readonly #act: GrantActions;
  #forecasts: ReadonlyMap<string, Forecast> = new Map();
  #picking = false;
  #tried = false;
  #all = false;
  #tab: Tab = 'all';
  #whole: ReadonlySet<string> = new Set();

  constructor(host: CcAccessGrant) {
    this.host = host;
    adoptLate(host.renderRoot, grantWorkStyles);
    this.#strings = {
      t: new StringsController(host, 'accessGrant', accessGrant),
      rows: new StringsController(host, 'accountRows', accountRows),
      common: new StringsController(host, 'common', common),
      roles: new StringsController(host, 'roles', roles),
      problems: new StringsController(host, 'problems', problems),
      fields: new StringsController(host, 'fieldProblems', fieldProblems),
    };
    this.#time = new TimeController(host);
    this.#announce = new AnnounceController(host);
    this.#jobs = new StoreController(host, createGrantJobStore);
    this.#account = new StoreController(host, createAccountStore);
    this.#own = new StoreController(host, createOwnGrantsStore);
    const say = (text: string) => this.say(text);
    const people = new StoreController(host, createPersonSearch);
    const accounts = new StoreController(host, createAccountPick);
    this.#person = new PersonField(host, people, this.draft, say);
    this.#picker = new AccountPicker(host, accounts, this.draft, say);
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.grant'),
      closed: () => {
        host.open = false;
        if (!this.#act.running) this.#reset();
        host.dispatchEvent(new CcClosedEvent());
      },
    });
    this.#act = new GrantActions(this);
  }

  get jobs(): GrantJobStore | undefined {
    return this.#jobs.store;
  }

  get accountId(): string {
    return this.host.stores?.accountId ?? '';
  }

  get words(): Words {
    const { t, rows, common: shared, roles: names, problems: reasons, fields } = this.#strings;
    return {
      ...{ t: t.t, rows: rows.t, common: shared.t, roles: names.t, time: this.#time },
      problems: { ...reasons.t, ...fields.t },
      language: this.host.language,
    };
  }

  get busy(): boolean {
    return this.#act.running || this.#act.starting || this.#checking !== undefined;
  }

  get failed(): boolean {
    return this.#act.failure !== undefined;
  }

  get focusTarget(): HTMLElement | null {
    const { renderRoot } = this.host;
    const choosing = this.#act.job === undefined && !this.draft.subject;
    return renderRoot.querySelector<HTMLElement>(choosing ? '#person' : '#title');
  }

  async show(opener: HTMLElement | undefined): Promise<void> {
    const { resume } = this.host;
    if (!this.#act.running) this.#reset();
    // Another page, or this one before it was closed, may have started some since.
    void this.#own.refresh();
    const current = this.#act.job?.id;
    if (resume && resume !== current) this.#act.resume(resume);
    this.host.requestUpdate();
    await this.#dialog.show(opener);
    this.host.focus();
    this.host.dispatchEvent(new CcOpenedEvent());
  }

  close(): void {
    this.#dialog.close();
  }

  template(): TemplateResult {
    return html`<dialog
      class="dialog grant"
      part="dialog"
      aria-labelledby="title"
      aria-busy=${this.busy ? 'true' : nothing}
    >
      ${this.host.open ? this.#step() : nothing}
    </dialog>`;
  }

  /** After drawing: what a run has brought is told, once. */
  drawn(): void {
    settleShares(this.host.renderRoot);
    this.#person.drawn(this.words);
    this.#act.look();
  }

  /** Says how far it is, now and then. */
  sayProgress({ counts }: BulkGrant): void {
    const { done, total } = counts;
    this.#speaker.say(this.words.t.progress({ done, total }), this.#time.now, (text) => this.say(text));
  }

  say(text: string, urgent = false): void {
    this.#announce.say(text, urgent);
  }

  /** The results are there. */
  ended(items: readonly BulkGrantItem[]): void {
    this.#tab = 'all';
    this.#whole = new Set();
    this.say(this.words.t.finished({ done: items.filter(isDone).length, total: items.length }));
    if (this.host.open) void this.focusHeading();
  }

  async focusHeading(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** What would become of each account, made for the draft as it was when it was asked. */
  adopt(items: readonly BulkGrantItem[], keys: ReadonlyMap<string, string>): void {
    this.#forecasts = new Map(
      items.map((item) => [item.account.id, { item, key: keys.get(item.account.id) ?? '' }]),
    );
    this.#all = false;
    this.#picking = false;
    this.say(this.words.t.checked(tallyOf({ draft: this.draft, forecasts: this.#forecasts })));
    this.host.requestUpdate();
  }

  changed(): void {
    this.#act.failure = undefined;
    this.host.requestUpdate();
  }

  togglePicker(): void {
    this.#picking = !this.#picking;
    this.changed();
  }

  clear(): void {
    this.draft.clear();
    this.changed();
  }

  showAll(group?: string): void {
    if (group) this.#whole = new Set(this.#whole).add(group);
    else this.#all = true;
    this.host.requestUpdate();
  }

  leaveOut(accountId: string): void {
    this.draft.set([accountId], false);
    this.changed();
    void this.focusHeading();
  }

  onPartner(): void {
    void this.#act.onPartner();
  }

  plan(event: Event): void {
    this.#act.openPlan(event);
  }

  submit(): void {
    if (this.busy) return;
    this.#tried = true;
    this.#person.settle();
    const { draft } = this;
    const most = this.#most;
    if (!draft.wire || draft.ids.size > most) {
      if (draft.ids.size === 0) this.#picking = true;
      void this.#focusFault();
    } else if (isChecked({ draft, forecasts: this.#forecasts })) void this.#act.start();
    else void this.#act.check();
  }

  dismiss(): void {
    this.#dialog.close();
  }

  stop(): void {
    void this.#act.stop();
  }

  reload(): void {
    this.#act.reload();
  }

  choose(tab: Tab): void {
    this.#tab = tab;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus(),
    );
  }

  retry(): void {
    void this.#act.retry();
  }

  download(): void {
    const { words } = this;
    saveFile(words.t.fileName, csvText(resultTable(this.#act.items ?? [], words)), 'text/csv');
  }

  async #focusFault(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot
      .querySelector<HTMLElement>(this.draft.subject ? '.picker input, #change' : '#person')
      ?.focus();
  }

  #step(): TemplateResult {
    const { job, items, failure, stopping, retrying, running } = this.#act;
    const shared = { words: this.words, account: this.#account.store?.$account.get().data, failure };
    if (!job) return formView({ ...shared, ...this.#form }, this);
    if (items && !running) {
      const shown = { tab: this.#tab, whole: this.#whole, retrying };
      return resultView({ ...shared, ...shown, job, items }, this);
    }
    return runView({ ...shared, job, stopping }, this);
  }

  get #most(): number {
    return Math.min(Math.max(1, this.host.max), limits.bulkAccounts);
  }

  get #form(): Omit<FormView, 'words' | 'account' | 'failure'> {
    return {
      ...{ draft: this.draft, person: this.#person, picker: this.#picker, most: this.#most },
      ...{ picking: this.#picking, tried: this.#tried, all: this.#all, forecasts: this.#forecasts },
      jobs: this.#ownJobs,
      checking: this.#checking,
      starting: this.#act.starting,
    };
  }

  get #ownJobs(): unknown {
    const { words } = this;
    const jobs = recentJobs(this.#own.store?.$jobs.get().data ?? [], this.#time.now);
    const what = (job: BulkGrant) => whoOf(job, words);
    const onWatch = ({ id }: BulkGrant) => {
      this.#act.resume(id);
      void this.focusHeading();
    };
    return ownJobs({ jobs, what, onWatch, t: words.t, time: words.time });
  }

  get #checking(): FormView['checking'] {
    if (!this.#act.checking) return undefined;
    const { done = 0, total = this.draft.ids.size } = this.jobs?.$forecast.get().job?.counts ?? {};
    return { done, total };
  }

  /** Begins anew, with what the host has given. */
  #reset(): void {
    this.#act.clear();
    this.draft.begin(this.host);
    this.#person.begin();
    this.#picker.begin();
    this.#forecasts = new Map();
    this.#tried = false;
    this.#all = false;
    this.#picking = this.draft.ids.size === 0;
  }
}
