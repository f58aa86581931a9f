import type { BulkGrant, BulkGrantItem, CcError } from '../../client/index.js';
import { whenBegun } from '../../stores/watched-job.js';
import { perform, tellFailure } from '../base/perform.js';
import { CcAccountChangeRequestEvent } from '../shared/account-change.events.js';
import { CcPlanOpenRequestEvent } from '../shared/plan-open.events.js';
import {
  CcGrantCancelledEvent,
  CcGrantCancelRequestEvent,
  CcGrantFinishedEvent,
  CcGrantRetriedEvent,
  CcGrantRetryRequestEvent,
  CcGrantStartedEvent,
  CcGrantStartRequestEvent,
} from './access-grant.events.js';
import type { GrantWork } from './work.js';

/** What a person starts, stops and tries again; and what is told about it. */
export class GrantActions {
  readonly #work: GrantWork;
  /** The results, once the job has ended and they are there. */
  items: readonly BulkGrantItem[] | undefined;
  /** What went wrong last. */
  failure: Error | undefined;
  checking = false;
  starting = false;
  stopping = false;
  retrying = false;
  /** Id of a job that was seen at work, so that its end is news. */
  #watched: string | undefined;
  /** Id of the job whose results are on their way. */
  #loading: string | undefined;

  constructor(work: GrantWork) {
    this.#work = work;
  }

  get job(): BulkGrant | undefined {
    return this.#work.jobs?.$run.get().job;
  }

  /** The job is at work, or its results are on their way. */
  get running(): boolean {
    return this.job !== undefined && this.#work.jobs?.$run.get().state === 'running';
  }

  /** Looks at the run after each drawing: tells its end, and asks for its results. */
  look(): void {
    const { job, state, error } = this.#work.jobs?.$run.get() ?? { state: 'idle' as const };
    if (!job) return;
    if (state === 'running') {
      this.#watched = job.id;
      this.#work.sayProgress(job);
    } else if (state === 'ended') {
      if (this.#watched === job.id) this.#tellEnd(job);
      if (!this.items && !this.failure) void this.#load(job.id);
    } else if (state === 'failed' && this.failure !== error && !this.items) this.#show(error);
  }

  async check(): Promise<void> {
    const { jobs, draft } = this.#work;
    const wire = draft.wire;
    if (!jobs || !wire || this.checking) return;
    const keys = new Map([...draft.ids].map((id) => [id, draft.keyOf(id)]));
    this.failure = undefined;
    this.checking = true;
    this.#draw();
    const run = await jobs.forecast(wire);
    const items = run.state === 'ended' ? await jobs.items(run.job.id).catch(asError) : run.error;
    this.checking = false;
    if (Array.isArray(items)) this.#work.adopt(items, keys);
    else if (items) this.#tell(items as Error, 'cc-grant-forecast', () => this.check());
    this.#draw();
  }

  async start(): Promise<void> {
    const { jobs, draft, host, accountId } = this.#work;
    const input = draft.wire;
    if (!jobs || !input || this.starting) return;
    this.failure = undefined;
    this.starting = true;
    this.#draw();
    const outcome = await perform(
      host,
      new CcGrantStartRequestEvent({ accountId, input }),
      (chosen) => whenBegun((begun) => jobs.start(chosen, begun)),
      (job) => new CcGrantStartedEvent({ accountId, job }),
      () => this.start(),
    );
    this.starting = false;
    if (outcome.state === 'done') this.#follow(outcome.result);
    else {
      jobs.leave();
      if (outcome.state === 'failed' && !outcome.silent) this.failure = outcome.error;
    }
    this.#draw();
  }

  /** R81: only what failed. */
  async retry(): Promise<void> {
    const { jobs, host, accountId } = this.#work;
    const jobId = this.job?.id;
    if (!jobs || !jobId || this.retrying) return;
    this.failure = undefined;
    this.retrying = true;
    this.#draw();
    const outcome = await perform(
      host,
      new CcGrantRetryRequestEvent({ accountId, input: { jobId } }),
      (input) =>
        whenBegun((begun) =>
          jobs.retry(input.jobId, (job) => {
            this.items = undefined;
            begun(job);
          }),
        ),
      (job) => new CcGrantRetriedEvent({ accountId, job }),
      () => this.retry(),
    );
    this.retrying = false;
    if (outcome.state === 'done') {
      this.items = undefined;
      this.#watched = jobId;
      this.#follow(outcome.result);
    } else if (outcome.state === 'failed' && !outcome.silent) this.failure = outcome.error;
    this.#draw();
  }

  /** What is done stays done. */
  async stop(): Promise<void> {
    const { jobs, host, accountId } = this.#work;
    const jobId = this.job?.id;
    if (!jobs || !jobId || this.stopping) return;
    this.stopping = true;
    this.#draw();
    const outcome = await perform(
      host,
      new CcGrantCancelRequestEvent({ accountId, input: { jobId } }),
      async () => {
        const run = await jobs.cancel();
        if (run?.state === 'failed') throw run.error;
        if (!run?.job) throw new Error('There is no job');
        return run.job;
      },
      (job) => new CcGrantCancelledEvent({ accountId, job }),
      () => this.stop(),
    );
    this.stopping = false;
    if (outcome.state === 'failed') {
      if (!outcome.silent) this.failure = outcome.error;
      this.resume(jobId);
    }
    this.#draw();
  }

  /** Takes up a job that was begun before. */
  resume(id: string): void {
    void this.#work.jobs?.resume(id);
  }

  /** Looks again for what could not be had. */
  reload(): void {
    const { job } = this;
    this.failure = undefined;
    if (job && this.#work.jobs?.$run.get().state === 'failed') this.resume(job.id);
    this.#draw();
  }

  /** R84: a role on the partner account instead; the host shows it. */
  async onPartner(): Promise<void> {
    const { host, accountId } = this.#work;
    const request = new CcAccountChangeRequestEvent({ accountId, input: { accountId } });
    const { state } = await perform(host, request, () => Promise.resolve());
    if (state === 'done') this.#work.close();
  }

  /** A link to the plans of an account; the host may show them in its own way. */
  openPlan(event: Event): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const planned = link?.dataset['plan'];
    if (!link || !planned) return;
    const input = { planUrl: link.getAttribute('href') };
    const request = new CcPlanOpenRequestEvent({ accountId: planned, input });
    void perform(this.#work.host, request, () => Promise.resolve());
    if (request.defaultPrevented) event.preventDefault();
  }

  /** Forgets the job; at the server it goes on. */
  clear(): void {
    this.#work.jobs?.leave();
    this.items = undefined;
    this.failure = undefined;
    this.#watched = undefined;
    this.#loading = undefined;
    this.checking = false;
    this.starting = false;
    this.stopping = false;
    this.retrying = false;
  }

  /** A host may have started a job of its own in place of ours. */
  #follow(job: BulkGrant): void {
    this.#watched = job.id;
    if (this.job?.id !== job.id) this.resume(job.id);
    void this.#work.focusHeading();
  }

  #tellEnd(job: BulkGrant): void {
    this.#watched = undefined;
    const { host, accountId } = this.#work;
    host.dispatchEvent(new CcGrantFinishedEvent({ accountId, job }));
  }

  async #load(id: string): Promise<void> {
    if (this.#loading === id) return;
    this.#loading = id;
    const items = await this.#work.jobs?.items(id).catch(asError);
    if (this.#loading !== id) return;
    this.#loading = undefined;
    if (Array.isArray(items)) {
      this.items = items;
      this.#work.ended(items);
    } else this.#show(items as Error);
    this.#draw();
  }

  #tell(error: Error, action: string, retry: () => unknown): void {
    if (tellFailure(this.#work.host, error, action, retry)) this.#show(error);
  }

  #show(error: Error | undefined): void {
    this.failure = error;
    this.#draw();
  }

  #draw(): void {
    this.#work.host.requestUpdate();
  }
}

const asError = (error: unknown): CcError => error as CcError;
