import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StoreUnavailable } from '../../../server/stores/port.js';
import { createMemoryStore } from '../../../server/stores/memory/memory-store.js';
import { storeContract } from './contract.js';
import { newRow } from './rows.js';

storeContract('in memory', async () => createMemoryStore());

describe('memory alone', () => {
  it('answers reads at once while a transaction is open', async () => {
    const store = createMemoryStore();
    const row = newRow('users');
    await store.transaction(async (tx) => {
      await tx.users.insert(row);
      assert.equal(await store.read.users.count(), 0);
    });
    assert.equal(await store.read.users.count(), 1);
  });

  it('shares nothing between two stores', async () => {
    const [one, two] = [createMemoryStore(), createMemoryStore()];
    await one.transaction((tx) => tx.users.insert(newRow('users')));
    assert.equal(await two.read.users.count(), 0);
  });

  it('follows every change of a long sorted list', async () => {
    const store = createMemoryStore();
    const members = Array.from({ length: 600 }, (_, index) =>
      newRow('memberships', { accountId: 'a', nameKey: String(index).padStart(3, '0') }),
    );
    await store.transaction((tx) => tx.memberships.insert(...members));
    const top = async () =>
      (
        await store.read.memberships.find({
          where: { accountId: 'a' },
          orderBy: [['nameKey', 'desc']],
          limit: 1,
        })
      )[0];
    assert.equal((await top())?.nameKey, '599');
    const id = members[3]?.id ?? '';
    await store.transaction((tx) => tx.memberships.update(id, { nameKey: 'zzz' }));
    assert.equal((await top())?.nameKey, 'zzz');
    const lost = store.transaction(async (tx) => {
      await tx.memberships.remove({ id });
      assert.equal((await top())?.nameKey, 'zzz');
      assert.equal(
        (await tx.memberships.first({ accountId: 'a' }, { orderBy: [['nameKey', 'desc']] }))?.nameKey,
        '599',
      );
      throw new Error('rolled back');
    });
    await assert.rejects(lost, /rolled back/);
    assert.equal((await top())?.nameKey, 'zzz');
  });

  it('is unavailable after it was closed', async () => {
    const store = createMemoryStore();
    await store.close();
    await assert.rejects(store.ping(), StoreUnavailable);
    await assert.rejects(store.read.users.count(), StoreUnavailable);
    await assert.rejects(
      store.transaction(async () => 1),
      StoreUnavailable,
    );
  });
});
