/** Second factors: states and budgets as data (R63–R72, domain.md 4). Codes themselves are checked by the server. */
import type { MfaPolicy } from './accounts.js';
import { limits } from './limits.js';
import type { Transitions } from './machine.js';
import { addSeconds, isPast, toMillis, type Instant } from './time.js';

export const mfaMethods = ['totp', 'webauthn', 'sms', 'voice', 'push'] as const;
export type MfaMethod = (typeof mfaMethods)[number];

export const enrolmentStates = ['none', 'pending', 'active', 'locked', 'reset_required'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

export type EnrolmentEvent =
  'start' | 'confirm' | 'expire' | 'cancel' | 'lock' | 'unlock' | 'remove' | 'reset' | 'recover';

/** `unlock`: another active factor was used; `recover`: a recovery code was spent (R66). */
export const enrolmentTransitions: Transitions<EnrolmentState, EnrolmentEvent> = {
  none: { start: 'pending' },
  pending: { confirm: 'active', expire: 'none', cancel: 'none', start: 'pending' },
  active: { lock: 'locked', remove: 'none', reset: 'reset_required', recover: 'reset_required' },
  locked: { unlock: 'active', remove: 'none', reset: 'reset_required', recover: 'reset_required' },
  reset_required: { start: 'pending' },
};

export const deviceStates = ['trusted', 'void'] as const;
export type DeviceState = (typeof deviceStates)[number];
export type DeviceEvent = 'expire' | 'passwordChange' | 'reset' | 'forget';

export const deviceTransitions: Transitions<DeviceState, DeviceEvent> = {
  trusted: { expire: 'void', passwordChange: 'void', reset: 'void', forget: 'void' },
  void: {},
};

/** The state now: a secret nobody confirmed in ten minutes is gone. */
export function enrolmentState(
  enrolment: { readonly state: EnrolmentState; readonly startedAt: Instant },
  now: Instant,
): EnrolmentState {
  const deadline = addSeconds(enrolment.startedAt, limits.totpSetupSeconds);
  return enrolment.state === 'pending' && isPast(deadline, now) ? 'none' : enrolment.state;
}

/** Counters of a user's factor, kept across challenges, browsers and addresses. */
export interface FactorFailures {
  /** Wrong codes since the last right one. */
  readonly total: number;
  /** Those of them in the 15 minutes that end with the last one. */
  readonly inWindow: number;
  readonly lastAt: Instant | null;
}

export type FactorBudget =
  | { readonly state: 'open' }
  | { readonly state: 'paused'; readonly until: Date }
  | { readonly state: 'locked' };

/**
 * R64: after 10 wrong codes in 15 minutes the factor pauses, for one minute at first and twice as long with
 * every further ten; 100 without a success lock it.
 */
export function factorBudget(failures: FactorFailures, now: Instant): FactorBudget {
  if (failures.total >= limits.wrongCodesBeforeLock) return { state: 'locked' };
  if (failures.inWindow < limits.wrongCodesPerWindow || failures.lastAt === null) return { state: 'open' };
  const until = addSeconds(failures.lastAt, pauseSeconds(failures.total));
  return toMillis(until) > toMillis(now) ? { state: 'paused', until } : { state: 'open' };
}

/** Length of the pause after this many wrong codes without a success. */
export function pauseSeconds(total: number): number {
  const round = Math.floor(total / limits.wrongCodesPerWindow);
  return round < 1 ? 0 : limits.factorPauseSeconds * 2 ** (round - 1);
}

export interface DemandFacts {
  readonly policy: MfaPolicy;
  readonly mfaActive: boolean;
  /** A factor was reset or recovered and no new one is active; an abandoned set-up does not end this (R66, R71). */
  readonly resetRequired?: boolean;
}

/** R70: must this person enrol before entry, be asked to, or not be bothered? */
export function enrolmentDemand(facts: DemandFacts): 'required' | 'suggested' | 'none' {
  if (facts.mfaActive) return 'none';
  if (facts.resetRequired || facts.policy === 'required') return 'required';
  return facts.policy === 'off' ? 'none' : 'suggested';
}
