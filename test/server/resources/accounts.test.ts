import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type {
  Account,
  AccountListItem,
  Page,
  PartnerPersonList,
  RoleList,
} from '../../../src/client/wire/index.js';
import { badInputs } from '../../support/bad-inputs.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { giveFactor, memberOf, unlink, world } from '../../support/world.js';

const path = (key: string): string => `/accounts/${accountIdOf(key)}`;

describe('accounts', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const read = async (username: string, key: string) =>
    (await (await server.as(username)).get(path(key))).json<Account>();
  const list = async (username: string, query = '') =>
    (await (await server.as(username)).get(`/accounts${query}`)).json<Page<AccountListItem>>();

  it('R4: people of a client are not told who the parent is, people of the parent are', async () => {
    assert.equal((await read('alpha.owner', 'alpha')).parent, null);
    const parent = { id: accountIdOf('agency'), name: 'Account agency' };
    assert.deepEqual((await read('agency.creator', 'alpha')).parent, parent);
    assert.deepEqual((await read('agency.owner', 'agency')).parent, null);
  });

  it('R3: tells how many clients a grant here would reach', async () => {
    assert.equal((await read('agency.owner', 'agency')).childCount, 2);
    assert.equal((await read('alpha.owner', 'alpha')).childCount, 0);
    await unlink(server.store, 'beta');
    assert.equal((await read('agency.owner', 'agency')).childCount, 1);
  });

  it('R5: lists the clients of the own partner account and nobody else’s; people of one client see that client', async () => {
    const ids = async (username: string) => (await list(username)).items.map(({ id }) => id);
    assert.deepEqual(await ids('agency.owner'), [accountIdOf('alpha'), accountIdOf('beta')]);
    assert.deepEqual(await ids('agency.creator'), [accountIdOf('alpha'), accountIdOf('beta')]);
    assert.deepEqual(await ids('rival.manager'), [accountIdOf('gamma')]);
    assert.deepEqual(await ids('alpha.manager'), [accountIdOf('alpha')]);
    assert.deepEqual(await ids('alpha.suspended'), []);
  });

  it('a client that is referred, not managed, gives no access', async () => {
    await server.store.transaction(async (tx) => {
      await tx.accountLinks.updateWhere({ childId: accountIdOf('alpha') }, { relationship: 'referred' });
      await tx.accounts.update(accountIdOf('alpha'), { relationship: 'referred' });
    });
    const partner = await server.as('agency.owner');
    assert.equal((await partner.get(path('alpha'))).status, 404);
    assert.deepEqual(
      (await list('agency.owner')).items.map(({ id }) => id),
      [accountIdOf('beta')],
    );
  });

  it('a closed account is out of reach and out of every list', async () => {
    await server.store.transaction(async (tx) => {
      await tx.accounts.update(accountIdOf('alpha'), { status: 'closed' });
    });
    assert.equal((await (await server.as('agency.owner')).get(path('alpha'))).status, 404);
    assert.equal((await (await server.as('alpha.owner')).get(path('alpha'))).status, 404);
    assert.deepEqual(
      (await list('agency.owner')).items.map(({ id }) => id),
      [accountIdOf('beta')],
    );
    assert.deepEqual((await list('agency.owner', '?status=closed')).items, []);
    const mine = (await (await server.as('alpha.owner')).get('/me/memberships')).json<Page<unknown>>();
    assert.deepEqual(mine.items, []);
  });

  it('shows the role one has at each client, and which grant gave it', async () => {
    await server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('alpha.creator'), {
        userId: userIdOf('agency.manager'),
        roleId: 'account_manager',
      });
      await tx.accountLinks.updateWhere({ childId: accountIdOf('beta') }, { maxRole: 'campaign_creator' });
    });
    const { items } = await list('agency.manager');
    assert.deepEqual(
      items.map(({ roleId, source }) => [roleId, source]),
      [
        ['account_manager', 'inherited'],
        ['campaign_creator', 'inherited'],
      ],
    );
    const names = async (query: string) =>
      (await list('agency.manager', query)).items.map(({ name }) => name);
    assert.deepEqual(await names('?role=campaign_creator'), ['Account beta']);
    assert.deepEqual(await names('?role=account_manager'), ['Account alpha']);
    assert.deepEqual(await names('?role=account_owner'), []);
  });

  it('searches by name and id, filters by status and plan, and sorts', async () => {
    await server.store.transaction(async (tx) => {
      await tx.accounts.update(accountIdOf('beta'), { status: 'trial', planId: 'starter' });
    });
    const names = async (query: string) => (await list('agency.owner', query)).items.map(({ name }) => name);
    assert.deepEqual(await names('?q=ALPH'), ['Account alpha']);
    assert.deepEqual(await names(`?q=${accountIdOf('beta')}`), ['Account beta']);
    assert.deepEqual(await names(`?q=${accountIdOf('gamma')}`), []);
    assert.deepEqual(await names('?status=trial'), ['Account beta']);
    assert.deepEqual(await names('?plan=premium'), ['Account alpha']);
    assert.deepEqual(await names('?sort=-name'), ['Account beta', 'Account alpha']);
    assert.deepEqual(await names('?sort=-plan'), ['Account beta', 'Account alpha']);
    assert.deepEqual(await names('?status=trial&plan=premium'), []);
  });

  it('pages through 240 clients by cursor, also where the filter is worked out', async () => {
    const big = await startServer({ scenario: 'northwind' });
    const owner = await big.as('partner.owner');
    for (const query of ['sort=name', 'sort=-createdAt', 'role=account_owner', 'sort=-seats']) {
      const ids: string[] = [];
      let cursor = '';
      do {
        const page = (await owner.get(`/accounts?limit=70&${query}${cursor}`)).json<Page<AccountListItem>>();
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      const window = (await owner.get(`/accounts?from=100&limit=9&${query}`)).json<Page<AccountListItem>>();
      assert.deepEqual(
        window.items.map(({ id }) => id),
        ids.slice(100, 109),
        query,
      );
      assert.equal(new Set(ids).size, window.total, query);
      assert.equal(ids.length, query.startsWith('role') ? 236 : 240, query);
    }
    await big.close();
  });

  it('R1, R2: offers the roles of the place, with the reason for every other one', async () => {
    const offers = async (username: string, key: string) => {
      const { items } = (await (await server.as(username)).get(`${path(key)}/roles`)).json<RoleList>();
      return items.map(({ id, available, reason }) => [id, available ? 'yes' : reason]);
    };
    assert.deepEqual(await offers('alpha.owner', 'alpha'), [
      ['account_owner', 'role_not_grantable'],
      ['account_manager', 'yes'],
      ['campaign_creator', 'yes'],
      ['partner_manager', 'role_not_available'],
    ]);
    assert.deepEqual(await offers('agency.owner', 'agency'), [
      ['account_owner', 'role_not_grantable'],
      ['account_manager', 'yes'],
      ['campaign_creator', 'yes'],
      ['partner_manager', 'yes'],
    ]);
    assert.deepEqual(await offers('agency.creator', 'agency'), [
      ['account_owner', 'role_not_grantable'],
      ['account_manager', 'role_above_actor'],
      ['campaign_creator', 'forbidden'],
      ['partner_manager', 'role_above_actor'],
    ]);
    assert.deepEqual((await offers('agency.partner', 'alpha'))[1], ['account_manager', 'yes']);
  });

  it('R8: the role preview tells what the role does here and at the clients', async () => {
    const { items } = (
      await (await server.as('agency.owner')).get(`${path('agency')}/roles`)
    ).json<RoleList>();
    const creator = items.find(({ id }) => id === 'campaign_creator');
    assert.ok(creator?.capabilitiesOnChildren.includes('billing.manage'));
    assert.ok(!creator?.capabilitiesOnSelf.includes('billing.manage'));
    assert.ok(!creator?.capabilitiesOnChildren.includes('campaigns.schedule'));
  });
});

describe('changing an account', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  it('renames it for those who manage settings, and audits the change', async () => {
    const owner = await server.as('alpha.owner');
    const answer = await owner.patch(path('alpha'), { name: '  Zeta  Works ' });
    assert.equal(answer.status, 200);
    const renamed = answer.json<Account>();
    assert.equal(renamed.version, 2);
    assert.equal(answer.headers.get('etag'), '"v2"');
    const [event] = await server.store.read.auditEvents.find({ where: { action: 'account.updated' } });
    assert.deepEqual([event?.before, event?.after], [{ name: 'Account alpha' }, { name: renamed.name }]);
    const partner = await server.as('agency.owner');
    const clients = (await partner.get('/accounts?q=zeta')).json<Page<AccountListItem>>();
    assert.equal(clients.items[0]?.name, renamed.name);
    const creator = await server.as('alpha.creator');
    assert.equal(
      (await creator.patch(path('alpha'), { name: 'No' })).problem().requiredCapability,
      'settings.manage',
    );
  });

  it('the same values again are no change', async () => {
    const owner = await server.as('alpha.owner');
    const answer = await owner.patch(path('alpha'), { name: 'Account alpha', mfaPolicy: 'encouraged' });
    assert.equal(answer.json<Account>().version, 1);
    assert.equal((await owner.patch(path('alpha'), {})).json<Account>().version, 1);
    assert.equal(await server.store.read.auditEvents.count({ action: 'account.updated' }), 0);
  });

  it('R70: a required second factor puts members without one behind the gate, and lets them through again', async () => {
    const partner = await server.as('agency.owner');
    const manager = await server.as('alpha.manager');
    await giveFactor(server.store, 'agency.owner');
    assert.equal((await partner.patch(path('alpha'), { mfaPolicy: 'required' })).status, 200);
    assert.equal((await manager.get(path('alpha'))).problem().code, 'mfa_enrolment_required');
    assert.equal((await partner.get(path('alpha'))).status, 200);
    assert.equal((await partner.patch(path('alpha'), { mfaPolicy: 'encouraged' })).status, 200);
    assert.equal((await manager.get(path('alpha'))).status, 200);
  });

  it('R69: the policy and billing need a fresh proof, the name does not', async () => {
    const owner = await server.as('alpha.owner');
    server.clock.advance(15 * 60);
    assert.equal((await owner.patch(path('alpha'), { mfaPolicy: 'off' })).problem().code, 'step_up_required');
    assert.equal((await owner.patch(path('alpha'), { name: 'Still fine' })).status, 200);
    const partner = await server.as('agency.owner');
    server.clock.advance(15 * 60);
    assert.equal(
      (await partner.patch(path('alpha'), { singleBilling: true })).problem().code,
      'step_up_required',
    );
  });

  it('R6, R12: Single Billing is set client by client by who manages it on the partner account', async () => {
    for (const [username, status] of [
      ['agency.owner', 200],
      ['agency.manager', 200],
      ['agency.partner', 403],
      ['agency.creator', 403],
      ['alpha.owner', 403],
      ['alpha.manager', 403],
    ] as const) {
      const caller = await server.as(username);
      const answer = await caller.patch(path('alpha'), { singleBilling: status === 200 });
      assert.equal(answer.status, status, `${username}: ${answer.text}`);
      if (status === 403) assert.equal(answer.problem().requiredCapability, 'singleBilling.manage');
      else assert.equal(answer.json<Account>().singleBilling, true);
    }
    const partner = await server.as('agency.owner');
    assert.equal((await partner.patch(path('agency'), { singleBilling: false })).status, 403);
    await server.store.transaction(async (tx) => {
      await tx.accounts.update(accountIdOf('agency'), { singleBilling: false });
    });
    assert.equal((await partner.patch(path('alpha'), { singleBilling: false })).status, 403);
  });

  it('refuses values of no known policy', async () => {
    const owner = await server.as('alpha.owner');
    for (const body of [{ mfaPolicy: 'always' }, { singleBilling: 'yes' }, { mfaPolicy: null }]) {
      assert.equal((await owner.patch(path('alpha'), body)).status, 422);
    }
  });
});

describe('the name of an account', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  after(() => server.close());

  for (const row of badInputs('name', ['both', 'api'])) {
    it(`${row.id}: ${row.why}`, async () => {
      const answer = await owner.patch(path('alpha'), { name: row.value });
      if (row.verdict === 'reject') {
        // A name that alone is more than a body may hold is refused before it is looked at.
        const tooBig = String(row.value).length > 64 * 1024;
        assert.equal(answer.problem().code, tooBig ? 'body_too_large' : row.code, answer.text);
        if (tooBig) return;
        if (row.code !== 'invalid_unicode') assert.deepEqual(answer.problem().errors?.[0]?.pointer, '/name');
      } else {
        assert.equal(answer.status, 200, answer.text);
        assert.equal(answer.json<Account>().name, row.canonical ?? row.value);
        assert.equal((await owner.get(path('alpha'))).json<Account>().name, row.canonical ?? row.value);
      }
    });
  }
});

describe('R90: partner people', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const people = async (username: string, key = 'alpha') =>
    (await (await server.as(username)).get(`${path(key)}/partner-people`)).json<PartnerPersonList>();

  it('names who reaches the client through the link, at what level, and when they came last', async () => {
    const partner = await server.as('agency.partner');
    await partner.get(path('alpha'));
    server.clock.advance(600);
    await partner.get(path('beta'));
    const { parent, items } = await people('alpha.owner');
    assert.deepEqual(parent, { id: accountIdOf('agency'), name: 'Account agency' });
    assert.deepEqual(
      items.map(({ username, roleId, effectiveRoleId }) => [username, roleId, effectiveRoleId]),
      [
        ['agency.creator', 'campaign_creator', 'campaign_creator'],
        ['agency.manager', 'account_manager', 'account_manager'],
        ['agency.owner', 'account_owner', 'account_owner'],
        ['agency.partner', 'partner_manager', 'partner_manager'],
        ['agency.spare', 'campaign_creator', 'campaign_creator'],
      ],
    );
    const came = new Map(items.map(({ username, lastEnteredAt }) => [username, lastEnteredAt]));
    assert.equal(came.get('agency.partner'), '2026-11-22T09:00:00.000Z');
    assert.equal(came.get('agency.manager'), null);
    const [link] = await server.store.read.accountLinks.find({ where: { childId: accountIdOf('alpha') } });
    const began = items.map(({ since }) => since);
    assert.ok(link?.activatedAt && began.every((at) => at >= (link.activatedAt ?? '')));
  });

  it('R91: shows what a role amounts to under the ceiling', async () => {
    await server.store.transaction(async (tx) => {
      await tx.accountLinks.updateWhere({ childId: accountIdOf('alpha') }, { maxRole: 'account_manager' });
    });
    const { items } = await people('alpha.owner');
    const effective = new Map(items.map(({ username, effectiveRoleId }) => [username, effectiveRoleId]));
    assert.equal(effective.get('agency.owner'), 'account_manager');
    assert.equal(effective.get('agency.partner'), 'account_manager');
    assert.equal(effective.get('agency.creator'), 'campaign_creator');
  });

  it('leaves out who is suspended there, and has nobody where there is no link', async () => {
    await server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('agency.spare'), { status: 'suspended' });
    });
    assert.equal((await people('alpha.owner')).items.length, 4);
    await unlink(server.store, 'alpha');
    assert.deepEqual(await people('alpha.owner'), { parent: null, items: [] });
    assert.deepEqual(await people('solo.owner', 'solo'), { parent: null, items: [] });
  });
});
