import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountLink } from '../../../src/client/wire/index.js';
import { refused } from '../../support/invites.js';
import { approve, ask, codeOf, linksSeen, mailed } from '../../support/partnership.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';
import { expireLinks } from '../../../server/services/link-requests.js';

const agency = accountIdOf('agency');
const solo = accountIdOf('solo');
const day = 24 * 60 * 60;

describe('asking for a link', () => {
  let server: TestServer;
  let partner: Caller;
  let owner: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    partner = await server.as('agency.owner');
    owner = await server.as('solo.owner');
  });
  afterEach(() => server.close());

  const byCode = async () => ask(partner, { parentId: agency, linkCode: await codeOf(owner, 'solo') });

  it('R73: by link code, a request waits; no account and no user is created', async () => {
    const { read } = server.store;
    const before = [await read.accounts.count(), await read.users.count()];
    const code = await codeOf(owner, 'solo');
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    const link = await ask(partner, { parentId: agency, linkCode: typed, note: 'Hello' });
    assert.deepEqual(
      [link.state, link.side, link.child.name, link.note],
      ['pending', 'parent', 'Account solo', 'Hello'],
    );
    assert.deepEqual([await read.accounts.count(), await read.users.count()], before);
    assert.deepEqual(await mailed(server), [
      'solo.owner@solo.test: Account agency asks for a link with your account',
    ]);
    refused(await partner.get(`/accounts/${solo}`), 403, 'link-pending');
  });

  it('R74: the client sees who asks, R78: both sides the same state', async () => {
    const link = await byCode();
    const [seen] = await linksSeen(owner, 'solo');
    assert.equal(seen?.requestedBy, 'owner of agency');
    assert.deepEqual([seen?.id, seen?.side, seen?.state], [link.id, 'child', 'pending']);
    assert.deepEqual((await linksSeen(partner, 'agency')).find(({ id }) => id === link.id)?.state, 'pending');
  });

  it('R73: a wrong code is told, counted and limited; it says nothing to somebody who may not ask', async () => {
    const wrong = { parentId: agency, linkCode: 'AAAA2222' };
    refused(await partner.post('/account-links', wrong), 422, 'link-code-invalid');
    const creator = await server.as('agency.creator');
    refused(await creator.post('/account-links', wrong), 403, 'forbidden');
    refused(await owner.post('/account-links', wrong), 404, 'not-found');
    for (let tries = 1; tries < 20; tries += 1) await partner.post('/account-links', wrong);
    refused(await partner.post('/account-links', wrong), 429, 'rate-limited');
  });

  it('R73: a rotated code leads nowhere', async () => {
    const old = await codeOf(owner, 'solo');
    const rotated = await owner.post(`/accounts/${solo}/link-code`);
    assert.equal(rotated.status, 200);
    assert.notEqual(rotated.json<{ code: string }>().code, old);
    const answer = await partner.post('/account-links', { parentId: agency, linkCode: old });
    refused(answer, 422, 'link-code-invalid');
  });

  it('R69: asking, deciding, ending and rotating need a fresh proof', async () => {
    const link = await byCode();
    server.clock.advance(16 * 60);
    const proof = [401, 'step-up-required'] as const;
    refused(await partner.post('/account-links', { parentId: agency, childId: solo }), ...proof);
    refused(await approve(owner, link), ...proof);
    refused(await owner.post(`/account-links/${link.id}/decline`), ...proof);
    refused(await partner.del(`/account-links/${link.id}`), ...proof);
    refused(await owner.post(`/accounts/${solo}/link-code`), ...proof);
  });

  it('R76: the same pair again, a client of another partner, a partner account', async () => {
    await byCode();
    refused(await partner.post('/account-links', { parentId: agency, childId: solo }), 409, 'link-exists');
    const alpha = { parentId: agency, childId: accountIdOf('alpha') };
    refused(await partner.post('/account-links', alpha), 409, 'link-exists');
    const gamma = await partner.post('/account-links', { parentId: agency, childId: accountIdOf('gamma') });
    refused(gamma, 409, 'already-linked');
    assert.ok(!/rival/i.test(gamma.text), 'L01: the other partner is not named');
    const rival = { parentId: agency, childId: accountIdOf('rival') };
    refused(await partner.post('/account-links', rival), 409, 'link-cycle');
  });

  it('L03: both sides ask, and there is one link', async () => {
    const partnersCode = await codeOf(partner, 'agency');
    const answers = await Promise.all([
      partner.post('/account-links', { parentId: agency, childId: solo }),
      owner.post('/account-links', { childId: solo, linkCode: partnersCode }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    assert.equal((await linksSeen(owner, 'solo')).length, 1);
  });

  it('R74: a client may offer itself, and then the partner decides', async () => {
    const link = await ask(owner, { childId: solo, linkCode: await codeOf(partner, 'agency') });
    assert.deepEqual([link.initiatedBy, link.side], ['child', 'child']);
    refused(await approve(owner, link), 403, 'forbidden');
    const approved = await approve(partner, link, { maxRole: 'campaign_creator' });
    assert.equal(approved.json<AccountLink>().state, 'active');
    assert.equal(approved.json<AccountLink>().maxRole, null, 'R91: only the client sets a ceiling');
  });

  it('R75: the asking side may cancel, the other may not', async () => {
    const link = await byCode();
    refused(await owner.del(`/account-links/${link.id}`), 403, 'forbidden');
    assert.equal((await partner.del(`/account-links/${link.id}`)).status, 204);
    assert.equal((await linksSeen(owner, 'solo'))[0]?.state, 'cancelled');
    refused(await approve(owner, link), 409, 'link-not-pending');
    assert.equal((await partner.post('/account-links', { parentId: agency, childId: solo })).status, 201);
  });

  it('R75: at most three reminders, one a day', async () => {
    const link = await byCode();
    const remind = async () => (await server.as('agency.owner')).post(`/account-links/${link.id}/reminders`);
    refused(await remind(), 429, 'rate-limited');
    for (let count = 1; count <= 3; count += 1) {
      server.clock.advance(day);
      const answer = await remind();
      assert.deepEqual([answer.status, answer.json<AccountLink>().remindersLeft], [200, 3 - count]);
    }
    server.clock.advance(day);
    refused(await remind(), 429, 'rate-limited');
    const reminders = (await mailed(server)).filter((line) => line.includes('Reminder'));
    assert.equal(reminders.length, 3);
  });

  it('R75: after 30 days it has expired, both are told once, and it may be asked again', async () => {
    const link = await byCode();
    await mailed(server);
    server.clock.advance(30 * day);
    const [later, client] = [await server.as('agency.owner'), await server.as('solo.owner')];
    assert.equal((await linksSeen(client, 'solo'))[0]?.state, 'expired');
    refused(await approve(client, link), 409, 'link-not-pending');
    assert.equal(await expireLinks(server.ports, server.config), 1);
    assert.equal(await expireLinks(server.ports, server.config), 0);
    assert.deepEqual((await mailed(server)).sort(), [
      'agency.owner@agency.test: The link request with Account solo has ended',
      'solo.owner@solo.test: The link request with Account agency has ended',
    ]);
    await ask(later, { parentId: agency, childId: solo });
  });

  it('story 9: declined, not asked again the same day, three times in 30 days at most', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const [again, client] = [await server.as('agency.owner'), await server.as('solo.owner')];
      const link = await ask(again, { parentId: agency, childId: solo, note: `Try ${round}` });
      await mailed(server);
      assert.equal((await client.post(`/account-links/${link.id}/decline`)).status, 200);
      assert.deepEqual(await mailed(server), ['agency.owner@agency.test: Account solo declined the link']);
      const seen = (await linksSeen(again, 'agency')).find(({ id }) => id === link.id);
      assert.deepEqual([seen?.state, seen?.decidedBy], ['declined', null], 'who said no stays unnamed');
      refused(await again.post('/account-links', { parentId: agency, childId: solo }), 429, 'rate-limited');
      server.clock.advance(day);
    }
    const again = await server.as('agency.owner');
    refused(await again.post('/account-links', { parentId: agency, childId: solo }), 429, 'rate-limited');
    server.clock.advance(27 * day);
    await ask(await server.as('agency.owner'), { parentId: agency, childId: solo });
  });

  it('R93: a link of others does not exist; people of a side without the right are refused', async () => {
    const link = await byCode();
    const path = `/account-links/${link.id}`;
    refused(await (await server.as('rival.owner')).get(path), 404, 'not-found');
    refused(await (await server.as('alpha.owner')).get(path), 404, 'not-found');
    refused(await (await server.as('agency.manager')).get(path), 403, 'forbidden');
    refused(
      await (await server.as('agency.partner')).post(`${path}/approve`, { shown: shownOf(link) }),
      403,
      'forbidden',
    );
    assert.equal((await (await server.as('agency.partner')).get(path)).status, 200);
  });

  it('every step is in the history of both accounts', async () => {
    const link = await byCode();
    await approve(owner, link);
    for (const account of [agency, solo]) {
      const events = await server.store.read.auditEvents.find({
        where: { accountId: account, targetId: link.id },
      });
      assert.deepEqual(events.map(({ action }) => action).sort(), ['link.approved', 'link.requested']);
      assert.equal(await server.store.read.changes.count({ accountId: account, targetId: link.id }), 2);
    }
  });
});

function shownOf({ parent, child }: AccountLink) {
  return { parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name };
}
