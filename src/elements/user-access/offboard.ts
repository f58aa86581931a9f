import { html, nothing, type TemplateResult } from 'lit';
import type { CcError, JobSubject, Offboarding, OffboardingItem } from '../../client/index.js';
import { csvText } from '../../client/csv-text.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { createOffboardingStore, type OffboardingStore } from '../../stores/offboarding.js';
import { whenBegun } from '../../stores/watched-job.js';
import { perform, tellFailure, withProof } from '../base/perform.js';
import { saveFile } from '../base/save-file.js';
import { ProgressSpeaker } from '../shared/jobs/progress.js';
import { previewView, resultView, runView, type OffboardActions } from './offboard.views.js';
import { offboardTable } from './offboard-words.js';
import { CcPersonOffboardedEvent, CcPersonOffboardRequestEvent } from './user-access.events.js';
import { nameOf } from './view.js';
import type { UserAccessWork } from './work.js';

type Busy = 'starting' | 'stopping' | 'retrying' | undefined;

/** A confirming button ignores presses for so long after it has appeared (T23). */
const settleMs = 500;

/** Ending everything one person reaches: the preview, the job, one result per access (R88, R89). */
export class Offboard implements OffboardActions {
  readonly #work: UserAccessWork;
  readonly #dialog: DialogController;
  readonly #store: StoreController<OffboardingStore>;
  readonly #speaker = new ProgressSpeaker();
  #preview: readonly OffboardingItem[] | undefined;
  #previewAt = 0;
  #items: readonly OffboardingItem[] | undefined;
  #failure: Error | undefined;
  #busy: Busy;
  #loading: string | undefined;
  #name = '';
  #subject: JobSubject | undefined;
  #whole: ReadonlySet<string> = new Set();

  constructor(work: UserAccessWork) {
    this.#work = work;
    this.#store = new StoreController(work.host, createOffboardingStore);
    this.#dialog = new DialogController(work.host, {
      dialog: () => work.host.renderRoot.querySelector<HTMLDialogElement>('dialog.offboard'),
      closed: () => {
        work.lookForJobs();
        if (!this.#running) this.#forget();
        work.host.requestUpdate();
      },
    });
  }

  /** The job is at work. */
  get busy(): boolean {
    return this.#running;
  }

  async show(opener: HTMLElement): Promise<void> {
    const { access, host } = this.#work;
    if (!this.#running && access) {
      this.#forget();
      const { userId, email } = access.person;
      this.#name = nameOf(access);
      this.#subject = userId ? { userId } : { email };
      void this.#look();
    }
    host.requestUpdate();
    await this.#dialog.show(opener);
  }

  /** Takes up a job that was started before, such as by a page that was closed since. */
  async watch(job: Offboarding, name: string, opener: HTMLElement): Promise<void> {
    const { userId, email } = job.subject;
    if (!this.#running) {
      this.#forget();
      this.#name = name;
      this.#subject = userId ? { userId } : { email: email ?? '' };
      void this.#store.store?.resume(job.id);
    }
    this.#work.host.requestUpdate();
    await this.#dialog.show(opener);
  }

  template(): TemplateResult | typeof nothing {
    if (!this.#subject) return nothing;
    const { words } = this.#work;
    const shared = { words, name: this.#name, failure: this.#failure, whole: this.#whole };
    const job = this.#job;
    const { done = 0, total = 0 } = this.#store.store?.$preview.get().job?.counts ?? {};
    const progress = {
      ...{ done, total, starting: this.#busy === 'starting' },
      parentId: this.#work.accountId,
    };
    const inside = !job
      ? previewView({ ...shared, ...progress, items: this.#preview }, this)
      : this.#items && !this.#running
        ? resultView({ ...shared, items: this.#items, retrying: this.#busy === 'retrying' }, this)
        : runView({ ...shared, job, stopping: this.#busy === 'stopping' }, this);
    return html`<dialog
      class="dialog offboard"
      part="dialog"
      role="alertdialog"
      aria-labelledby="offboard-title"
      aria-describedby="offboard-lead"
    >
      ${inside}
    </dialog>`;
  }

  /** After drawing: what the run has brought. */
  drawn(): void {
    const { job, state, error } = this.#store.store?.$run.get() ?? { state: 'idle' as const };
    if (!job) return;
    if (state === 'running') {
      const { done, total } = job.counts;
      const text = this.#work.words.t.progress({ done, total });
      this.#speaker.say(text, this.#work.now, (said) => this.#work.say(said));
    } else if (state === 'ended' && !this.#items && !this.#failure) void this.#load(job.id);
    else if (state === 'failed' && !this.#items && this.#failure !== error) this.#show(error);
  }

  confirm(): void {
    if (performance.now() - this.#previewAt >= settleMs) void this.#start();
  }

  retry(): void {
    void this.#again();
  }

  async stop(): Promise<void> {
    if (this.#busy) return;
    this.#set('stopping');
    const run = await this.#store.store?.cancel();
    this.#set(undefined);
    if (run?.state !== 'failed') return;
    this.#show(run.error);
    if (run.job) void this.#store.store?.resume(run.job.id);
  }

  /** Looks again for what could not be had. */
  reload(): void {
    const { job, state } = this.#store.store?.$run.get() ?? {};
    this.#failure = undefined;
    if (!job) void this.#look();
    else if (state === 'failed') void this.#store.store?.resume(job.id);
    this.#work.host.requestUpdate();
  }

  dismiss(): void {
    this.#dialog.close();
  }

  showAll(group: string): void {
    this.#whole = new Set(this.#whole).add(group);
    this.#work.host.requestUpdate();
  }

  download(): void {
    const { words } = this.#work;
    saveFile(words.t.fileName, csvText(offboardTable(this.#items ?? [], words)), 'text/csv');
  }

  get #job(): Offboarding | undefined {
    return this.#store.store?.$run.get().job;
  }

  get #running(): boolean {
    return this.#job !== undefined && this.#store.store?.$run.get().state === 'running';
  }

  async #look(): Promise<void> {
    const { store } = this.#store;
    const subject = this.#subject;
    if (!store || !subject) return;
    const run = await store.preview({ subject });
    const items = run.state === 'ended' ? await store.items(run.job.id).catch(asError) : run.error;
    if (subject !== this.#subject) return;
    if (Array.isArray(items)) {
      this.#preview = items;
      this.#previewAt = performance.now();
      this.#work.host.requestUpdate();
    } else if (
      items &&
      tellFailure(this.#work.host, items as Error, 'cc-person-offboard-preview', () => this.reload())
    ) {
      this.#show(items as Error);
    }
  }

  async #start(): Promise<void> {
    const { store } = this.#store;
    const subject = this.#subject;
    const { host, accountId } = this.#work;
    if (!store || !subject || this.#busy) return;
    this.#failure = undefined;
    this.#set('starting');
    const request = new CcPersonOffboardRequestEvent({ accountId, input: { subject } });
    const ended = perform(
      host,
      request,
      async (input) => {
        await whenBegun((begun) =>
          store.start(input, (job) => {
            begun(job);
            this.#set(undefined);
          }),
        );
        return this.#ended();
      },
      (job) => new CcPersonOffboardedEvent({ accountId, job }),
      () => this.#start(),
    );
    const outcome = await ended;
    this.#set(undefined);
    if (outcome.state === 'failed' && !this.#items && !outcome.silent) this.#show(outcome.error);
    if (outcome.state === 'vetoed') this.#dialog.close();
    if (outcome.state === 'done' && this.#job?.id !== outcome.result.id) void store.resume(outcome.result.id);
    if (outcome.state === 'failed' && !this.#running && !this.#items) store.leave();
    host.requestUpdate();
  }

  /** The job once it has ended. */
  #ended(): Promise<Offboarding> {
    return new Promise((resolve, reject) => {
      const stop = this.#store.store?.$run.subscribe(({ state, job, error }) => {
        if (state === 'running') return;
        if (state === 'ended') resolve(job);
        else reject(error ?? new Error('The job is out of sight'));
        // Not while this very call is still to give the function that stops it.
        queueMicrotask(() => stop?.());
      });
    });
  }

  async #again(): Promise<void> {
    const { store } = this.#store;
    const id = this.#job?.id;
    if (!store || !id || this.#busy) return;
    this.#failure = undefined;
    this.#set('retrying');
    await withProof(this.#work.host, () =>
      whenBegun((begun) =>
        store.retry(id, (job) => {
          this.#items = undefined;
          begun(job);
        }),
      ),
    ).catch((error: unknown) => this.#show(error as Error));
    this.#set(undefined);
  }

  async #load(id: string): Promise<void> {
    if (this.#loading === id) return;
    this.#loading = id;
    const items = await this.#store.store?.items(id).catch(asError);
    if (this.#loading !== id) return;
    this.#loading = undefined;
    if (!Array.isArray(items)) return this.#show(items as Error);
    this.#items = items;
    this.#whole = new Set();
    this.#work.host.requestUpdate();
    await this.#work.host.updateComplete;
    this.#work.host.renderRoot.querySelector<HTMLElement>('#offboard-title')?.focus();
  }

  #show(error: Error | undefined): void {
    this.#failure = error;
    this.#work.host.requestUpdate();
  }

  #set(busy: Busy): void {
    this.#busy = busy;
    this.#work.host.requestUpdate();
  }

  #forget(): void {
    this.#store.store?.leave();
    this.#subject = undefined;
    this.#preview = undefined;
    this.#items = undefined;
    this.#failure = undefined;
    this.#busy = undefined;
    this.#loading = undefined;
    this.#whole = new Set();
  }
}

const asError = (error: unknown): CcError => error as CcError;
