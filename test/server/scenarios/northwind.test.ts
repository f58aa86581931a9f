import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { checkEmail } from '../../../src/domain/check/email.js';
import { checkName } from '../../../src/domain/check/name.js';
import { checkUsername } from '../../../src/domain/check/username.js';
import { invitationState, isId } from '../../../src/domain/index.js';
import type { InvitationState } from '../../../src/domain/index.js';
import {
  accountIdOf,
  demoLogins,
  demoPassword,
  demoRecoveryCodes,
  hasDemoData,
  scenarioOf,
  seed,
} from '../../../server/scenarios/index.js';
import { createMemoryStore } from '../../../server/stores/memory/memory-store.js';
import type { Store } from '../../../server/stores/port.js';
import type { Row } from '../../../server/stores/schema.js';

const now = new Date('2026-11-22T09:30:00.000Z');
const clock = { now: () => now };
let hashes = 0;
const passwordHash = {
  hash: (password: string) => {
    hashes += 1;
    return Promise.resolve(`hash of ${password}`);
  },
  verify: () => Promise.resolve(false),
};

const limits: Record<string, number> = { starter: 1, standard: 3, premium: Infinity };

describe('scenario northwind', () => {
  let store: Store;
  let accounts: Row<'accounts'>[];
  let memberships: Row<'memberships'>[];
  let users: Row<'users'>[];
  let invitations: Row<'invitations'>[];

  before(async () => {
    store = createMemoryStore();
    assert.equal(await seed(store, scenarioOf('northwind'), { clock, passwordHash }), true);
    accounts = await store.read.accounts.find();
    memberships = await store.read.memberships.find();
    users = await store.read.users.find();
    invitations = await store.read.invitations.find();
  });

  const byName = (name: string): Row<'accounts'> => {
    const account = accounts.find((row) => row.name === name);
    assert.ok(account, name);
    return account;
  };
  const membersOf = (account: Row<'accounts'>, status = 'active') =>
    memberships.filter((row) => row.accountId === account.id && row.status === status);

  it('has one partner account that reaches 240 clients on three plans', () => {
    const parents = accounts.filter(({ kind }) => kind === 'parent');
    assert.deepEqual(
      parents.map(({ name }) => name),
      ['Northwind Partners'],
    );
    const reached = accounts.filter(
      ({ kind, relationship, status }) =>
        kind === 'child' && relationship === 'managed' && status !== 'closed',
    );
    assert.equal(reached.length, 240);
    assert.deepEqual([...new Set(reached.map(({ planId }) => planId))].sort(), [
      'premium',
      'standard',
      'starter',
    ]);
    assert.equal(new Set(reached.map(({ name }) => name)).size, 240);
  });

  it('has closed and referred accounts that the partner does not reach', async () => {
    const links = await store.read.accountLinks.find();
    const of = (id: string) => links.filter(({ childId }) => childId === id);
    const closed = accounts.filter(({ status }) => status === 'closed');
    const referred = accounts.filter(
      ({ relationship, status }) => relationship === 'referred' && status !== 'closed',
    );
    assert.equal(closed.length, 3);
    assert.equal(referred.length, 3);
    assert.ok(
      closed.every(({ id, closedAt }) => closedAt !== null && of(id).every(({ state }) => state === 'ended')),
    );
    assert.ok(referred.every(({ id }) => of(id).every((link) => link.relationship === 'referred')));
  });

  it('gives every login that is offered the role, account and address it is listed with, and no second factor', () => {
    const expected: Record<string, [account: string, role: string, domain: string]> = {
      'partner.owner': ['Northwind Partners', 'account_owner', 'northwind.test'],
      'partner.manager': ['Northwind Partners', 'partner_manager', 'northwind.test'],
      'partner.accounts': ['Northwind Partners', 'account_manager', 'northwind.test'],
      'partner.creator': ['Northwind Partners', 'campaign_creator', 'northwind.test'],
      'bluebird.owner': ['Bluebird Dental', 'account_owner', 'bluebird.test'],
      'bluebird.accounts': ['Bluebird Dental', 'account_manager', 'bluebird.test'],
      'bluebird.creator': ['Bluebird Dental', 'campaign_creator', 'bluebird.test'],
      'harbourlane.owner': ['Harbour Lane Books', 'account_owner', 'harbourlane.test'],
      'foxglove.owner': ['Foxglove Pottery', 'account_owner', 'foxglove.test'],
      'linden.owner': ['Linden Bakery', 'account_owner', 'linden.test'],
    };
    assert.deepEqual([...demoLogins].sort(), Object.keys(expected).sort());
    for (const [username, [account, role, domain]] of Object.entries(expected)) {
      const user = users.find((row) => row.username === username);
      assert.ok(user, username);
      assert.equal(user.email, `${username}@${domain}`);
      assert.equal(user.mfaActive, false, username);
      assert.equal(user.passwordHash, `hash of ${demoPassword}`);
      const own = memberships.filter(({ userId }) => userId === user.id);
      assert.deepEqual(
        own.map((row) => [row.accountId, row.roleId, row.status]),
        [[byName(account).id, role, 'active']],
      );
    }
  });

  it('fills Bluebird Dental 3 of 3, Harbour Lane Books 1 of 3, and leaves Foxglove Pottery unlimited', () => {
    assert.deepEqual(
      [byName('Bluebird Dental').planId, membersOf(byName('Bluebird Dental')).length],
      ['standard', 3],
    );
    assert.deepEqual(
      [byName('Harbour Lane Books').planId, membersOf(byName('Harbour Lane Books')).length],
      ['standard', 1],
    );
    assert.equal(byName('Foxglove Pottery').planId, 'premium');
  });

  it('has 48 rows in the roster of the partner: every role, state, factor and a person who never came', () => {
    const partner = byName('Northwind Partners');
    const rows = memberships.filter(({ accountId }) => accountId === partner.id);
    const open = invitations.filter(
      ({ accountId, state }) => accountId === partner.id && state === 'pending',
    );
    assert.equal(rows.length + open.length, 48);
    const values = (column: keyof Row<'memberships'>) => [...new Set(rows.map((row) => row[column]))];
    assert.equal(values('roleId').length, 4);
    assert.deepEqual(values('status').sort(), ['active', 'suspended']);
    assert.deepEqual(values('mfaActive').sort(), [false, true]);
    assert.ok(rows.some(({ lastActiveAt }) => lastActiveAt === null));
    const states = new Set(
      invitations.map((row) =>
        invitationState({ state: row.state as InvitationState, expiresAt: row.expiresAt }, now),
      ),
    );
    assert.deepEqual([...states].sort(), ['accepted', 'declined', 'expired', 'pending', 'revoked']);
    assert.ok(open.some(({ delivery }) => delivery === 'bounced'));
  });

  it('gives every open account exactly one active owner, as R54 asks', () => {
    for (const account of accounts.filter(({ status }) => status !== 'closed')) {
      const owners = membersOf(account).filter(({ roleId }) => roleId === 'account_owner');
      assert.deepEqual(
        owners.map(({ id }) => id),
        [account.ownerMembershipId],
        account.name,
      );
    }
  });

  it('R17: hands out no more seats than a plan has, but on the one client that moved to a smaller plan', () => {
    const over = accounts.filter((account) => {
      if (account.kind !== 'child') return false;
      const waiting = invitations.filter(
        (row) => row.accountId === account.id && row.state === 'pending' && row.expiresAt > now.toISOString(),
      );
      return membersOf(account).length + waiting.length > (limits[account.planId ?? ''] ?? 0);
    });
    assert.deepEqual(
      over.map(({ name }) => name),
      ['Hillview Veterinary Group'],
    );
  });

  it('grants no Partner Manager on a client (R1) and no role outside the four', () => {
    const children = new Set(accounts.filter(({ kind }) => kind === 'child').map(({ id }) => id));
    assert.equal(
      memberships.filter((row) => children.has(row.accountId) && row.roleId === 'partner_manager').length,
      0,
    );
  });

  it('holds only names, usernames and addresses that a person could have typed', () => {
    for (const user of users) {
      if (user.displayName !== null)
        assert.deepEqual(checkName(user.displayName), { ok: true, value: user.displayName });
      assert.equal(checkUsername(user.username, { ownVerifiedEmail: user.email }).ok, true, user.username);
      assert.deepEqual(checkEmail(user.email), { ok: true, value: user.email });
    }
    for (const { name } of accounts) assert.deepEqual(checkName(name), { ok: true, value: name });
    for (const { email } of invitations) assert.deepEqual(checkEmail(email), { ok: true, value: email });
    assert.ok(
      [...users, ...accounts, ...memberships].every(({ id }) =>
        ['user', 'account', 'membership'].some((kind) => isId(kind as 'user', id)),
      ),
    );
  });

  it('says all times in the past of the clock, and last visits not before joining', () => {
    for (const row of memberships) {
      assert.ok(row.createdAt <= now.toISOString());
      if (row.lastActiveAt !== null)
        assert.ok(row.lastActiveAt >= row.createdAt && row.lastActiveAt <= now.toISOString(), row.id);
    }
  });

  it('is put in once, hashes password and recovery codes once for all, and is recognised as sample data', async () => {
    const before = hashes;
    assert.equal(await seed(store, scenarioOf('northwind'), { clock, passwordHash }), false);
    assert.equal(hashes, before);
    assert.equal(hashes, 1 + demoRecoveryCodes.length);
    assert.equal((await store.read.users.find()).length, users.length);
    assert.equal(await hasDemoData(store), true);
    assert.equal(await hasDemoData(createMemoryStore()), false);
  });

  it('gives the same ids every time, so that a story can link to an account', () => {
    assert.equal(accountIdOf('bluebird'), byName('Bluebird Dental').id);
    assert.deepEqual(scenarioOf('northwind'), scenarioOf('northwind'));
  });
});
