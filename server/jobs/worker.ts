import { addSeconds } from '../../src/domain/time.js';
import { createBackground, type Background } from '../background.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { wireProblem } from '../kernel/respond.js';
import { problemOfViolation } from '../kernel/unique.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import {
  finishJob,
  inputOf,
  jobsChannel,
  settleItem,
  waiting,
  type ItemResult,
  type JobItem,
  type JobKindName,
} from '../services/jobs.js';
import { newId } from '../services/new-id.js';
import { systemContext } from '../services/system-context.js';
import { StoreUnavailable, UniqueViolation, type Transaction } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { jobKinds } from './kinds.js';

type WorkerPorts = Pick<Ports, 'store' | 'clock' | 'random' | 'log' | 'scheduler'>;
type Job = Row<'jobs'>;

/** A worker that says nothing for so long is dead, and another one takes its job over. */
const leaseSeconds = 60;
const pollMs = 5_000;
/** Items that are looked up at once. */
const batchSize = 50;
/** Jobs at work at once in one process, so that a long one does not keep a forecast waiting. */
const lanes = 3;

/** Somebody else has the job now, or it was cancelled. */
class LeaseLost extends Error {}

/** A forecast is the work itself, undone (R82). */
class Forecast extends Error {
  constructor(readonly result: ItemResult) {
    super('forecast');
  }
}

/** Works through jobs, in any number of processes; each item is settled once. */
export function createJobWorker(ports: WorkerPorts, config: Config): Background {
  const runners = Array.from({ length: lanes }, () =>
    createBackground(ports, {
      ...{ name: 'jobs', channel: jobsChannel, pollMs },
      async work(stopping) {
        let done = 0;
        for (let job = await claim(ports); job && !stopping(); job = await claim(ports)) {
          done += await runJob(ports, config, job, stopping);
        }
        return done;
      },
    }),
  );
  const all = async <T>(act: (runner: Background) => Promise<T>) => Promise.all(runners.map(act));
  return {
    drain: async () => (await all((runner) => runner.drain())).reduce((sum, done) => sum + done, 0),
    start: async () => void (await all((runner) => runner.start())),
    stop: async () => void (await all((runner) => runner.stop())),
  };
}

/** The oldest job that nobody works on. */
function claim({ store, clock }: WorkerPorts): Promise<Job | undefined> {
  return store.transaction(async (tx) => {
    const at = clock.now().toISOString();
    const [due] = await tx.jobs.find({
      where: { status: { in: ['queued', 'running'] }, leaseUntil: { before: at } },
      orderBy: [['createdAt', 'asc']],
      limit: 1,
      lock: 'skip',
    });
    if (!due) return undefined;
    const lease = { status: 'running', leaseUntil: leaseFrom(clock.now()) };
    // Nobody edits a job's progress, so that its version stays what a person sees.
    await tx.jobs.touch({ id: due.id }, lease);
    return { ...due, ...lease };
  });
}

const leaseFrom = (now: Date): string => addSeconds(now, leaseSeconds).toISOString();

/** Runs what is left of a job, one small transaction after the other; answers how many items it settled. */
async function runJob(
  ports: WorkerPorts,
  config: Config,
  claimed: Job,
  stopping: () => boolean,
): Promise<number> {
  const held = new HeldJob(ports, config, claimed);
  let done = 0;
  try {
    for (let items = await held.next(); items.length > 0; items = await held.next()) {
      for (const item of items) {
        if (stopping()) {
          await held.release();
          return done;
        }
        await held.runItem(item);
        done += 1;
      }
    }
    await held.finish();
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  }
  return done;
}

/** A job under this worker's lease. Every transaction asks first whether it still is. */
class HeldJob {
  readonly #ports: WorkerPorts;
  readonly #config: Config;
  readonly #id: string;
  readonly #kind: JobKindName;
  #lease: string | null;

  constructor(ports: WorkerPorts, config: Config, { id, kind, leaseUntil }: Job) {
    this.#ports = ports;
    this.#config = config;
    this.#id = id;
    this.#kind = kind as JobKindName;
    this.#lease = leaseUntil;
  }

  next(): Promise<JobItem[]> {
    return this.#ports.store.read.jobItems.find({
      where: { jobId: this.#id, outcome: waiting },
      orderBy: [['position', 'asc']],
      limit: batchSize,
    });
  }

  /** The item and its outcome are one transaction; a refusal undoes the first and is written alone. */
  async runItem(item: JobItem): Promise<void> {
    const settled = await this.#attempt(item).catch((error: unknown) => this.#resultOf(error));
    if (settled) await this.#inLease(({ tx }, job) => this.#settle(tx, job, item, settled));
  }

  #attempt(item: JobItem): Promise<undefined> {
    return this.#inLease(async (context, job) => {
      if (context.actor.user.status !== 'active') throw new ProblemError('forbidden');
      const result = await jobKinds[this.#kind].run(context, job, item);
      if (job.dryRun) throw new Forecast(result);
      await this.#settle(context.tx, job, item, result);
      return undefined;
    });
  }

  /** Thrown on where the store is away or the lease is lost: then nothing has happened to the item. */
  #resultOf(error: unknown): ItemResult {
    if (error instanceof Forecast) return error.result;
    if (error instanceof LeaseLost || error instanceof StoreUnavailable) throw error;
    const { random, log } = this.#ports;
    const requestId = newId(random, 'request');
    const violation = error instanceof UniqueViolation ? problemOfViolation(error) : undefined;
    const known = error instanceof ProblemError ? error : violation;
    if (!known) log.error('job_item_failed', { requestId, error: error instanceof Error ? error.stack : '' });
    return { outcome: 'failed', problem: wireProblem(known ?? new ProblemError('unavailable'), requestId) };
  }

  async #settle(tx: Transaction, job: Job, item: JobItem, result: ItemResult): Promise<void> {
    const context = systemContext(tx, this.#ports, this.#config);
    if (!(await settleItem(context, job, item, result))) throw new LeaseLost();
  }

  finish(): Promise<void> {
    return this.#inLease(async (context, job) => {
      await jobKinds[this.#kind].finish(context, job);
      await finishJob(context, job);
    });
  }

  /** Gives the job back, so that nobody has to wait for the lease to end. */
  async release(): Promise<void> {
    const { store } = this.#ports;
    const own = { id: this.#id, status: 'running', leaseUntil: this.#lease };
    await store.transaction((tx) => tx.jobs.touch(own, { leaseUntil: null }));
  }

  /** One transaction in the name of the person who started the job, with the job locked and its lease renewed. */
  async #inLease<T>(work: (context: Context, job: Job) => Promise<T>): Promise<T> {
    const { store, clock } = this.#ports;
    const next = leaseFrom(clock.now());
    const result = await store.transaction(async (tx) => {
      const job = await tx.jobs.get(this.#id, { lock: true });
      if (job?.status !== 'running' || job.leaseUntil !== this.#lease) throw new LeaseLost();
      await tx.jobs.touch({ id: job.id }, { leaseUntil: next });
      return work(await this.#contextOf(tx, job), { ...job, leaseUntil: next });
    });
    this.#lease = next;
    return result;
  }

  async #contextOf(tx: Transaction, job: Job): Promise<Context> {
    const user = await tx.users.get(job.actorUserId);
    if (!user) throw new Error('The person who started a job is kept');
    const { accountLimit, requestId } = inputOf(job);
    const actor = { user, session: null, authenticatedAt: new Date(job.createdAt), accountLimit };
    return { ...systemContext(tx, this.#ports, this.#config), requestId, actor };
  }
}
