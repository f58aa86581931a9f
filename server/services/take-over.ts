import type { Clock } from '../ports.js';
import type { Store } from '../stores/port.js';

/**
 * Only for a process that has the database to itself: whatever another one held has died with it. Mails it had
 * taken are sent again under their old ids, calls it had begun may be
 * repeated at once, and its jobs go on (M01, V01).
 */
export async function takeOver({ store, clock }: { store: Store; clock: Clock }): Promise<void> {
  const at = clock.now().toISOString();
  await store.transaction(async (tx) => {
    await tx.outbox.updateWhere({ status: 'sending' }, { leaseUntil: at });
    await tx.idempotencyKeys.updateWhere({ status: null }, { expiresAt: at });
    await tx.jobs.touch({ status: 'running' }, { leaseUntil: null });
  });
}
