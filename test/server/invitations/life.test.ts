import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  Invitation,
  InvitationLink,
  InvitationPreview,
  Page,
  SeatUsage,
} from '../../../src/client/wire/index.js';
import {
  accept,
  deliver,
  invitationsOf,
  invite,
  lookup,
  mailedToken,
  mailTo,
  refused,
  tokenIn,
} from '../../support/invites.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const day = 24 * 3600;

describe('the life of an invitation', () => {
  let server: TestServer;
  let owner: Caller;
  let invitation: Invitation;
  let path: string;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
    invitation = await invite(owner, 'alpha', { email: 'jane@example.test' });
    path = `${invitationsOf('alpha')}/${invitation.id}`;
  });
  afterEach(() => server.close());

  /** Time passes, and the owner signs in again. */
  async function after(seconds: number): Promise<void> {
    server.clock.advance(seconds);
    owner = await server.as('alpha.owner');
  }

  it('R37: works until the last second of 7 days and is expired from then on, but stays in the list', async () => {
    const token = await mailedToken(server, 'jane@example.test');
    await after(7 * day - 1);
    assert.equal((await lookup(server.anonymous(), token)).status, 200);
    await after(1);
    refused(await lookup(server.anonymous(), token), 410, 'invitation-expired', 'invite_expired');
    refused(await accept(server.anonymous(), token), 410, 'invitation-expired');
    const list = (await owner.get(invitationsOf('alpha'))).json<Page<Invitation>>().items;
    assert.deepEqual(
      list.map(({ state }) => state),
      ['expired'],
    );
  });

  it('R37: the seat of an expired invitation is free', async () => {
    const seats = async () => (await owner.get(`/accounts/${accountIdOf('alpha')}/seats`)).json<SeatUsage>();
    assert.equal((await seats()).reserved, 1);
    await after(7 * day);
    assert.equal((await seats()).reserved, 0);
  });

  it('R37: a deployment may choose 1 to 30 days, and no more', async () => {
    for (const [days, expected] of [
      [3, 3],
      [90, 30],
      [0, 1],
    ] as const) {
      const other = await startServer({ scenario: world, config: { limits: { inviteDays: days } } });
      const { createdAt, expiresAt } = await invite(await other.as('alpha.owner'), 'alpha', {
        email: 'x@example.test',
      });
      assert.equal((Date.parse(expiresAt) - Date.parse(createdAt)) / 1000, expected * day);
      await other.close();
    }
  });

  it('R38: a resend has a new link and a new time; mailed and copied links of before say that a newer exists', async () => {
    const mailed = await mailedToken(server, 'jane@example.test');
    const copied = tokenIn((await owner.post(`${path}/link`)).json<InvitationLink>().url);
    await after(3 * day);
    const answer = await owner.post(`${path}/resend`);
    assert.equal(answer.status, 200, answer.text);
    const resent = answer.json<Invitation>();
    assert.deepEqual(
      [resent.sentCount, resent.state, resent.version],
      [2, 'pending', invitation.version + 1],
    );
    assert.equal(Date.parse(resent.expiresAt) - Date.parse(invitation.expiresAt), 3 * day * 1000);
    for (const token of [mailed, copied]) {
      const old = await lookup(server.anonymous(), token);
      refused(old, 410, 'invitation-revoked', 'invite_revoked');
      assert.equal(old.problem().replaced, true);
    }
    const mail = await mailTo(server, 'jane@example.test');
    assert.match(mail.text, /replaces the earlier ones/);
    assert.equal((await lookup(server.anonymous(), tokenIn(mail.text))).status, 200);
  });

  it('R39: not again within 60 seconds, and no more than 5 times in 24 hours; the row says when', async () => {
    const early = await owner.post(`${path}/resend`);
    refused(early, 429, 'rate-limited');
    assert.equal(early.headers.get('retry-after'), '60');
    assert.equal((await owner.get(path)).json<Invitation>().resendAvailableAt, '2026-11-22T09:01:00.000Z');
    for (let time = 0; time < 5; time += 1) {
      await after(60);
      assert.equal((await owner.post(`${path}/resend`)).status, 200);
    }
    await after(60);
    const sixth = await owner.post(`${path}/resend`);
    refused(sixth, 429, 'rate-limited');
    assert.equal(sixth.headers.get('retry-after'), String(day - 5 * 60));
    assert.equal((await owner.get(path)).json<Invitation>().resendAvailableAt, '2026-11-23T09:01:00.000Z');
    await after(day - 5 * 60);
    assert.equal((await owner.post(`${path}/resend`)).status, 200);
  });

  it('R20: an expired one is resent into a free seat; without one it is refused', async () => {
    const full = await startServer({ scenario: 'three' });
    const boss = await full.as('harbourlane.owner');
    const first = await invite(boss, 'harbourlane', { email: 'a@example.test' });
    full.clock.advance(7 * day);
    const later = await full.as('harbourlane.owner');
    for (const who of ['b', 'c']) await invite(later, 'harbourlane', { email: `${who}@example.test` });
    const resend = `${invitationsOf('harbourlane')}/${first.id}/resend`;
    refused(await later.post(resend), 409, 'seat-limit-reached');
    const waiting = (await later.get(`${invitationsOf('harbourlane')}?state=pending`)).json<
      Page<Invitation>
    >().items;
    await later.del(`${invitationsOf('harbourlane')}/${waiting[0]?.id ?? ''}`);
    assert.equal((await later.post(resend)).json<Invitation>().state, 'pending');
    await full.close();
  });

  it('R20, R42: without a free seat a pending one is resent and its role changed, and acceptance gives the new role', async () => {
    const full = await startServer({ scenario: 'seat-limit' });
    full.clock.advance(61);
    const boss = await full.as('bluebird.owner');
    const [waiting] = (await boss.get(invitationsOf('bluebird'))).json<Page<Invitation>>().items;
    const waitingPath = `${invitationsOf('bluebird')}/${waiting?.id ?? ''}`;
    const changed = await boss.patch(waitingPath, { roleId: 'account_manager' });
    assert.equal(changed.json<Invitation>().roleId, 'account_manager', changed.text);
    assert.equal((await boss.post(`${waitingPath}/resend`)).status, 200);
    const token = await mailedToken(full, 'theo@bluebird.test');
    assert.equal((await lookup(full.anonymous(), token)).json<InvitationPreview>().roleId, 'account_manager');
    assert.equal(
      (await accept(full.anonymous(), token)).json<{ roleId: string }>().roleId,
      'account_manager',
    );
    await full.close();
  });

  it('R42, R14: the role needs the version that was read, and a role that may be granted here', async () => {
    refused(
      await owner.patch(path, { roleId: 'partner_manager' }),
      422,
      'role-not-available',
      'role_not_available',
    );
    refused(
      await owner.patch(path, { roleId: 'account_manager' }, { headers: { 'if-match': '"v7"' } }),
      412,
      'stale-version',
    );
    refused(
      await owner.send('PATCH', path, { body: { roleId: 'account_manager' } }),
      428,
      'precondition-required',
    );
    const agency = await server.as('agency.creator');
    refused(
      await agency.patch(path, { roleId: 'campaign_creator' }, { headers: { 'if-match': '"v1"' } }),
      403,
      'forbidden',
    );
    await after(7 * day);
    refused(
      await owner.patch(path, { roleId: 'account_manager' }),
      409,
      'invitation-not-pending',
      'invite_not_pending',
    );
  });

  it('R40: revoked, its links stop at once, its seat is free, and whoever got the mail is told', async () => {
    const token = await mailedToken(server, 'jane@example.test');
    assert.equal((await owner.del(path)).status, 204);
    const answer = await lookup(server.anonymous(), token);
    refused(answer, 410, 'invitation-revoked', 'invite_revoked');
    assert.equal(answer.problem().replaced, undefined);
    refused(await accept(server.anonymous(), token), 410, 'invitation-revoked');
    assert.match((await mailTo(server, 'jane@example.test')).subject, /was withdrawn/);
    refused(await owner.del(path), 409, 'invitation-not-pending', 'invite_not_pending');
    const seats = (await owner.get(`/accounts/${accountIdOf('alpha')}/seats`)).json<SeatUsage>();
    assert.equal(seats.reserved, 0);
  });

  it('R40: revoked before its mail left, no mail leaves at all', async () => {
    await owner.del(path);
    assert.equal(await deliver(server), 0);
  });

  it('R40: an expired one can be revoked, an accepted one cannot', async () => {
    const token = await mailedToken(server, 'jane@example.test');
    const other = await invite(owner, 'alpha', { email: 'joe@example.test' });
    assert.equal((await accept(server.anonymous(), token)).status, 201);
    refused(await owner.del(path), 409, 'invitation-not-pending', 'invite_not_pending');
    await after(7 * day);
    assert.equal((await owner.del(`${invitationsOf('alpha')}/${other.id}`)).status, 204);
  });

  it('R25: copying again ends the earlier copied link only; the mailed one keeps working', async () => {
    const mailed = await mailedToken(server, 'jane@example.test');
    const first = tokenIn((await owner.post(`${path}/link`)).json<InvitationLink>().url);
    const second = (await owner.post(`${path}/link`)).json<InvitationLink>();
    assert.equal(second.expiresAt, invitation.expiresAt);
    assert.match(second.url, /^http:\/\/localhost:4400\/accept#cci_[A-Za-z0-9_-]{43}$/);
    refused(await lookup(server.anonymous(), first), 410, 'invitation-revoked');
    assert.equal((await lookup(server.anonymous(), tokenIn(second.url))).status, 200);
    assert.equal((await lookup(server.anonymous(), mailed)).status, 200);
    assert.equal((await owner.get(path)).json<Invitation>().version, invitation.version);
  });

  it('R25, R44: the address shown after sending is a copied link, which proves no mailbox', async () => {
    const shown = await invite(owner, 'alpha', { email: 'joe@example.test' });
    const preview = (await lookup(server.anonymous(), tokenIn(shown.url))).json<InvitationPreview>();
    assert.equal(preview.emailCodeRequired, true);
    assert.notEqual(tokenIn(shown.url), await mailedToken(server, 'joe@example.test'));
  });

  it('R43: an invitation whose sender may no longer grant is marked, and whoever resends it answers for it', async () => {
    const agency = await server.as('agency.partner');
    const sent = await invite(agency, 'alpha', { email: 'ann@example.test', roleId: 'account_manager' });
    await server.store.transaction((tx) =>
      tx.memberships.update(memberOf('agency.partner'), { status: 'suspended' }),
    );
    const marked = (await owner.get(`${invitationsOf('alpha')}/${sent.id}`)).json<Invitation>();
    assert.deepEqual([marked.inviterMayGrant, marked.invitedBy.you, marked.state], [false, false, 'pending']);
    const token = await mailedToken(server, 'ann@example.test');
    refused(
      await accept(server.anonymous(), token),
      403,
      'invitation-no-longer-allowed',
      'invite_no_longer_allowed',
    );
    await after(60);
    const resent = (await owner.post(`${invitationsOf('alpha')}/${sent.id}/resend`)).json<Invitation>();
    assert.deepEqual([resent.inviterMayGrant, resent.invitedBy.you], [true, true]);
    assert.equal(
      (await accept(server.anonymous(), await mailedToken(server, 'ann@example.test'))).status,
      201,
    );
  });

  it('R5: an invitation of another account is as unknown as none', async () => {
    const beta = await server.as('beta.owner');
    const foreign = `${invitationsOf('beta')}/${invitation.id}`;
    for (const answer of [
      await beta.get(foreign),
      await beta.post(`${foreign}/resend`),
      await beta.post(`${foreign}/link`),
      await beta.del(foreign, { headers: { 'if-match': '"v1"' } }),
      await beta.get(path),
    ]) {
      refused(answer, 404, 'not-found');
    }
  });

  it('lists by state, role, words and order, page by page', async () => {
    for (const who of ['c', 'a', 'b'])
      await invite(owner, 'alpha', { email: `${who}@list.test`, roleId: 'account_manager' });
    const emails = async (query: string) =>
      (await owner.get(`${invitationsOf('alpha')}?${query}`))
        .json<Page<Invitation>>()
        .items.map(({ email }) => email);
    assert.deepEqual(await emails('sort=email&q=LIST'), ['a@list.test', 'b@list.test', 'c@list.test']);
    assert.deepEqual(await emails('role=campaign_creator'), ['jane@example.test']);
    assert.deepEqual(await emails('state=expired'), []);
    const first = (await owner.get(`${invitationsOf('alpha')}?sort=-email&limit=3`)).json<Page<Invitation>>();
    assert.deepEqual([first.items.length, first.total], [3, 4]);
    assert.deepEqual(await emails(`sort=-email&limit=3&cursor=${first.nextCursor ?? ''}`), ['a@list.test']);
    refused(await owner.get(`${invitationsOf('alpha')}?state=lost`), 422, 'query-invalid');
  });
});
