import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Capabilities, Me, Member, MyMembership, Page } from '../../../src/client/wire/index.js';
import { accountIdOf, startServer, userIdOf, type TestServer } from '../../support/server.js';
import { askForLink, memberOf, world } from '../../support/world.js';

describe('me', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  it('shows the own profile, without secrets', async () => {
    const caller = await server.as('alpha.owner');
    const answer = await caller.get('/me');
    assert.deepEqual(answer.json<Me>(), {
      id: userIdOf('alpha.owner'),
      username: 'alpha.owner',
      email: 'alpha.owner@alpha.test',
      emailVerified: true,
      displayName: 'owner of alpha',
      mfaActive: false,
      locale: 'en',
      currentAccountId: null,
      version: 1,
    });
    assert.equal(answer.headers.get('etag'), '"v1"');
  });

  it('a new name shows in every roster, is found there, and leaves open edits of the role alone', async () => {
    const manager = await server.as('alpha.manager');
    const owner = await server.as('alpha.owner');
    const before = (
      await owner.get(`/accounts/${accountIdOf('alpha')}/members/${memberOf('alpha.manager')}`)
    ).json<Member>();
    const answer = await manager.patch('/me', { displayName: '  Zoë  Quill ' });
    assert.equal(answer.status, 200);
    assert.equal(answer.json<Me>().version, 2);
    const members = `/accounts/${accountIdOf('alpha')}/members`;
    const found = (await owner.get(`${members}?q=zoe`)).json<Page<Member>>();
    assert.equal(found.items[0]?.displayName, answer.json<Me>().displayName);
    assert.equal(found.items[0]?.version, before.version);
    const last = (await owner.get(`${members}?sort=-name&limit=1`)).json<Page<Member>>();
    assert.equal(last.items[0]?.userId, userIdOf('alpha.manager'));
    const changes = await server.store.read.changes.find({ where: { accountId: accountIdOf('alpha') } });
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['user.updated'],
    );
  });

  it('refuses a bad name with a pointer, and an old version', async () => {
    const caller = await server.as('alpha.owner');
    const bad = await caller.patch('/me', { displayName: ' ' });
    assert.equal(bad.problem().type, '/problems/name-invalid');
    assert.deepEqual(bad.problem().errors, [{ pointer: '/displayName', code: 'name_required' }]);
    const old = await caller.patch('/me', { displayName: 'New' }, { headers: { 'if-match': '"v0"' } });
    assert.equal(old.status, 412);
    assert.equal((old.problem().current as Me).displayName, 'owner of alpha');
  });

  it('lists own accounts first, then the clients that come with a partner account', async () => {
    const list = async (username: string) =>
      (await (await server.as(username)).get('/me/memberships')).json<Page<MyMembership>>();
    const partner = await list('agency.creator');
    const parent = { id: accountIdOf('agency'), name: 'Account agency' };
    assert.deepEqual(
      partner.items.map(({ account, roleId, source }) => [
        account.name,
        account.kind,
        account.parent,
        roleId,
        source,
      ]),
      [
        ['Account agency', 'parent', null, 'campaign_creator', 'direct'],
        ['Account alpha', 'child', parent, 'campaign_creator', 'inherited'],
        ['Account beta', 'child', parent, 'campaign_creator', 'inherited'],
      ],
    );
    assert.equal(partner.total, 3);
    const [, alpha] = partner.items;
    assert.ok(alpha?.capabilities.includes('billing.manage'));
    assert.ok(!alpha?.capabilities.includes('campaigns.schedule'));
    const client = await list('alpha.manager');
    assert.deepEqual(
      client.items.map(({ account, membershipId }) => [account.name, account.parent, membershipId]),
      [['Account alpha', null, memberOf('alpha.manager')]],
    );
    const gated = await list('alpha.gated');
    assert.deepEqual(gated.items[0]?.capabilities, ['self.profile', 'self.factors', 'self.leave']);
  });

  it('pages over both parts as over one list, by cursor and by window', async () => {
    const big = await startServer({ scenario: 'northwind' });
    const owner = await big.as('partner.owner');
    const page = async (query: string) =>
      (await owner.get(`/me/memberships?${query}`)).json<Page<MyMembership>>();
    const names: string[] = [];
    let cursor = '';
    do {
      const { items, nextCursor } = await page(`limit=90${cursor}`);
      names.push(...items.map(({ account }) => account.name));
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');
    assert.equal(names.length, 241);
    assert.equal(new Set(names).size, 241);
    assert.equal(names[0], 'Northwind Partners');
    for (const from of [0, 1, 200, 239]) {
      const window = await page(`from=${String(from)}&limit=20`);
      assert.deepEqual(
        window.items.map(({ account }) => account.name),
        names.slice(from, from + 20),
      );
      assert.equal(window.total, 241);
    }
    const one = await page('limit=1');
    assert.deepEqual(
      (await page(`limit=1&cursor=${String(one.nextCursor)}`)).items[0]?.account.name,
      names[1],
    );
    assert.deepEqual(
      (await page('q=bluebird')).items.map(({ account }) => account.name),
      ['Bluebird Dental'],
    );
    await big.close();
  });

  it('remembers the account that is shown, if one may enter it', async () => {
    const caller = await server.as('agency.owner');
    const put = (accountId: string) => caller.put('/me/current-account', { accountId });
    const answer = await put(accountIdOf('beta'));
    assert.equal(answer.status, 200);
    assert.equal(answer.json<Me>().currentAccountId, accountIdOf('beta'));
    assert.equal(answer.json<Me>().version, 1);
    assert.equal((await put(accountIdOf('gamma'))).status, 404);
    assert.equal((await put('acc_1')).problem().code, 'account_id_malformed');
    assert.equal((await put(accountIdOf('solo'))).status, 404);
    await askForLink(server.store);
    assert.equal((await put(accountIdOf('solo'))).problem().code, 'link_pending');
    const gated = await server.as('alpha.gated');
    const refused = await gated.put('/me/current-account', { accountId: accountIdOf('alpha') });
    assert.equal(refused.problem().code, 'mfa_enrolment_required');
    assert.equal((await caller.get('/me')).json<Me>().currentAccountId, accountIdOf('beta'));
  });

  it('R92: a write from the tab that shows another account is stopped, then goes through after switching back', async () => {
    const caller = await server.as('agency.owner');
    const switchTo = (key: string) => caller.put('/me/current-account', { accountId: accountIdOf(key) });
    const write = () =>
      caller.patch(
        `/accounts/${accountIdOf('alpha')}`,
        { name: 'Account alpha' },
        { headers: { 'cc-account': accountIdOf('alpha') } },
      );
    await switchTo('alpha');
    assert.equal((await write()).status, 200);
    await switchTo('beta');
    const stopped = await write();
    assert.equal(stopped.problem().type, '/problems/account-changed');
    assert.equal(stopped.problem().currentAccountId, accountIdOf('beta'));
    await switchTo('alpha');
    assert.equal((await write()).status, 200);
    await switchTo('beta');
    assert.equal(
      (await caller.patch(`/accounts/${accountIdOf('alpha')}`, { name: 'Account alpha' })).status,
      200,
    );
  });

  it('tells features, policy and limits, also to somebody who is not signed in', async () => {
    const config = {
      productName: 'Northwind Desk',
      limits: { inviteDays: 3 },
      identityPolicy: 'per_account' as const,
    };
    const other = await startServer({ scenario: world, config });
    const answer = (await other.anonymous().get('/capabilities')).json<Capabilities>();
    assert.equal(answer.productName, 'Northwind Desk');
    assert.equal(answer.identityPolicy, 'per_account');
    assert.equal(answer.limits.inviteDays, 3);
    assert.ok(answer.features.includes('own_sign_in') && !answer.features.includes('embed_tokens'));
    await other.close();
  });
});
