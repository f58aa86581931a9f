import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMeStore } from '../../src/stores/me.js';
import { createRolesStore } from '../../src/stores/roles.js';
import { Scope } from '../../src/stores/scope.js';
import { createSeatsStore } from '../../src/stores/seats.js';
import { createViewerStore } from '../../src/stores/viewer.js';
import { aClient, aMe, aMember, anAccount } from '../../src/testing/builders.js';
import { createFakeClient } from '../../src/testing/fake-client.js';
import { settle } from '../support/fake-clock.js';

const account = anAccount();
const owner = aMember({ username: 'maya.okafor', roleId: 'account_owner' });
const manager = aMember({ username: 'h.lindqvist', roleId: 'account_owner', id: 'mem_two' });

async function look(viewer = owner.userId) {
  const client = createFakeClient({ accounts: [account, aClient()], members: [owner, manager], viewer });
  const scope = new Scope({ client, accountId: account.id });
  const store = scope.use(createViewerStore);
  const stop = store.$access.subscribe(() => undefined);
  await settle();
  return { client, scope, store, stop };
}

describe('viewer', () => {
  it('R13: may do nothing until the backend has said what', async () => {
    const client = createFakeClient();
    const store = new Scope({ client, accountId: account.id }).use(createViewerStore);
    assert.equal(store.can('users.manage'), false);
    store.$access.subscribe(() => undefined)();
    await settle();
    assert.equal(store.can('users.manage'), true);
    assert.equal(store.can('links.decide'), false);
  });

  it('R12: asks again when the backend refuses something here, and what is no longer allowed vanishes', async () => {
    const { client, store } = await look(manager.userId);
    assert.equal(store.can('users.manage'), true);
    // Somebody takes the role away; this page has not heard of it.
    await client.as(owner.userId).members.list(account.id);
    manager.roleId = 'campaign_creator';
    await client.members.list(account.id).catch(() => undefined);
    await settle();
    assert.equal(store.can('users.manage'), false);
    manager.roleId = 'account_owner';
  });

  it('asks once for a refusal of access itself, and not about other accounts', async () => {
    const { client } = await look();
    const asked = () => client.made.filter((action) => action === 'accounts.access').length;
    const before = asked();
    await client.members.list('acc_0000000000000000000009').catch(() => undefined);
    await settle();
    assert.equal(asked(), before);
    await client.members.get(account.id, 'mem_unknown').catch(() => undefined);
    await settle();
    assert.equal(asked(), before + 1);
  });

  it('listens no longer when the scope ends', async () => {
    const { client, scope } = await look();
    const before = client.made.length;
    scope.dispose();
    client.tell('signed-in', { user: aMe() });
    await settle();
    assert.equal(client.made.length, before);
  });
});

describe('roles, seats, me', () => {
  it('R1: roles come with the reason why one is not offered', async () => {
    const { client } = await look();
    const scope = new Scope({ client, accountId: aClient().id });
    const store = scope.use(createRolesStore);
    store.$roles.subscribe(() => undefined)();
    await settle();
    const partner = store.$roles.get().data?.find(({ id }) => id === 'partner_manager');
    assert.deepEqual([partner?.available, partner?.reason], [false, 'role_not_available']);
  });

  it('R17: places are counted again after an invite', async () => {
    const client = createFakeClient();
    const scope = new Scope({ client, accountId: aClient().id });
    const store = scope.use(createSeatsStore);
    const stop = store.$seats.subscribe(() => undefined);
    await settle();
    assert.equal(store.$seats.get().data?.reserved, 0);
    await client.invitations.create(aClient().id, {
      email: 'tess@harbourlane.test',
      roleId: 'campaign_creator',
    });
    await settle();
    assert.equal(store.$seats.get().data?.reserved, 1);
    stop();
  });

  it('the profile follows what is changed', async () => {
    const client = createFakeClient();
    const store = new Scope({ client }).use(createMeStore);
    const stop = store.$me.subscribe(() => undefined);
    await settle();
    await store.update({ displayName: 'Maya O.' });
    await settle();
    assert.equal(store.$me.get().data?.displayName, 'Maya O.');
    stop();
  });
});
