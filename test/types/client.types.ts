// Compiles only while the public types of the client hold; every `@ts-expect-error` line must be an error.
import { createClient, isCcError, type CcClient } from 'crew-components/client';

const client: CcClient = createClient({
  baseUrl: '/v1',
  getToken: ({ reason }) => (reason === 'step-up' ? null : 'token'),
});

// Facts are typed by their name.
client.subscribe('member.changed', ({ value, accountId }) => {
  const role: string = value.roleId;
  const account: string | undefined = accountId;
  return [role, account];
});
client.subscribe('signed-out', ({ reason }) => reason === 'expired');
client.subscribe('failure', ({ action, error }) => [action.length, error.code.length]);
client.subscribe('*', (_, type) => type.length);
// @ts-expect-error there is no such fact
client.subscribe('member.exploded', () => undefined);

// The guard narrows what a refusal brings along.
export function seats(error: unknown): number | undefined {
  if (isCcError(error, 'seat-limit-reached')) return error.facts.limit;
  if (isCcError(error, 'stale-version')) return Number(error.facts.current);
  // @ts-expect-error only a seat limit has a limit
  if (isCcError(error, 'offline')) return error.facts.limit;
  // @ts-expect-error there is no such kind
  return isCcError(error, 'moon-phase') ? 1 : undefined;
}

// Calls say what they need.
void client.members.setRole('acc_1', { id: 'mem_1', version: 1 }, 'campaign_creator');
// @ts-expect-error a write names the version it is over
void client.members.setRole('acc_1', { id: 'mem_1' }, 'campaign_creator');
// @ts-expect-error there is no such role
void client.members.setRole('acc_1', { id: 'mem_1', version: 1 }, 'wizard');
// @ts-expect-error a read carries no idempotency key
void client.members.list('acc_1', {}, { idempotencyKey: '"x"' });
void client.invitations.create(
  'acc_1',
  { email: 'a@b.test', roleId: 'campaign_creator' },
  { idempotencyKey: '"x"' },
);
