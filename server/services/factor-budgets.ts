import { factorBudget, isPast, addSeconds, limits, type FactorBudget } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { newId } from './new-id.js';

/**
 * Everything about a person's factor is decided by one call at a time, over all challenges, browsers and servers
 * (threats 7 and 8): held to the end of the transaction.
 */
export async function holdFactor({ tx }: Context<Actor | null>, userId: string): Promise<void> {
  await tx.hold(`factor:${userId}`);
}

/** What the wrong codes so far still allow (R64). */
export async function budgetOf({ tx, now }: Context<Actor | null>, userId: string): Promise<FactorBudget> {
  const wrong = await tx.factorAttempts.find({ where: { userId }, orderBy: [['at', 'desc']] });
  const lastAt = wrong[0]?.at ?? null;
  const since = lastAt === null ? now : addSeconds(lastAt, -limits.wrongCodeWindowSeconds);
  const inWindow = wrong.filter(({ at }) => !isPast(at, since)).length;
  return factorBudget({ total: wrong.length, inWindow, lastAt }, now);
}

/** Counts a try before it is looked at. */
export async function countTry({ tx, now, random }: Context<Actor | null>, userId: string): Promise<string> {
  const id = newId(random, 'factorAttempt');
  await tx.factorAttempts.insert({ id, userId, at: now.toISOString() });
  return id;
}

/** That try was not a wrong code. */
export async function uncountTry({ tx }: Context<Actor | null>, id: string): Promise<void> {
  await tx.factorAttempts.remove({ id });
}

/** A success starts the counting anew. */
export async function forgetTries({ tx }: Context<Actor | null>, userId: string): Promise<void> {
  await tx.factorAttempts.remove({ userId });
}
