import { addSeconds, toMillis } from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import { newId } from './new-id.js';

/** So many events of one kind in a rolling window. */
export interface Budget {
  /** What is counted, such as `invite:acc_…`. */
  bucket: string;
  limit: number;
  seconds: number;
}

/**
 * Spends one event of a budget, or throws 429 with the time until the oldest one leaves the window. Two callers
 * never spend the last one together: the bucket is held to the end of the transaction. Returns the event's id.
 */
export async function spend(context: Context<Actor | null>, budget: Budget): Promise<string> {
  const { tx, now } = context;
  const { bucket, limit, seconds } = budget;
  await tx.hold(`budget:${bucket}`);
  await tx.budgetEvents.remove({ bucket, at: { lte: addSeconds(now, -seconds).toISOString() } });
  if ((await tx.budgetEvents.count({ bucket })) >= limit) {
    const [oldest] = await tx.budgetEvents.find({ where: { bucket }, orderBy: [['at', 'asc']], limit: 1 });
    const free = addSeconds(oldest?.at ?? now, seconds);
    throw tooMany(toMillis(free) - toMillis(now));
  }
  const id = newId(context.random, 'budgetEvent');
  await tx.budgetEvents.insert({ id, bucket, at: now.toISOString() });
  return id;
}

/** How many events of a budget can be spent now. */
export async function leftOf(context: ReadContext<Actor | null>, budget: Budget): Promise<number> {
  const since = addSeconds(context.now, -budget.seconds).toISOString();
  const spent = await context.db.budgetEvents.count({ bucket: budget.bucket, at: { gt: since } });
  return Math.max(0, budget.limit - spent);
}

/** Gives events back that turned out not to count. */
export async function refund(context: Context<Actor | null>, ids: readonly string[]): Promise<void> {
  await context.tx.budgetEvents.remove({ id: { in: ids } });
}

/** 429 with the wait in whole seconds. */
export function tooMany(waitMs: number): ProblemError {
  return new ProblemError('rate-limited', { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) });
}
