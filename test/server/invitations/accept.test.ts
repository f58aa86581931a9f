import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  Invitation,
  InvitationAccepted,
  InvitationPreview,
  Me,
  MyMembership,
  Page,
} from '../../../src/client/wire/index.js';
import {
  accept,
  goodPassword,
  invitationsOf,
  invite,
  join,
  lookup,
  mailedToken,
  refused,
} from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { giveFactor, memberOf, unlink, world } from '../../support/world.js';

describe('accepting an invitation', () => {
  let server: TestServer;
  let owner: Caller;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  afterEach(() => server.close());

  async function invited(
    email = 'jane@example.test',
    draft: Parameters<typeof invite>[2] = { email },
  ): Promise<string> {
    await invite(owner, 'alpha', draft);
    return mailedToken(server, email);
  }

  const pendingCount = () => server.store.read.invitations.count({ state: 'pending' });

  it('R46: before acceptance a link reveals account, role, inviter, expiry and a masked address, and no more', async () => {
    const token = await invited('jane.doe@example.test');
    const preview = (await lookup(server.anonymous(), token)).json<InvitationPreview>();
    assert.deepEqual(preview, {
      accountName: 'Account alpha',
      accountKind: 'child',
      roleId: 'campaign_creator',
      inviterName: 'owner of alpha',
      maskedEmail: 'j•••@e•••.test',
      expiresAt: '2026-11-29T09:00:00.000Z',
      emailCodeRequired: false,
      mfaRequired: false,
      proposedUsername: null,
      viewer: 'none',
      viewerMaskedEmail: null,
      otherAccounts: [],
    });
  });

  it('R47: a new person chooses username and password, may give a name, and enters at once', async () => {
    const token = await invited();
    const jane = server.anonymous();
    const answer = await accept(jane, token, { username: 'Jane.Doe', name: ' Jane  Doe ' });
    assert.equal(answer.status, 201, answer.text);
    const { membershipId, ...accepted } = answer.json<InvitationAccepted>();
    assert.match(membershipId, /^mem_/);
    assert.deepEqual(accepted, {
      accountId: accountIdOf('alpha'),
      accountName: 'Account alpha',
      roleId: 'campaign_creator',
      gate: 'none',
    });
    const me = (await jane.get('/me')).json<Me>();
    assert.deepEqual(
      [me.username, me.email, me.emailVerified, me.displayName],
      ['Jane.Doe', 'jane@example.test', true, 'Jane Doe'],
    );
    assert.equal((await jane.get(`/accounts/${accountIdOf('alpha')}`)).status, 200);
    assert.equal((await jane.get(`/accounts/${accountIdOf('beta')}`)).status, 404);
  });

  it('R47: the password works at the next sign-in, compared by username in lower case', async () => {
    await accept(server.anonymous(), await invited(), { username: 'Jane.Doe' });
    const answer = await server
      .anonymous()
      .post('/auth/sessions', { username: 'jane.DOE', password: goodPassword }, { key: null });
    assert.equal(answer.status, 201, answer.text);
  });

  it('R47: username and password are needed; all fields at fault are named at once and nothing is written', async () => {
    const token = await invited();
    const missing = await server.anonymous().post('/invitation-acceptances', { token });
    assert.deepEqual(
      missing.problem().errors?.map(({ pointer }) => pointer),
      ['/username', '/password'],
    );
    const wrong = await accept(server.anonymous(), token, {
      username: 'a',
      password: 'short',
      name: 'www.evil.test',
    });
    refused(wrong, 422, 'username-invalid', 'username_too_short');
    assert.deepEqual(wrong.problem().errors, [
      { pointer: '/username', code: 'username_too_short' },
      { pointer: '/password', code: 'password_too_short' },
      { pointer: '/name', code: 'name_contains_url' },
    ]);
    assert.equal(await pendingCount(), 1);
  });

  it('R41: an accepted link says it was used, to its user and to anybody', async () => {
    const token = await invited();
    const jane = server.anonymous();
    await accept(jane, token);
    for (const caller of [jane, server.anonymous(), owner])
      refused(await lookup(caller, token), 410, 'invitation-used', 'invite_used');
    refused(await accept(server.anonymous(), token, { username: 'other' }), 410, 'invitation-used');
  });

  it('A01, P11: two tabs: one joins, the other is told; one member, one audit row', async () => {
    const token = await invited();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, tab) => accept(server.anonymous(), token, { username: `tab${tab}` })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array<number>(19).fill(410)]);
    const users = await server.store.read.users.find({ where: { emailKey: 'jane@example.test' } });
    assert.equal(users.length, 1);
    assert.equal(await server.store.read.auditEvents.count({ action: 'invitation.accepted' }), 1);
  });

  it('A05: the same key again is the same answer, and signs in again when the first cookie was lost', async () => {
    const token = await invited();
    const body = { token, username: 'jane', password: goodPassword };
    await server.anonymous().post('/invitation-acceptances', body, { key: '"lost answer"' });
    const again = server.anonymous();
    const answer = await again.post('/invitation-acceptances', body, { key: '"lost answer"' });
    assert.equal(answer.status, 201, answer.text);
    assert.equal((await again.get('/me')).json<Me>().username, 'jane');
  });

  it('A04: reading a link changes nothing, however often', async () => {
    const token = await invited();
    for (let time = 0; time < 5; time += 1)
      assert.equal((await lookup(server.anonymous(), token)).status, 200);
    assert.equal((await accept(server.anonymous(), token)).status, 201);
  });

  it('R29, R33: somebody who has a login signs in and joins; a second login for the address is refused', async () => {
    const token = await invited('beta.manager@beta.test');
    const before = await server.store.read.users.count();
    const stranger = await accept(server.anonymous(), token);
    refused(stranger, 409, 'identity-exists', 'identity_exists');
    assert.equal(await pendingCount(), 1);
    const joined = await join(await server.as('beta.manager'), token);
    assert.equal(joined.status, 201, joined.text);
    assert.equal(await server.store.read.users.count(), before);
    const accounts = (await (await server.as('beta.manager')).get('/me/memberships')).json<
      Page<MyMembership>
    >();
    assert.deepEqual(accounts.items.map(({ account }) => account.name).sort(), [
      'Account alpha',
      'Account beta',
    ]);
  });

  it('R29: joining leaves username and password alone, whatever else is sent, and keeps the session', async () => {
    const token = await invited('beta.manager@beta.test');
    const person = await server.as('beta.manager');
    const cookie = person.cookie();
    await join(person, token, { username: 'taken.over', password: goodPassword, name: 'Other' });
    const user = await server.store.read.users.get(userIdOf('beta.manager'));
    assert.deepEqual([user?.username, user?.displayName], ['beta.manager', 'manager of beta']);
    assert.equal(person.cookie(), cookie);
  });

  it('R45: signed in as somebody else, nothing happens and switching is possible', async () => {
    const token = await invited('beta.manager@beta.test');
    const other = await server.as('beta.owner');
    refused(await join(other, token), 403, 'invitation-email-mismatch', 'invite_wrong_identity');
    const preview = (await lookup(other, token)).json<InvitationPreview>();
    assert.deepEqual(
      [preview.viewer, preview.maskedEmail, preview.viewerMaskedEmail],
      ['other', 'b•••@b•••.test', 'b•••@b•••.test'],
    );
    assert.equal((await join(await server.as('beta.manager'), token)).status, 201);
  });

  it('threat 1: the inviter cannot use the link they copied', async () => {
    const created = await invite(owner, 'alpha', { email: 'jane@example.test' });
    const token = created.url.slice(created.url.indexOf('#') + 1);
    refused(await join(owner, token), 403, 'invitation-email-mismatch');
    refused(await accept(server.anonymous(), token), 403, 'email-code-required', 'email_code_required');
  });

  it('R18: the holder of a reserved seat gets in although the plan is full', async () => {
    const full = await startServer({ scenario: 'seat-limit' });
    full.clock.advance(61);
    const boss = await full.as('bluebird.owner');
    const [waiting] = (await boss.get(invitationsOf('bluebird'))).json<Page<Invitation>>().items;
    await boss.post(`${invitationsOf('bluebird')}/${waiting?.id ?? ''}/resend`);
    const answer = await accept(full.anonymous(), await mailedToken(full, 'theo@bluebird.test'));
    assert.equal(answer.status, 201, answer.text);
    await full.close();
  });

  it('R23: on a plan that became too small acceptance is refused with the numbers, and the invite is not burned', async () => {
    const full = await startServer({ scenario: 'seat-limit' });
    full.clock.advance(61);
    const boss = await full.as('bluebird.owner');
    const [waiting] = (await boss.get(invitationsOf('bluebird'))).json<Page<Invitation>>().items;
    await boss.post(`${invitationsOf('bluebird')}/${waiting?.id ?? ''}/resend`);
    const token = await mailedToken(full, 'theo@bluebird.test');
    const plan = (planId: string) =>
      full.store.transaction((tx) => tx.accounts.update(accountIdOf('bluebird'), { planId }));
    await plan('starter');
    const answer = await accept(full.anonymous(), token);
    refused(answer, 409, 'seat-limit-reached', 'seat_limit');
    const { limit, used, reserved } = answer.problem();
    assert.deepEqual({ limit, used, reserved }, { limit: 1, used: 2, reserved: 1 });
    assert.equal(await full.store.read.users.count({ emailKey: 'theo@bluebird.test' }), 0);
    await plan('standard');
    assert.equal((await accept(full.anonymous(), token)).status, 201);
    await full.close();
  });

  for (const [how, change] of [
    ['removed', { status: 'removed', removedAt: '2026-11-22T09:00:00.000Z' }],
    ['suspended', { status: 'suspended' }],
    ['demoted', { roleId: 'campaign_creator' }],
  ] as const) {
    it(`R43, A07: the inviter was ${how} meanwhile: explained, nothing granted, still pending`, async () => {
      const partner = await server.as('agency.partner');
      await invite(partner, 'alpha', { email: 'ann@example.test', roleId: 'account_manager' });
      const token = await mailedToken(server, 'ann@example.test');
      await server.store.transaction((tx) => tx.memberships.update(memberOf('agency.partner'), change));
      refused(
        await accept(server.anonymous(), token),
        403,
        'invitation-no-longer-allowed',
        'invite_no_longer_allowed',
      );
      assert.equal(await pendingCount(), 1);
      assert.equal(await server.store.read.users.count({ emailKey: 'ann@example.test' }), 0);
    });
  }

  it('R43: the inviter’s login was locked meanwhile: nothing granted', async () => {
    const token = await invited();
    await server.store.transaction((tx) => tx.users.update(userIdOf('alpha.owner'), { status: 'locked' }));
    refused(await accept(server.anonymous(), token), 403, 'invitation-no-longer-allowed');
  });

  it('R43, R91: a ceiling set after sending holds at acceptance', async () => {
    const partner = await server.as('agency.partner');
    await invite(partner, 'alpha', { email: 'ann@example.test', roleId: 'account_manager' });
    const token = await mailedToken(server, 'ann@example.test');
    await server.store.transaction((tx) =>
      tx.accountLinks.updateWhere(
        { childId: accountIdOf('alpha'), state: 'active' },
        { maxRole: 'campaign_creator' },
      ),
    );
    refused(await accept(server.anonymous(), token), 403, 'invitation-no-longer-allowed');
  });

  it('R43: the account was closed: its links say it is not available', async () => {
    const token = await invited();
    await server.store.transaction((tx) => tx.accounts.update(accountIdOf('alpha'), { status: 'closed' }));
    refused(await lookup(server.anonymous(), token), 410, 'account-unavailable', 'account_unavailable');
    refused(await accept(server.anonymous(), token), 410, 'account-unavailable');
  });

  it('R43: the link to the inviter’s partner ended: its links say so, until the account itself resends', async () => {
    const partner = await server.as('agency.partner');
    const { id } = await invite(partner, 'alpha', { email: 'ann@example.test' });
    const token = await mailedToken(server, 'ann@example.test');
    await unlink(server.store, 'alpha');
    refused(await lookup(server.anonymous(), token), 410, 'account-unavailable', 'account_unavailable');
    refused(await accept(server.anonymous(), token), 410, 'account-unavailable');
    server.clock.advance(60);
    const later = await server.as('alpha.owner');
    assert.equal((await later.post(`${invitationsOf('alpha')}/${id}/resend`)).status, 200);
    assert.equal(
      (await accept(server.anonymous(), await mailedToken(server, 'ann@example.test'))).status,
      201,
    );
  });

  it('R70: where a second factor is required, the password may be shorter and enrolment comes before entry', async () => {
    await giveFactor(server.store, 'alpha.owner');
    await server.store.transaction((tx) =>
      tx.accounts.update(accountIdOf('alpha'), { mfaPolicy: 'required' }),
    );
    const token = await invited();
    assert.equal((await lookup(server.anonymous(), token)).json<InvitationPreview>().mfaRequired, true);
    const jane = server.anonymous();
    const answer = await accept(jane, token, { password: 'eight-ok' });
    assert.equal(answer.json<InvitationAccepted>().gate, 'mfa_enrolment', answer.text);
    refused(await jane.get(`/accounts/${accountIdOf('alpha')}`), 403, 'mfa-enrolment-required');
    assert.equal((await jane.get('/me')).status, 200);
  });

  it('a member who was invited before they joined another way is told so', async () => {
    const token = await invited('beta.manager@beta.test');
    const person = await server.as('beta.manager');
    await server.store.transaction((tx) =>
      tx.memberships.update(memberOf('beta.manager'), { accountId: accountIdOf('alpha') }),
    );
    refused(await join(person, token), 409, 'already-member', 'already_member');
  });

  it('somebody removed may be invited and join again, as a new membership', async () => {
    await server.store.transaction((tx) =>
      tx.memberships.update(memberOf('alpha.creator'), {
        status: 'removed',
        removedAt: '2026-11-22T08:00:00.000Z',
      }),
    );
    const token = await invited('alpha.creator@alpha.test');
    const answer = await join(await server.as('alpha.creator'), token);
    assert.equal(answer.status, 201, answer.text);
    assert.notEqual(answer.json<InvitationAccepted>().membershipId, memberOf('alpha.creator'));
  });
});
