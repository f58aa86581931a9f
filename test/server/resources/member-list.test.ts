import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Member, Page } from '../../../src/client/wire/index.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const members = `/accounts/${accountIdOf('alpha')}/members`;

describe('the list of members', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
    await server.store.transaction(async (tx) => {
      const never = { lastActiveAt: null };
      await tx.memberships.touch({ id: memberOf('alpha.spare') }, never);
      await tx.memberships.touch(
        { id: memberOf('alpha.creator') },
        { lastActiveAt: '2026-01-31T12:00:00.000Z' },
      );
      await tx.memberships.touch({ id: memberOf('alpha.manager') }, { mfaActive: true });
      await tx.users.update(userIdOf('alpha.manager'), { mfaActive: true });
    });
  });
  after(() => server.close());

  const list = async (query = '') => (await owner.get(`${members}?${query}`)).json<Page<Member>>();
  const names = async (query: string) => (await list(query)).items.map(({ username }) => username.slice(6));

  it('shows a person with everything a roster needs, and nothing secret', async () => {
    const answer = await owner.get(`${members}/${memberOf('alpha.suspended')}`);
    assert.deepEqual(answer.json<Member>(), {
      id: memberOf('alpha.suspended'),
      accountId: accountIdOf('alpha'),
      userId: userIdOf('alpha.suspended'),
      displayName: 'suspended of alpha',
      username: 'alpha.suspended',
      email: 'alpha.suspended@alpha.test',
      roleId: 'account_manager',
      status: 'suspended',
      gate: 'none',
      source: 'invitation',
      mfaActive: false,
      you: false,
      invitedBy: null,
      suspendedAt: '2026-11-21T09:00:00.000Z',
      suspendedBy: null,
      createdAt: '2026-08-14T09:00:00.000Z',
      lastActiveAt: '2026-11-22T08:00:00.000Z',
      version: 1,
    });
    assert.equal(answer.headers.get('etag'), '"v1"');
    assert.equal((await list('q=alpha.owner')).items[0]?.you, true);
  });

  it('sorts by each column', async () => {
    assert.deepEqual(await names(''), ['creator', 'gated', 'manager', 'owner', 'spare', 'suspended']);
    assert.deepEqual(await names('sort=-name'), [
      'suspended',
      'spare',
      'owner',
      'manager',
      'gated',
      'creator',
    ]);
    assert.deepEqual(await names('sort=role'), [
      'owner',
      'gated',
      'manager',
      'suspended',
      'creator',
      'spare',
    ]);
    assert.deepEqual((await names('sort=-status'))[0], 'suspended');
    assert.deepEqual((await names('sort=-mfa'))[0], 'manager');
    assert.deepEqual((await names('sort=lastActive'))[0], 'creator');
    assert.deepEqual((await names('sort=-lastActive')).slice(-2), ['creator', 'spare']);
  });

  it('filters by role, status, second factor and last activity, all together', async () => {
    assert.deepEqual(await names('role=campaign_creator'), ['creator', 'spare']);
    assert.deepEqual(await names('status=suspended'), ['suspended']);
    assert.deepEqual(await names('mfa=on'), ['manager']);
    assert.deepEqual(await names('mfa=off&role=account_manager'), ['gated', 'suspended']);
    assert.deepEqual(await names('lastActive=2026-02-01T00:00:00Z'), [
      'gated',
      'manager',
      'owner',
      'suspended',
    ]);
    assert.deepEqual(await names('lastActive=-2026-02-01T00:00:00Z'), ['creator', 'spare']);
    assert.deepEqual(await names('lastActive=-2026-01-31T13:00:00%2B01:00'), ['spare']);
    assert.deepEqual(await names('q=alpha&status=active&role=account_manager&mfa=off'), ['gated']);
    assert.equal((await list('role=campaign_creator&limit=1')).total, 2);
  });

  it('leaves out who was removed, and knows no list of them', async () => {
    const other = await startServer({ scenario: world });
    const caller = await other.as('alpha.owner');
    await caller.del(`${members}/${memberOf('alpha.spare')}`);
    const left = (await caller.get(members)).json<Page<Member>>();
    assert.equal(left.total, 5);
    assert.ok(left.items.every(({ username }) => username !== 'alpha.spare'));
    assert.equal((await caller.get(`${members}?status=removed`)).status, 422);
    await other.close();
  });

  it('notes when somebody was last active, at most once a minute and without a new version', async () => {
    const other = await startServer({ scenario: world });
    const manager = await other.as('alpha.manager');
    const watcher = await other.as('alpha.owner');
    const row = async () => (await watcher.get(`${members}/${memberOf('alpha.manager')}`)).json<Member>();
    await manager.get(`/accounts/${accountIdOf('alpha')}`);
    assert.equal((await row()).lastActiveAt, '2026-11-22T09:00:00.000Z');
    other.clock.advance(59);
    await manager.get(`/accounts/${accountIdOf('alpha')}`);
    assert.equal((await row()).lastActiveAt, '2026-11-22T09:00:00.000Z');
    other.clock.advance(1);
    await manager.get(`/accounts/${accountIdOf('alpha')}`);
    assert.equal((await row()).lastActiveAt, '2026-11-22T09:01:00.000Z');
    assert.equal((await row()).version, 1);
    other.clock.advance(120);
    assert.equal((await manager.get(`/accounts/${accountIdOf('beta')}`)).status, 404);
    assert.equal((await row()).lastActiveAt, '2026-11-22T09:01:00.000Z');
    await other.close();
  });

  it('R58: lets everybody read their own membership, and only who manages users that of others', async () => {
    const creator = await server.as('alpha.creator');
    const own = await creator.get(`${members}/${memberOf('alpha.creator')}`);
    assert.deepEqual([own.status, own.json<Member>().you], [200, true]);
    for (const id of [memberOf('alpha.spare'), memberOf('nobody')]) {
      assert.equal((await creator.get(`${members}/${id}`)).status, 403, id);
    }
  });
});
