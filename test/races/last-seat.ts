import { accountIdOf } from '../support/server.js';
import type { Deployment, Person, Reply } from '../support/deployment.js';

export const beta = accountIdOf('beta');

/** An account of two people on a plan of three, without invitations: one seat is left. */
export async function leaveOneSeat({ store }: Deployment): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.accounts.touch({ id: beta }, { planId: 'standard' });
    const pending = { accountId: beta, state: 'pending' };
    await tx.invitations.updateWhere(pending, { state: 'revoked', revokeReason: 'revoked' });
    // The budgets of a day are not what is raced for here.
    await tx.budgetEvents.remove({});
    await tx.outbox.remove({ status: { not: 'sending' } });
  });
}

/** So many different people are invited at the same moment, by turns at each server. */
export function inviteAtOnce(
  urls: readonly string[],
  person: Person,
  count: number,
  round: number,
): Promise<Reply[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      person(urls[index % urls.length] ?? '', 'POST', `/accounts/${beta}/invitations`, {
        email: `seat${round}.${index}@example.test`,
        roleId: 'campaign_creator',
      }),
    ),
  );
}
