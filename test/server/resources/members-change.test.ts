import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Member } from '../../../src/client/wire/index.js';
import {
  accountIdOf,
  startServer,
  userIdOf,
  type Answered,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const pathOf = (username: string): string => {
  const account = accountIdOf(username.split('.')[0] ?? '');
  return `/accounts/${account}/members/${memberOf(username)}`;
};

function refused(answer: Answered, slug: string, code = slug.replaceAll('-', '_')): void {
  assert.equal(answer.problem().type, `/problems/${slug}`, answer.text);
  assert.equal(answer.problem().code, code);
}

describe('changing members', () => {
  let server: TestServer;
  let owner: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  afterEach(() => server.close());

  /** What calls have left in the history; the scenario brings rows of its own. */
  const audit = async (account: string) => {
    const where = { accountId: accountIdOf(account), correlationId: { not: null } };
    const rows = await server.store.read.auditEvents.find({ where, orderBy: [['seq', 'asc']] });
    return rows.map(({ action, actorUserId, before, after, targetId, ip, correlationId }) => {
      return { action, actorUserId, before, after, targetId, ip, correlationId };
    });
  };

  it('changes a role, with a new version, one audit row and one live change', async () => {
    const before = (await owner.get(pathOf('alpha.spare'))).json<Member>();
    const answer = await owner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' });
    assert.equal(answer.status, 200);
    const after = answer.json<Member>();
    assert.deepEqual(after, { ...before, roleId: 'account_manager', version: before.version + 1 });
    assert.equal(answer.headers.get('etag'), `"v${String(after.version)}"`);
    assert.deepEqual(await audit('alpha'), [
      {
        action: 'member.role-changed',
        actorUserId: userIdOf('alpha.owner'),
        before: { userId: userIdOf('alpha.spare'), roleId: 'campaign_creator' },
        after: { roleId: 'account_manager' },
        targetId: memberOf('alpha.spare'),
        ip: '192.0.2.1',
        correlationId: answer.headers.get('x-request-id'),
      },
    ]);
    const [change] = await server.store.read.changes.find();
    assert.equal(change?.kind, 'member.role-changed');
    assert.equal(change?.targetVersion, after.version);
  });

  it('tells listeners once the change has committed', async () => {
    const heard: string[] = [];
    const stop = await server.store.listen('changes', (payload) => heard.push(payload));
    await owner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' });
    await owner.patch(pathOf('alpha.owner'), { roleId: 'account_manager' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(heard, [accountIdOf('alpha')]);
    await stop();
  });

  it('a role that is the same already changes nothing', async () => {
    const answer = await owner.patch(pathOf('alpha.spare'), { roleId: 'campaign_creator' });
    assert.equal(answer.json<Member>().version, 1);
    assert.deepEqual(await audit('alpha'), []);
  });

  it('R14: the second of two managers learns what the first has done', async () => {
    const partner = await server.as('agency.owner');
    const etag = (await owner.get(pathOf('alpha.spare'))).headers.get('etag') ?? '';
    const headers = { 'if-match': etag };
    assert.equal(
      (await owner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' }, { headers })).status,
      200,
    );
    const late = await partner.patch(pathOf('alpha.spare'), { status: 'suspended' }, { headers });
    refused(late, 'stale-version', 'precondition_failed');
    assert.equal((late.problem().current as Member).roleId, 'account_manager');
    assert.equal((await owner.get(pathOf('alpha.spare'))).json<Member>().status, 'active');
  });

  it('R14: of two saves at the same time, one wins', async () => {
    const headers = { 'if-match': '"v1"' };
    const partner = await server.as('agency.owner');
    const saves = [owner, partner, owner, partner].map((caller) =>
      caller.patch(pathOf('alpha.manager'), { roleId: 'campaign_creator' }, { headers }),
    );
    const answers = await Promise.all(saves);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412]);
  });

  it('R1, R2: Partner Manager exists on a partner account only, and ownership is never granted', async () => {
    const answer = await owner.patch(pathOf('alpha.spare'), { roleId: 'partner_manager' });
    refused(answer, 'role-not-available');
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.problem().errors, [{ pointer: '/roleId', code: 'role_not_available' }]);
    refused(
      await owner.patch(pathOf('alpha.spare'), { roleId: 'account_owner' }),
      'role-not-available',
      'role_not_grantable',
    );
    const partner = await server.as('agency.owner');
    assert.equal((await partner.patch(pathOf('agency.spare'), { roleId: 'partner_manager' })).status, 200);
    refused(
      await partner.patch(pathOf('agency.spare'), { roleId: 'account_owner' }),
      'role-not-available',
      'role_not_grantable',
    );
  });

  it('a change names one of role and status', async () => {
    for (const body of [
      {},
      { roleId: 'account_manager', status: 'active' },
      { status: 'removed' },
      { status: null },
    ]) {
      refused(await owner.patch(pathOf('alpha.spare'), body), 'type-mismatch');
    }
    refused(
      await owner.patch(pathOf('alpha.spare'), { roleId: null }),
      'role-not-available',
      'role_required',
    );
    refused(await owner.patch(pathOf('alpha.spare'), { roleId: 7 }), 'type-mismatch');
  });

  it('R55: the owner is not removed, suspended or demoted, and cannot leave, whoever asks', async () => {
    for (const caller of [owner, await server.as('agency.owner'), await server.as('agency.partner')]) {
      refused(await caller.patch(pathOf('alpha.owner'), { roleId: 'account_manager' }), 'last-owner');
      refused(await caller.patch(pathOf('alpha.owner'), { status: 'suspended' }), 'last-owner');
      refused(await caller.del(pathOf('alpha.owner')), 'last-owner');
    }
    assert.equal((await owner.get(pathOf('alpha.owner'))).json<Member>().version, 1);
  });

  it('R54: the store holds no second active owner', async () => {
    const promote = server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('alpha.manager'), { roleId: 'account_owner' });
    });
    await assert.rejects(promote, { rule: 'one_owner' });
  });

  it('R58: nobody changes their own role or status', async () => {
    const partner = await server.as('agency.partner');
    const match = { headers: { 'if-match': '"v1"' } };
    refused(
      await partner.patch(pathOf('agency.partner'), { roleId: 'campaign_creator' }, match),
      'cannot-change-own-role',
      'role_self_change',
    );
    const manager = await server.as('alpha.manager');
    refused(
      await manager.patch(pathOf('alpha.manager'), { roleId: 'campaign_creator' }, match),
      'cannot-change-own-role',
      'role_self_change',
    );
    refused(
      await manager.patch(pathOf('alpha.manager'), { status: 'suspended' }, match),
      'cannot-change-own-role',
      'role_self_change',
    );
  });

  it('R58: anyone but the owner leaves without a fresh proof', async () => {
    const manager = await server.as('alpha.manager');
    server.clock.advance(20 * 60);
    const answer = await manager.del(pathOf('alpha.manager'), { headers: { 'if-match': '"v1"' } });
    assert.equal(answer.status, 204);
    assert.equal((await manager.get(`/accounts/${accountIdOf('alpha')}`)).status, 404);
    assert.equal((await manager.get('/me')).status, 200);
    const [event] = await audit('alpha');
    assert.equal(event?.action, 'member.left');
  });

  it('R69: changing or removing others needs a proof of the last 15 minutes', async () => {
    server.clock.advance(15 * 60);
    const match = { headers: { 'if-match': '"v1"' } };
    for (const answer of [
      await owner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' }, match),
      await owner.patch(pathOf('alpha.spare'), { status: 'suspended' }, match),
      await owner.del(pathOf('alpha.spare'), match),
    ]) {
      refused(answer, 'step-up-required');
      assert.equal(answer.status, 401);
    }
  });

  it('R59: suspending stops entry at once; reactivating opens it again', async () => {
    const spare = await server.as('alpha.spare');
    assert.equal((await spare.get(`/accounts/${accountIdOf('alpha')}`)).status, 200);
    const suspended = (await owner.patch(pathOf('alpha.spare'), { status: 'suspended' })).json<Member>();
    assert.equal(suspended.status, 'suspended');
    assert.equal(suspended.suspendedBy, userIdOf('alpha.owner'));
    assert.equal(suspended.suspendedAt, '2026-11-22T09:00:00.000Z');
    assert.equal((await spare.get(`/accounts/${accountIdOf('alpha')}`)).status, 404);
    assert.deepEqual((await spare.get('/me/memberships')).json<{ items: [] }>().items, []);
    const active = (await owner.patch(pathOf('alpha.spare'), { status: 'active' })).json<Member>();
    assert.equal(active.suspendedAt, null);
    assert.equal((await spare.get(`/accounts/${accountIdOf('alpha')}`)).status, 200);
    assert.deepEqual(
      (await audit('alpha')).map(({ action }) => action),
      ['member.suspended', 'member.reactivated'],
    );
  });

  it('R59: removing ends the membership; the person and their other accounts stay', async () => {
    const manager = await server.as('alpha.manager');
    assert.equal((await owner.del(pathOf('alpha.manager'))).status, 204);
    refused(await owner.get(pathOf('alpha.manager')), 'not-found');
    refused(await owner.del(pathOf('alpha.manager'), { headers: { 'if-match': '"v2"' } }), 'not-found');
    assert.equal((await manager.get('/me')).status, 200);
    const row = await server.store.read.memberships.get(memberOf('alpha.manager'));
    assert.equal(row?.status, 'removed');
    assert.equal(row?.removedAt, '2026-11-22T09:00:00.000Z');
  });

  it('a member of another account is not found, whatever the path says', async () => {
    const partner = await server.as('agency.owner');
    const mixed = `/accounts/${accountIdOf('alpha')}/members/${memberOf('beta.manager')}`;
    refused(await partner.get(mixed), 'not-found');
    refused(
      await partner.patch(mixed, { status: 'suspended' }, { headers: { 'if-match': '"v1"' } }),
      'not-found',
    );
    refused(await partner.del(mixed, { headers: { 'if-match': '"v1"' } }), 'not-found');
  });

  it('R87: nobody grants a role with more than they have; a right lost meanwhile is a right lost', async () => {
    const match = { headers: { 'if-match': '"v1"' } };
    const creator = await server.as('agency.creator');
    const above = await creator.patch(pathOf('agency.spare'), { roleId: 'account_manager' }, match);
    refused(above, 'forbidden', 'role_above_actor');
    refused(await creator.patch(pathOf('agency.spare'), { roleId: 'campaign_creator' }, match), 'forbidden');
    const manager = await server.as('alpha.manager');
    const answer = await manager.patch(pathOf('alpha.spare'), { roleId: 'account_manager' }, match);
    refused(answer, 'forbidden');
    assert.equal(answer.problem().requiredCapability, 'users.manage');
    const partner = await server.as('agency.partner');
    assert.equal((await partner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' })).status, 200);
    await server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('agency.partner'), { roleId: 'campaign_creator' });
    });
    refused(await partner.patch(pathOf('alpha.spare'), { roleId: 'campaign_creator' }), 'forbidden');
  });

  it('R91: above the ceiling of the link nothing is granted by partner people, and the client is not bound by it', async () => {
    await server.store.transaction(async (tx) => {
      await tx.accountLinks.updateWhere({ childId: accountIdOf('alpha') }, { maxRole: 'campaign_creator' });
    });
    const partner = await server.as('agency.owner');
    const match = { headers: { 'if-match': '"v1"' } };
    const above = await partner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' }, match);
    refused(above, 'forbidden', 'role_above_ceiling');
    refused(await partner.get(`/accounts/${accountIdOf('alpha')}/members`), 'forbidden');
    assert.equal((await owner.patch(pathOf('alpha.spare'), { roleId: 'account_manager' })).status, 200);
  });

  it('R11: with a direct and an inherited grant, either suffices', async () => {
    await server.store.transaction(async (tx) => {
      const mine = await tx.memberships.get(memberOf('alpha.creator'));
      assert.ok(mine);
      await tx.memberships.update(mine.id, { userId: userIdOf('agency.partner') });
    });
    const partner = await server.as('agency.partner');
    const access = (await partner.get(`/accounts/${accountIdOf('alpha')}/access`)).json<{
      grants: { source: string; roleId: string; grantAccountId: string }[];
      capabilities: string[];
    }>();
    assert.deepEqual(
      access.grants.map(({ source, roleId, grantAccountId }) => [source, roleId, grantAccountId]).sort(),
      [
        ['direct', 'campaign_creator', accountIdOf('alpha')],
        ['inherited', 'partner_manager', accountIdOf('agency')],
      ],
    );
    assert.ok(access.capabilities.includes('users.manage'));
  });
});
