import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CcFacts } from '../../src/client/index.js';
import { createRosterLiveStore } from '../../src/stores/roster-live.js';
import { createRosterStore } from '../../src/stores/roster.js';
import { Scope } from '../../src/stores/scope.js';
import { aMember, anAccount, createFakeClient } from '../../src/testing/index.js';
import { FakeClock } from '../support/fake-clock.js';

const account = anAccount();
const owner = aMember({ username: 'ann.owner', roleId: 'account_owner' });
const creator = aMember({ username: 'zoe.creator', roleId: 'campaign_creator' });

/** A roster that somebody looks at, and somebody else who changes the account. */
async function shown() {
  const clock = new FakeClock();
  const client = createFakeClient({ accounts: [account], members: [owner, creator], viewer: owner.userId });
  const scope = new Scope({ client, accountId: account.id, clock });
  const roster = scope.use(createRosterStore);
  const live = scope.use(createRosterLiveStore);
  const stop = roster.$members.subscribe(() => undefined);
  const flush = () => new Promise((resolve) => setTimeout(resolve, 5));
  const calls = () => client.made.filter((name) => name === 'members.list').length;
  const tell = async (change: Partial<CcFacts['live.changed']>) => {
    client.tell('live.changed', {
      accountId: account.id,
      kind: 'member',
      id: creator.id,
      version: 2,
      ...change,
    });
    clock.advance(300);
    await flush();
  };
  await flush();
  return { client, scope, roster, live, tell, calls, flush, stop };
}

test('a row that somebody else changed is renewed in its place, without reading the list again', async () => {
  const { client, roster, tell, calls, flush } = await shown();
  const before = calls();
  const other = client.as(owner.userId);
  await other.members.setRole(account.id, creator, 'account_manager');
  await tell({});
  for (let tries = 0; tries < 400 && roster.member(creator.id)?.roleId !== 'account_manager'; tries += 1)
    await flush();
  assert.equal(roster.member(creator.id)?.roleId, 'account_manager');
  assert.equal(calls(), before);
});

test('what would move rows waits while the person works on them, and is shown afterwards', async () => {
  const { live, tell, calls } = await shown();
  const before = calls();
  live.hold(true);
  await tell({ id: 'mem_new', version: 1 });
  await tell({ id: 'mem_other', version: 1 });
  assert.deepEqual([live.$waiting.get(), calls()], [2, before]);
  live.hold(false);
  assert.deepEqual([live.$waiting.get(), calls()], [0, before + 1]);
  await tell({ id: 'mem_third', version: 1 });
  assert.equal(calls(), before + 2);
});

test('what this page has shown already, and another account, is no news', async () => {
  const { client, tell, calls } = await shown();
  const before = [...client.made];
  await tell({ version: 1 });
  await tell({ accountId: 'acc_other' });
  assert.deepEqual([client.made.length, calls()], [before.length, 1]);
});

test('R04: who is gone elsewhere is known by name while the list is held, and can be taken out before the rest', async () => {
  const { client, roster, live, tell } = await shown();
  live.hold(true);
  await client.as(owner.userId).members.remove(account.id, creator);
  await tell({ version: 2 });
  await tell({ id: 'mem_new', version: 1 });
  assert.deepEqual([[...live.$gone.get()], live.$waiting.get()], [[creator.id], 2]);
  live.drop(creator.id);
  assert.deepEqual([live.$gone.get().size, live.$waiting.get()], [0, 1]);
  assert.equal(roster.member(creator.id), undefined);
});

test('R36, R40: what was done here is no news when it is heard again; what became of a mail is', async () => {
  const { client, roster, live, tell, calls, flush } = await shown();
  const made = await client.invitations.create(account.id, {
    email: 'jo@example.test',
    roleId: 'campaign_creator',
  });
  await flush();
  live.hold(true);
  const before = calls();
  await tell({ kind: 'invitation', id: made.id, version: made.version });
  await client.members.remove(account.id, creator);
  await tell({ version: 9 });
  live.ended('inv_other');
  await tell({ kind: 'invitation', id: 'inv_other', version: 2 });
  assert.deepEqual([live.$waiting.get(), calls()], [0, before]);
  const reads = () => client.made.filter((name) => name === 'invitations.get').length;
  const read = reads();
  await tell({ kind: 'invitation', id: made.id, version: 0 });
  assert.deepEqual([reads(), roster.invitation(made.id)?.id], [read + 1, made.id]);
});
