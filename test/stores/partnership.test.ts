import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMockBackend } from '../../src/mock/backend.js';
import {
  createGrantJobStore,
  createLinksStore,
  createOffboardingStore,
  createPeopleStore,
  Scope,
} from '../../src/stores/index.js';

/** The first state that is not on its way. */
const settled = <Value extends { state: string }>(atom: {
  subscribe(listener: (value: Value) => void): () => void;
}): Promise<Value> =>
  new Promise((resolve) => {
    const stop = atom.subscribe((value) => {
      if (value.state === 'idle' || value.state === 'loading') return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });

test('R82, R79, R88: forecast, grant, and offboard one person, as an element does', async () => {
  const { client, accountId, clock } = await createMockBackend();
  const scope = new Scope({ client, accountId, clock });
  const told: string[] = [];
  client.subscribe('job.ended', ({ id }) => told.push(id));
  const clients = (
    await client.accounts.list({ parent: accountId, plan: 'premium', status: 'active', limit: 6 })
  ).items;
  const draft = {
    subject: { email: 'fresh@example.test' },
    roleId: 'campaign_creator' as const,
    accounts: clients.map(({ id }) => ({ accountId: id })),
  };
  const grants = scope.use(createGrantJobStore);
  const forecast = await grants.forecast(draft);
  assert.deepEqual([forecast.state, forecast.job?.counts.done], ['ended', 6]);
  assert.deepEqual(told, []);
  const good = (await grants.items(forecast.job?.id ?? '', { outcome: 'invited' })).slice(0, 3);
  const run = await grants.start({
    ...draft,
    accounts: good.map(({ account }) => ({ accountId: account.id })),
  });
  assert.deepEqual([run.state, run.job?.status, run.job?.counts.invited], ['ended', 'completed', 3]);
  assert.equal((await grants.items(run.job?.id ?? '')).length, 3);
  assert.deepEqual(told, [run.job?.id]);

  const people = scope.use(createPeopleStore);
  await people.ask({ q: 'fresh@example.test' });
  const rows = await settled(people.$rows);
  assert.ok(rows.state === 'ready');
  const [person] = rows.data.items;
  assert.deepEqual([person?.userId, person?.invitations], [null, 3]);
  const access = await client.people.access(accountId, person?.id ?? '');
  assert.deepEqual(
    access.items.map(({ kind, status }) => [kind, status]),
    Array(3).fill(['invitation', 'pending']),
  );

  const offboarding = scope.use(createOffboardingStore);
  const choice = { subject: { email: 'fresh@example.test' } };
  assert.equal((await offboarding.preview(choice)).job?.counts.revoked, 3);
  const done = await offboarding.start(choice);
  assert.deepEqual([done.job?.status, done.job?.counts], ['completed', { total: 3, done: 3, revoked: 3 }]);
  scope.dispose();
});

test('R78: the links of an account, read again after each change', async () => {
  const { client, accountId, clock } = await createMockBackend();
  const scope = new Scope({ client, accountId, clock });
  const links = await settled(scope.use(createLinksStore).$links);
  assert.ok(links.state === 'ready' && links.data.items.every(({ side }) => side === 'parent'));
  scope.dispose();
});
