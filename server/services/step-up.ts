import { isPast } from '../../src/domain/index.js';
import type { Actor, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';

/** Until when the last proof counts as fresh (R69). */
export function stepUpUntil(context: ReadContext<Actor | null>, actor: Actor): Date {
  return new Date(actor.authenticatedAt.getTime() + context.config.limits.stepUpMinutes * 60_000);
}

/** R69: sensitive acts need a proof that is not older than 15 minutes, also on a trusted device. */
export function requireStepUp(context: ReadContext): void {
  if (isPast(stepUpUntil(context, context.actor), context.now)) throw new ProblemError('step-up-required');
}
