import { addSeconds } from '../../src/domain/index.js';
import type { Actor } from '../context.js';
import type { Log, Random } from '../ports.js';
import { UniqueViolation, type Store } from '../stores/port.js';
import { newId } from './new-id.js';

/** Written at most this often: people read "12 min ago". */
const granularitySeconds = 60;

/**
 * Notes that somebody used an account: on their own membership, or, for a partner person who came through the
 * link, as an entry the client may look at (R90). It happens after the answer is certain and never spoils it.
 */
export async function noteActivity(
  { store, random, log }: { store: Store; random: Random; log: Log },
  { user }: Actor,
  accountId: string,
  now: Date,
): Promise<void> {
  const before = addSeconds(now, -granularitySeconds).toISOString();
  const at = now.toISOString();
  const whose = { userId: user.id, accountId };
  try {
    const membership = await store.read.memberships.first({ ...whose, status: 'active' });
    if (membership) {
      if (membership.lastActiveAt !== null && membership.lastActiveAt > before) return;
      await store.transaction(async (tx) => {
        await tx.memberships.touch({ id: membership.id }, { lastActiveAt: at });
      });
      return;
    }
    const entry = await store.read.entries.first(whose);
    if (entry && entry.at > before) return;
    await store.transaction(async (tx) => {
      if (entry) await tx.entries.touch({ id: entry.id }, { at });
      else await tx.entries.insert({ id: newId(random, 'entry'), ...whose, at });
    });
  } catch (error) {
    // Another call of the same person noted it first, or the store is away; the next call notes it.
    if (!(error instanceof UniqueViolation)) log.warn('activity-not-noted', { accountId });
  }
}
