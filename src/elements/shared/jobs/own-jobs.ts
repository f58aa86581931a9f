import { html, nothing, type TemplateResult } from 'lit';
import type { Job } from '../../../client/index.js';
import type { TimeController } from '../../../controllers/time.controller.js';
import { icon } from '../../base/icons/icon.js';
import { circleCheck, triangleAlert } from '../../base/icons/shapes.js';

type AnyJob = Job<string>;

export interface OwnJobsView<J extends AnyJob> {
  readonly jobs: readonly J[];
  readonly t: {
    readonly jobs: string;
    readonly watch: string;
    readonly results: string;
    progress(counts: { done: number; total: number }): string;
    jobEnded(values: { when: string; failed: number }): string;
  };
  readonly time: TimeController;
  /** Whom it is about. */
  what(job: J): unknown;
  onWatch(job: J, opener: HTMLElement): void;
}

const mostJobs = 5;
const days = 7;

/** Queued, or at work. */
export const isOpen = ({ status }: AnyJob): boolean => status === 'queued' || status === 'running';

/** What is at work, then what has ended within the last days. */
export function recentJobs<J extends AnyJob>(jobs: readonly J[], now: Date): readonly J[] {
  const since = now.getTime() - days * 24 * 60 * 60_000;
  const ended = jobs.filter((job) => !isOpen(job) && new Date(job.createdAt).getTime() > since);
  return [...jobs.filter(isOpen), ...ended].slice(0, mostJobs);
}

/** The way back to jobs whose page was closed: they go on at the server. */
export function ownJobs<J extends AnyJob>(view: OwnJobsView<J>): TemplateResult | typeof nothing {
  const { jobs, t, time, what, onWatch } = view;
  if (jobs.length === 0) return nothing;
  return html`<details class="own-jobs" part="jobs" ?open=${jobs.some(isOpen)}>
    <summary>${t.jobs} <span class="numbers muted">${jobs.length}</span></summary>
    <ul>
      ${jobs.map((job) => {
        const { done, total, failed = 0 } = job.counts as { done: number; total: number; failed?: number };
        const open = isOpen(job);
        const when = time.relative(job.finishedAt ?? job.createdAt);
        return html`<li data-job=${job.id}>
          ${
            open
              ? html`<span class="spinner" part="spinner"></span>`
              : icon(failed > 0 ? triangleAlert : circleCheck, { tone: failed > 0 ? 'warning' : 'success' })
          }
          <span class="own-job"
            ><span id=${`job-${job.id}`}>${what(job)}</span
            ><span class="secondary muted numbers"
              >${open ? t.progress({ done, total }) : t.jobEnded({ when, failed })}</span
            ></span
          >
          <button
            class="link"
            part="button"
            type="button"
            id=${`watch-${job.id}`}
            aria-labelledby=${`watch-${job.id} job-${job.id}`}
            @click=${(event: Event) => onWatch(job, event.currentTarget as HTMLElement)}
          >
            ${open ? t.watch : t.results}
          </button>
        </li>`;
      })}
    </ul>
  </details>`;
}
