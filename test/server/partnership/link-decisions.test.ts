import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  Account,
  AccountLink,
  EffectiveAccess,
  Page,
  PartnerPersonList,
} from '../../../src/client/wire/index.js';
import { deliver, invite, lookup, refused, tokenIn } from '../../support/invites.js';
import { approve, ask, codeOf, linksSeen, mailed } from '../../support/partnership.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const agency = accountIdOf('agency');
const solo = accountIdOf('solo');
const alpha = accountIdOf('alpha');

describe('deciding on a link', () => {
  let server: TestServer;
  let partner: Caller;
  let owner: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    partner = await server.as('agency.owner');
    owner = await server.as('solo.owner');
  });
  afterEach(() => server.close());

  const asked = async () => ask(partner, { parentId: agency, linkCode: await codeOf(owner, 'solo') });
  const clients = async () =>
    (await partner.get(`/accounts?parent=${agency}`)).json<Page<Account>>().items.map(({ id }) => id);
  const activeLink = async (child: string): Promise<AccountLink> => {
    const found = (await linksSeen(partner, 'agency')).find((link) => link.child.id === accountIdOf(child));
    assert.ok(found);
    return found;
  };

  it('story 8, R78: approved, the client is in the list and is entered at once; no account has been added', async () => {
    const accounts = await server.store.read.accounts.count();
    const link = await asked();
    await mailed(server);
    assert.ok(!(await clients()).includes(solo));
    const answer = await approve(owner, link);
    assert.deepEqual([answer.status, answer.json<AccountLink>().state], [200, 'active']);
    assert.ok((await clients()).includes(solo));
    assert.equal((await partner.get(`/accounts/${solo}/members`)).status, 200);
    assert.equal(await server.store.read.accounts.count(), accounts);
    assert.deepEqual((await mailed(server)).sort(), [
      'agency.owner@agency.test: Account solo is now linked to Account agency',
      'solo.owner@solo.test: Account solo is now linked to Account agency',
    ]);
    const people = (await owner.get(`/accounts/${solo}/partner-people`)).json<PartnerPersonList>();
    assert.deepEqual(
      [people.parent?.id, people.items.length],
      [agency, 5],
      'R90: the client sees who reaches it',
    );
  });

  it('R91: with a ceiling nobody of the partner has more than it', async () => {
    await approve(owner, await asked(), { maxRole: 'campaign_creator' });
    const access = (await partner.get(`/accounts/${solo}/access`)).json<EffectiveAccess>();
    assert.ok(access.capabilities.includes('campaigns.edit'));
    assert.ok(!access.capabilities.includes('users.manage'));
    assert.ok(!access.capabilities.includes('campaigns.schedule'));
  });

  it('R74: only the owner of the client decides', async () => {
    const link = await asked();
    refused(await approve(partner, link), 403, 'forbidden');
    refused(await partner.post(`/account-links/${link.id}/decline`), 403, 'forbidden');
    refused(await approve(await server.as('alpha.owner'), link), 404, 'not-found');
  });

  it('T09: a yes for another pair, or for names that were not these, is no yes', async () => {
    const link = await asked();
    const other = { ...link, parent: { id: accountIdOf('rival'), name: link.parent.name } };
    refused(await approve(owner, other), 422, 'account-mismatch');
    await partner.patch(`/accounts/${agency}`, { name: 'Somebody else' });
    refused(await approve(owner, link), 412, 'stale-version');
    assert.equal((await linksSeen(owner, 'solo'))[0]?.state, 'pending');
    const read = (await linksSeen(owner, 'solo'))[0];
    assert.ok(read);
    assert.equal((await approve(owner, read)).status, 200);
  });

  it('T09: a yes counts once', async () => {
    const link = await asked();
    assert.equal((await approve(owner, link)).status, 200);
    refused(await approve(owner, link), 409, 'link-not-pending');
  });

  it('R76, L01: two partners ask; the second yes is refused without a name', async () => {
    const link = await asked();
    const rival = await server.as('rival.owner');
    const second = await ask(rival, { parentId: accountIdOf('rival'), childId: solo });
    await approve(owner, link);
    const answer = await approve(owner, second);
    refused(answer, 409, 'already-linked');
    assert.ok(!answer.text.includes('agency'));
    assert.deepEqual(
      (await linksSeen(rival, 'rival')).map(({ parent }) => parent.name),
      ['Account rival', 'Account rival'],
    );
  });

  it('R12: a paid client starts enrolled in Single Billing, a trial does not', async () => {
    await approve(owner, await asked());
    assert.equal((await server.store.read.accounts.get(solo))?.singleBilling, true);
    const other = await startServer({ scenario: world });
    await other.store.transaction((tx) => tx.accounts.update(solo, { status: 'trial' }));
    const [agencys, client] = [await other.as('agency.owner'), await other.as('solo.owner')];
    await approve(client, await ask(agencys, { parentId: agency, childId: solo }));
    assert.equal((await other.store.read.accounts.get(solo))?.singleBilling, false);
    await other.close();
  });

  it('R12, R77: Single Billing is switched by the partner, and must be off before the end', async () => {
    await approve(owner, await asked());
    const { id } = await activeLink('solo');
    refused(await owner.del(`/account-links/${id}`), 409, 'single-billing-active');
    refused(await owner.patch(`/accounts/${solo}`, { singleBilling: false }), 403, 'forbidden');
    const creator = await server.as('agency.creator');
    refused(await creator.patch(`/accounts/${solo}`, { singleBilling: false }), 403, 'forbidden');
    assert.equal((await partner.patch(`/accounts/${solo}`, { singleBilling: false })).status, 200);
    assert.equal((await owner.del(`/account-links/${id}`)).status, 204);
  });

  it('R12: a client without a partner cannot be enrolled', async () => {
    refused(await owner.patch(`/accounts/${solo}`, { singleBilling: true }), 403, 'forbidden');
  });

  it('R77: a client without an owner of its own is not released', async () => {
    const { id } = await activeLink('alpha');
    await server.store.transaction((tx) =>
      tx.memberships.update(memberOf('alpha.owner'), { status: 'suspended' }),
    );
    refused(await partner.del(`/account-links/${id}`), 409, 'child-without-owner');
  });

  it('story 20, R77: ended, the partner is out at once, a direct role stays, both are told', async () => {
    await invite(await server.as('alpha.owner'), 'alpha', { email: 'agency.creator@agency.test' });
    const creator = await server.as('agency.creator');
    const letter = (await mailedTo('agency.creator@agency.test')) ?? '';
    assert.equal((await creator.post('/invitation-acceptances', { token: tokenIn(letter) })).status, 201);
    await partner.put('/me/current-account', { accountId: alpha });
    const { id } = await activeLink('alpha');
    await mailed(server);
    assert.equal((await partner.del(`/account-links/${id}`)).status, 204);
    refused(await partner.get(`/accounts/${alpha}`), 404, 'not-found');
    const edit = await partner.patch(`/accounts/${alpha}/members/${memberOf('alpha.spare')}`, {
      roleId: 'account_manager',
    });
    refused(edit, 404, 'not-found');
    assert.equal((await creator.get(`/accounts/${alpha}`)).status, 200);
    assert.ok(!(await clients()).includes(alpha));
    assert.deepEqual((await mailed(server)).sort(), [
      'agency.owner@agency.test: Account alpha is no longer linked to Account agency',
      'alpha.owner@alpha.test: Account alpha is no longer linked to Account agency',
    ]);
    // R92: what they were looking at is gone, and is not held against what they do elsewhere.
    const elsewhere = await partner.patch(
      `/accounts/${agency}`,
      { name: 'New name' },
      { headers: { 'cc-account': agency } },
    );
    assert.equal(elsewhere.status, 200);
    const seen = (await linksSeen(await server.as('alpha.owner'), 'alpha'))[0];
    assert.deepEqual([seen?.state, seen?.endReason], ['ended', 'ended_by_parent']);
  });

  it('R43: with the link end the invitations of partner people, not those of the client', async () => {
    const theirs = await invite(await server.as('agency.partner'), 'alpha', { email: 'one@example.test' });
    const own = await invite(await server.as('alpha.owner'), 'alpha', { email: 'two@example.test' });
    await mailed(server);
    await partner.del(`/account-links/${(await activeLink('alpha')).id}`);
    refused(await lookup(server.anonymous(), tokenIn(theirs.url)), 410, 'account-unavailable');
    assert.equal((await lookup(server.anonymous(), tokenIn(own.url))).status, 200);
    assert.equal((await server.store.read.invitations.get(theirs.id))?.state, 'revoked');
    assert.ok(
      (await mailed(server)).includes('one@example.test: Your invite to Account alpha was withdrawn'),
    );
  });

  it('privacy: a client learns no other client of its partner, from no answer about links', async () => {
    const client = await server.as('alpha.owner');
    for (const path of [
      `/accounts/${alpha}/links`,
      `/accounts/${alpha}/partner-people`,
      `/accounts/${alpha}/link-code`,
    ]) {
      const { text } = await client.get(path);
      assert.ok(!text.includes(accountIdOf('beta')) && !text.includes('Account beta'), path);
    }
  });

  async function mailedTo(address: string): Promise<string | undefined> {
    await deliver(server);
    return server.mails.findLast(({ to }) => to === address)?.text;
  }
});
