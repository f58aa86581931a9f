import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from '../../../server/stores/port.js';
import { openPglite } from '../../../server/stores/sql/dialect-pglite.js';
import { openTestPglite, pgliteFolder } from '../../support/pglite.js';
import { storeContract } from './contract.js';
import { newRow } from './rows.js';

storeContract('on PGlite', () => openTestPglite());

describe('PGlite alone', () => {
  it('keeps committed rows in its folder when it is opened again', async () => {
    const dataDir = await pgliteFolder();
    try {
      const row = newRow('users');
      const before = await openPglite({ dataDir });
      await before.transaction((tx) => tx.users.insert(row));
      await before.close();
      const after = await openPglite({ dataDir });
      await after.migrate();
      assert.deepEqual(await after.read.users.get(row.id), row);
      await after.close();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('V06: is unavailable to who waits too long for the one connection, and lets the next one in', async () => {
    const store = await openTestPglite({ waitMs: 100 });
    const row = newRow('users');
    const long = store.transaction(async (tx) => {
      await tx.users.insert(row);
      await wait(300);
    });
    await assert.rejects(store.ping(), StoreUnavailable);
    await assert.rejects(
      store.transaction(async () => 1),
      StoreUnavailable,
    );
    await long;
    assert.deepEqual(await store.read.users.get(row.id), row);
    await store.close();
    await assert.rejects(store.ping(), StoreUnavailable);
  });

  it('refuses its own reads inside a transaction instead of waiting for itself', async () => {
    const store = await openTestPglite();
    await store.transaction(async (tx) => {
      await assert.rejects(store.read.users.count(), TypeError);
      await assert.rejects(
        store.transaction(async () => 1),
        TypeError,
      );
      await tx.users.count();
    });
    await store.close();
  });
});
