import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkEmail } from '../../../src/domain/check/email.js';
import { accountIdOf, scenarioNames, scenarioOf, seed } from '../../../server/scenarios/index.js';
import type { ScenarioName } from '../../../server/scenarios/index.js';
import { createMemoryStore } from '../../../server/stores/memory/memory-store.js';
import type { Store } from '../../../server/stores/port.js';

const now = new Date('2026-11-22T09:30:00.000Z');
const passwordHash = { hash: (text: string) => Promise.resolve(text), verify: () => Promise.resolve(false) };

async function seeded(name: ScenarioName): Promise<Store> {
  const store = createMemoryStore();
  await seed(store, scenarioOf(name), { clock: { now: () => now }, passwordHash });
  return store;
}

const active = async (store: Store, account: string): Promise<number> =>
  store.read.memberships.count({ accountId: accountIdOf(account), status: 'active' });

describe('small scenarios', () => {
  for (const name of scenarioNames) {
    it(`${name}: keeps every unique rule, and each login it offers is there`, async () => {
      const store = await seeded(name);
      for (const username of scenarioOf(name).logins) {
        assert.ok(await store.read.users.first({ username }), username);
      }
      for (const { email } of await store.read.users.find()) assert.equal(checkEmail(email).ok, true, email);
    });
  }

  it('empty: nobody but the owner', async () => {
    const store = await seeded('empty');
    assert.equal(await store.read.memberships.count(), 1);
    assert.equal(await store.read.invitations.count(), 0);
  });

  it('three and five-hundred: so many people on the partner account', async () => {
    assert.equal(await active(await seeded('three'), 'northwind'), 3);
    const store = await seeded('five-hundred');
    assert.equal(await store.read.memberships.count({ accountId: accountIdOf('northwind') }), 500);
  });

  it('seat-limit: two people and one waiting fill three places', async () => {
    const store = await seeded('seat-limit');
    assert.equal(await active(store, 'bluebird'), 2);
    assert.equal(
      await store.read.invitations.count({ state: 'pending', expiresAt: { gt: now.toISOString() } }),
      1,
    );
  });

  it('expired-invites: most are past their time, one is about to be', async () => {
    const store = await seeded('expired-invites');
    assert.equal(await store.read.invitations.count({ expiresAt: { lte: now.toISOString() } }), 4);
    assert.equal(await store.read.invitations.count({ expiresAt: { gt: now.toISOString() } }), 1);
  });

  it('over-limit: seven people on three places', async () => {
    const store = await seeded('over-limit');
    assert.equal(await active(store, 'bluebird'), 7);
    assert.equal((await store.read.accounts.get(accountIdOf('bluebird')))?.planId, 'standard');
  });

  it('username-conflict: every login belongs to one account, and one is named like an address', async () => {
    const store = await seeded('username-conflict');
    const users = await store.read.users.find();
    assert.ok(users.every(({ accountId }) => accountId !== null));
    assert.ok(users.some(({ username, email }) => username === email));
  });

  it('closed-account: its people have no membership left', async () => {
    const store = await seeded('closed-account');
    assert.equal(await active(store, 'bluebird'), 0);
    assert.equal((await store.read.accounts.get(accountIdOf('bluebird')))?.status, 'closed');
  });
});
