/** Long jobs over many accounts: bulk grant (R79–R84) and offboarding (R88, R89). */
import type { Transitions } from './machine.js';

export const jobStates = [
  'queued',
  'running',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;
export type JobState = (typeof jobStates)[number];
export type JobEvent = 'start' | 'complete' | 'completeWithErrors' | 'fail' | 'cancel' | 'retry';

/** What is done stays done after `cancel`; `retry` runs the failed items again (R81). */
export const jobTransitions: Transitions<JobState, JobEvent> = {
  queued: { start: 'running', cancel: 'cancelled' },
  running: {
    complete: 'completed',
    completeWithErrors: 'completed_with_errors',
    fail: 'failed',
    cancel: 'cancelled',
  },
  completed_with_errors: { retry: 'running' },
  completed: {},
  failed: {},
  cancelled: {},
};

/** R80: what became of one account of a bulk grant. */
export const bulkGrantOutcomes = ['granted', 'invited', 'changed', 'skipped', 'failed'] as const;
export type BulkGrantOutcome = (typeof bulkGrantOutcomes)[number];

/** R89: what became of one account of an offboarding. */
export const offboardingOutcomes = ['removed', 'revoked', 'skipped', 'failed'] as const;
export type OffboardingOutcome = (typeof offboardingOutcomes)[number];

/** What to do where the person has a role already (R80). */
export const existingChoices = ['skip', 'change'] as const;
export type ExistingChoice = (typeof existingChoices)[number];

/** How a job ends when every item has an outcome. */
export function jobEnd(outcomes: Iterable<BulkGrantOutcome | OffboardingOutcome>): JobState {
  for (const outcome of outcomes) if (outcome === 'failed') return 'completed_with_errors';
  return 'completed';
}

/** R79: a membership at once for people of the parent or its children, else an invitation that asks them. */
export function bulkGrantWay(subject: {
  readonly belongsToPartnership: boolean;
}): 'membership' | 'invitation' {
  return subject.belongsToPartnership ? 'membership' : 'invitation';
}
