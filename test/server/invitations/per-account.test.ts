import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Invitation, InvitationPreview, Me } from '../../../src/client/wire/index.js';
import {
  accept,
  deliver,
  invitationsOf,
  invite,
  join,
  lookup,
  mailedToken,
  mailTo,
  refused,
} from '../../support/invites.js';
import {
  accountIdOf,
  demoPassword,
  startServer,
  type Caller,
  type TestServer,
} from '../../support/server.js';

const priya = 'priya.nair@studio-nair.test';

describe('per_account: one login for each account (F4)', () => {
  let server: TestServer;
  let owner: Caller;

  beforeEach(async () => {
    server = await startServer({ scenario: 'username-conflict' });
    owner = await server.as('partner.owner');
  });
  afterEach(() => server.close());

  const draft = { email: priya, roleId: 'campaign_creator' };

  it('R30, R32: an address that is a sign-in name elsewhere is refused without saying whose or where; nothing is made', async () => {
    const stranger = await server.as('harbourlane.owner');
    const answer = await stranger.post(invitationsOf('harbourlane'), draft);
    refused(answer, 409, 'username-taken-elsewhere', 'username_taken_elsewhere');
    for (const secret of ['Bluebird', 'Priya', 'acc_', 'usr_'])
      assert.ok(!answer.text.includes(secret), secret);
    assert.equal(answer.problem().account, undefined);
    assert.equal(await server.store.read.invitations.count(), 0);
    assert.equal(await deliver(server), 0);
  });

  it('R32: an inviter who manages the users of that account anyway is told which one it is', async () => {
    const answer = await owner.post(invitationsOf('northwind'), draft);
    refused(answer, 409, 'username-taken-elsewhere');
    assert.deepEqual(answer.problem().account, { id: accountIdOf('bluebird'), name: 'Bluebird Dental' });
    assert.ok(!/usr_|mem_|Priya/.test(answer.text));
  });

  it('R30: with another, free username the invite goes out, and the page proposes it', async () => {
    refused(
      await owner.post(invitationsOf('northwind'), { ...draft, proposedUsername: 'bluebird.owner' }),
      409,
      'username-taken',
    );
    refused(
      await owner.post(invitationsOf('northwind'), { ...draft, proposedUsername: priya }),
      422,
      'username-invalid',
    );
    await invite(owner, 'northwind', {
      ...draft,
      roleId: 'campaign_creator',
      proposedUsername: 'priya.nair',
    });
    const token = await mailedToken(server, priya);
    assert.equal(
      (await lookup(server.anonymous(), token)).json<InvitationPreview>().proposedUsername,
      'priya.nair',
    );
    const fresh = server.anonymous();
    assert.equal((await accept(fresh, token, { username: 'priya.nair' })).status, 201);
    assert.equal((await fresh.get('/me')).json<Me>().email, priya);
    assert.equal(await server.store.read.users.count({ emailKey: priya }), 2);
  });

  it('R30: another address is free to be invited', async () => {
    await invite(owner, 'northwind', { email: 'priya@other.test' });
  });

  it('R53: held, it waits without a link in the mail, and leaves by itself as soon as the name is free', async () => {
    const answer = await owner.post(invitationsOf('northwind'), { ...draft, onUsernameTaken: 'hold' });
    const held = answer.json<Invitation>();
    assert.deepEqual(
      [answer.status, held.state, held.delivery, held.lastSentAt],
      [201, 'pending', 'held', null],
    );
    const instructions = await mailTo(server, priya);
    assert.match(
      instructions.text,
      /already a sign-in name on another account. This has nothing to do with MFA/,
    );
    assert.ok(!instructions.text.includes('cci_'));

    server.clock.advance(3600);
    const holder = await server.as(priya);
    assert.equal((await holder.patch('/me', { username: 'priya.at.bluebird' })).status, 200);
    const token = await mailedToken(server, priya);
    const boss = await server.as('partner.owner');
    const sent = (await boss.get(`${invitationsOf('northwind')}/${held.id}`)).json<Invitation>();
    assert.deepEqual(
      [sent.delivery, sent.sentCount, sent.expiresAt],
      ['sent', 1, '2026-11-29T10:00:00.000Z'],
    );
    assert.equal((await accept(server.anonymous(), token, { username: priya })).status, 201);
  });

  it('R53: while the name is taken a held one is not resent; afterwards resending sends it', async () => {
    const held = (
      await owner.post(invitationsOf('northwind'), { ...draft, onUsernameTaken: 'hold' })
    ).json<Invitation>();
    const resend = `${invitationsOf('northwind')}/${held.id}/resend`;
    refused(await owner.post(resend), 409, 'username-taken-elsewhere');
    await server.store.transaction((tx) =>
      tx.users.updateWhere({ usernameKey: priya }, { username: 'gone', usernameKey: 'gone' }),
    );
    const sent = (await owner.post(resend)).json<Invitation>();
    assert.deepEqual([sent.delivery, sent.sentCount], ['queued', 1]);
  });

  it('R53: after the old name was changed, the same invite simply works', async () => {
    refused(await owner.post(invitationsOf('northwind'), draft), 409, 'username-taken-elsewhere');
    await (await server.as(priya)).patch('/me', { username: 'priya.at.bluebird' });
    assert.equal((await owner.post(invitationsOf('northwind'), draft)).status, 201);
  });

  it('R31: a name that became taken before acceptance leaves the invitation pending', async () => {
    await invite(owner, 'northwind', { email: 'new@example.test', proposedUsername: 'wanted.name' });
    const token = await mailedToken(server, 'new@example.test');
    await server.store.transaction((tx) =>
      tx.users.updateWhere(
        { usernameKey: 'bluebird.owner' },
        { username: 'wanted.name', usernameKey: 'wanted.name' },
      ),
    );
    refused(
      await accept(server.anonymous(), token, { username: 'wanted.name' }),
      409,
      'username-taken',
      'username_taken',
    );
    assert.equal((await lookup(server.anonymous(), token)).status, 200);
  });

  it('2d: nobody joins with the login of another account; a session of one is no obstacle', async () => {
    await invite(owner, 'northwind', { email: priya, proposedUsername: 'priya.nair' });
    const token = await mailedToken(server, priya);
    const signedIn = await server.as(priya);
    assert.equal((await lookup(signedIn, token)).json<InvitationPreview>().viewer, 'none');
    refused(await join(signedIn, token), 422, 'type-mismatch');
    assert.equal((await accept(signedIn, token, { username: 'priya.nair' })).status, 201);
    assert.equal((await signedIn.get('/me')).json<Me>().username, 'priya.nair');
    assert.equal(
      (await server.store.read.users.first({ username: 'priya.nair' }))?.accountId,
      accountIdOf('northwind'),
    );
    assert.equal(
      (
        await server
          .anonymous()
          .post('/auth/sessions', { username: priya, password: demoPassword }, { key: null })
      ).status,
      201,
    );
  });

  it('R27: a login of this account with that address is a member already', async () => {
    const bluebird = await server.as('bluebird.owner');
    refused(await bluebird.post(invitationsOf('bluebird'), draft), 409, 'already-member');
  });
});
