import { addSeconds, limits } from '../../src/domain/index.js';
import type { Clock } from '../ports.js';
import type { Store } from '../stores/port.js';

const day = 24 * 60 * 60;

/**
 * Removes what has no use any more: remembered answers after 24 h, ended sessions, challenges, set-ups and
 * remembered browsers, spent budgets, old codes, and mails that left. What people may look at (history, invitations) stays.
 */
export async function cleanUp({ store, clock }: { store: Store; clock: Clock }): Promise<void> {
  const now = clock.now();
  const at = now.toISOString();
  const yesterday = addSeconds(now, -2 * day).toISOString();
  await store.transaction(async (tx) => {
    await tx.idempotencyKeys.remove({ expiresAt: { lte: at } });
    await tx.sessions.remove({ expiresAt: { lte: at } });
    await tx.challenges.remove({ expiresAt: { lte: at } });
    await tx.emailCodes.remove({ expiresAt: { lte: at } });
    await tx.passwordResets.remove({ expiresAt: { lte: at } });
    await tx.mfaEnrolments.remove({ state: 'pending', expiresAt: { lte: at } });
    await tx.trustedDevices.remove({ expiresAt: { lte: at } });
    await tx.budgetEvents.remove({ at: { lte: yesterday } });
    await tx.releasedUsernames.remove({ freeAt: { lte: at } });
    await tx.outbox.remove({
      status: { in: ['sent', 'withdrawn'] },
      createdAt: { lte: addSeconds(now, -30 * day).toISOString() },
    });
    const old = addSeconds(now, -limits.liveKeepSeconds).toISOString();
    const [last] = await tx.changes.find({
      where: { at: { lte: old } },
      orderBy: [['seq', 'desc']],
      limit: 1,
    });
    // By number, so that no gap comes into what a stream may go on from.
    if (last) await tx.changes.remove({ seq: { lte: last.seq } });
  });
}
