import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Member, OwnershipTransfer } from '../../src/client/index.js';
import { createMemberStore, createOwnershipStore, Scope } from '../../src/stores/index.js';
import { aMember, aRefusal } from '../../src/testing/index.js';
import { held, stubClient } from '../support/stub-client.js';

const settled = () => new Promise((done) => setTimeout(done));
const member = aMember({ username: 'aisha', roleId: 'account_manager' });
const { accountId } = member;

function scopeOf(groups: Parameters<typeof stubClient>[0]) {
  const client = stubClient(groups);
  return { client, scope: new Scope({ client, accountId }) };
}

describe('one member as a store', () => {
  it('follows a member while somebody looks, and forgets them afterwards', async () => {
    let asked = 0;
    const { client, scope } = scopeOf({
      members: {
        get: async () => {
          asked += 1;
          return Promise.resolve(member);
        },
      },
    });
    const store = scope.use(createMemberStore);
    const [one, other] = [store.watch(member.id), store.watch(member.id)];
    await settled();
    assert.equal(asked, 1, 'asked once for all who look');
    const newer = { ...member, roleId: 'campaign_creator', version: member.version + 1 };
    client.tell('member.changed', { accountId, id: member.id, value: newer });
    assert.equal(store.$members.get().get(member.id)?.data?.roleId, 'campaign_creator');
    client.tell('member.changed', { accountId, id: member.id, value: member });
    assert.equal(store.$members.get().get(member.id)?.data?.roleId, 'campaign_creator', 'never an older one');
    one();
    client.tell('live.changed', { accountId, kind: 'member', id: member.id, version: 9 });
    assert.equal(asked, 2);
    other();
    assert.equal(store.$members.get().size, 0);
    scope.dispose();
    assert.equal(client.listening(), 0);
  });

  it('R04: knows that somebody is gone, and keeps who it was', async () => {
    const { client, scope } = scopeOf({ members: { get: async () => Promise.resolve(member) } });
    const store = scope.use(createMemberStore);
    store.watch(member.id);
    await settled();
    client.tell('member.removed', { accountId, id: member.id, value: undefined });
    assert.equal(store.isGone(member.id), true);
    assert.equal(store.$members.get().get(member.id)?.data?.id, member.id);
  });

  it('R03: lets no late answer come back after nobody looks', async () => {
    const slow = held<Member>();
    const { scope } = scopeOf({ members: { get: async () => slow.promise } });
    const store = scope.use(createMemberStore);
    store.watch(member.id)();
    slow.give(member);
    await settled();
    assert.equal(store.$members.get().size, 0);
  });
});

describe('ownership as a store', () => {
  it('R35: an attempt whose answer was lost is repeated with its key; a refused one gets a new key', async () => {
    const keys: (string | undefined)[] = [];
    const answers: (() => Promise<OwnershipTransfer>)[] = [
      () => Promise.reject(aRefusal('unavailable')),
      () => Promise.reject(aRefusal('transfer-pending')),
      () => Promise.resolve({} as OwnershipTransfer),
    ];
    const { scope } = scopeOf({
      ownership: {
        start: async (_, __, options) => {
          keys.push(options?.idempotencyKey);
          return (answers.shift() as () => Promise<OwnershipTransfer>)();
        },
      },
    });
    const store = scope.use(createOwnershipStore);
    for (const _ of [1, 2, 3]) await store.start('mem_1').catch(() => undefined);
    assert.equal(keys[0], keys[1]);
    assert.notEqual(keys[1], keys[2]);
  });

  it('reads the transfer again when it was decided elsewhere', async () => {
    let asked = 0;
    const { client, scope } = scopeOf({
      ownership: {
        get: async () => {
          asked += 1;
          return Promise.resolve(null);
        },
      },
    });
    const store = scope.use(createOwnershipStore);
    const release = store.$transfer.subscribe(() => undefined);
    await settled();
    client.tell('live.changed', { accountId, kind: 'transfer', id: 'own_1', version: 2 });
    client.tell('live.changed', { accountId, kind: 'seats', id: 'x', version: 2 });
    await settled();
    assert.equal(asked, 2);
    release();
  });
});
