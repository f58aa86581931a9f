import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Invitation, Page, SeatUsage } from '../../../src/client/wire/index.js';
import {
  deliver,
  invite,
  invitationsOf,
  mailTo,
  mailedToken,
  accept,
  refused,
} from '../../support/invites.js';
import { accountIdOf, startServer, type TestOptions, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

describe('inviting', () => {
  let server: TestServer;
  afterEach(() => server.close());

  async function start(options: TestOptions = { scenario: world }): Promise<TestServer> {
    server = await startServer(options);
    return server;
  }

  it('R24: a valid address and role make a pending invitation, one mail and a row in the list', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const created = await invite(owner, 'alpha', {
      email: 'Jane.Doe@Example.TEST',
      name: 'Jane  Doe',
      message: 'Hello',
    });
    assert.equal(created.state, 'pending');
    assert.equal(created.delivery, 'queued');
    assert.deepEqual(
      [created.email, created.name, created.roleId],
      ['Jane.Doe@example.test', 'Jane Doe', 'campaign_creator'],
    );
    assert.equal(await deliver(server), 1);
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      ['Jane.Doe@example.test'],
    );
    assert.match(
      server.mails[0]?.text ?? '',
      /owner of alpha invited you to Account alpha as Campaign Creator/,
    );
    const list = (await owner.get(invitationsOf('alpha'))).json<Page<Invitation>>();
    assert.deepEqual(
      list.items.map(({ id, delivery }) => [id, delivery]),
      [[created.id, 'sent']],
    );
  });

  it('R24: the answer names its address and carries an ETag', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const answer = await owner.post(invitationsOf('alpha'), {
      email: 'jane@example.test',
      roleId: 'account_manager',
    });
    const { id } = answer.json<Invitation>();
    assert.equal(answer.headers.get('location'), `/v1${invitationsOf('alpha')}/${id}`);
    assert.equal(
      (await owner.get(`${invitationsOf('alpha')}/${id}`)).headers.get('etag'),
      answer.headers.get('etag'),
    );
  });

  it('R16, R17: at the limit nothing is created, and the numbers and the plan page are told', async () => {
    await start({ scenario: 'seat-limit' });
    const owner = await server.as('bluebird.owner');
    const answer = await owner.post(invitationsOf('bluebird'), {
      email: 'x@example.test',
      roleId: 'campaign_creator',
    });
    refused(answer, 409, 'seat-limit-reached', 'seat_limit');
    const { limit, used, reserved, planUrl } = answer.problem();
    assert.deepEqual(
      { limit, used, reserved, planUrl },
      { limit: 3, used: 2, reserved: 1, planUrl: '/plans' },
    );
    assert.equal(await server.store.read.invitations.count(), 1);
    assert.equal(await deliver(server), 0);
  });

  it('R17: each pending invitation reserves one seat, once, and never as invite and member', async () => {
    await start({ scenario: 'three' });
    const owner = await server.as('harbourlane.owner');
    const seats = async () =>
      (await owner.get(`/accounts/${accountIdOf('harbourlane')}/seats`)).json<SeatUsage>();
    await invite(owner, 'harbourlane', { email: 'a@example.test' });
    await invite(owner, 'harbourlane', { email: 'b@example.test' });
    assert.deepEqual([(await seats()).used, (await seats()).reserved], [1, 2]);
    const answer = await accept(server.anonymous(), await mailedToken(server, 'a@example.test'));
    assert.equal(answer.status, 201, answer.text);
    assert.deepEqual([(await seats()).used, (await seats()).reserved], [2, 1]);
    const third = await owner.post(invitationsOf('harbourlane'), {
      email: 'c@example.test',
      roleId: 'campaign_creator',
    });
    refused(third, 409, 'seat-limit-reached');
  });

  it('R19: of two invites for one free seat exactly one is created', async () => {
    await start({ scenario: 'seat-limit' });
    const owner = await server.as('bluebird.owner');
    const [waiting] = (await owner.get(invitationsOf('bluebird'))).json<Page<Invitation>>().items;
    await owner.del(`${invitationsOf('bluebird')}/${waiting?.id ?? ''}`);
    const answers = await Promise.all(
      ['a', 'b'].map((who) =>
        owner.post(invitationsOf('bluebird'), { email: `${who}@example.test`, roleId: 'campaign_creator' }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    assert.equal(await server.store.read.invitations.count({ state: 'pending' }), 1);
  });

  it('R15: a partner account has no limit', async () => {
    await start();
    const owner = await server.as('agency.owner');
    for (let index = 0; index < 12; index += 1)
      await invite(owner, 'agency', { email: `p${index}@example.test` });
  });

  it('R26: one mailbox is one invitation, whatever its spelling', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    await invite(owner, 'alpha', { email: 'user@bücher.example' });
    for (const email of ['USER@xn--bcher-kva.example', 'user@BÜCHER.example']) {
      refused(
        await owner.post(invitationsOf('alpha'), { email, roleId: 'campaign_creator' }),
        409,
        'invitation-pending',
      );
    }
    await invite(owner, 'alpha', { email: 'user+tag@bücher.example' });
  });

  it('R27: a member is named with the membership', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const answer = await owner.post(invitationsOf('alpha'), {
      email: 'ALPHA.creator@alpha.test',
      roleId: 'account_manager',
    });
    refused(answer, 409, 'already-member', 'already_member');
    assert.equal(answer.problem().membershipId, memberOf('alpha.creator'));
    const suspended = await owner.post(invitationsOf('alpha'), {
      email: 'alpha.suspended@alpha.test',
      roleId: 'account_manager',
    });
    refused(suspended, 409, 'already-member');
    assert.equal(await deliver(server), 0);
  });

  it('I15: one’s own address and that of the owner are refused, also by an agency person who has no role there', async () => {
    await start();
    const agency = await server.as('agency.owner');
    refused(
      await agency.post(invitationsOf('alpha'), {
        email: 'alpha.owner@alpha.test',
        roleId: 'campaign_creator',
      }),
      409,
      'already-member',
    );
    refused(
      await agency.post(invitationsOf('alpha'), {
        email: 'Agency.Owner@agency.test',
        roleId: 'campaign_creator',
      }),
      403,
      'cannot-change-own-role',
      'role_self_change',
    );
    assert.equal(await deliver(server), 0);
  });

  it('R28: an address that is invited already is named with its invitation, whatever role is asked for', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const first = await invite(owner, 'alpha', { email: 'jane@example.test' });
    const again = await owner.post(invitationsOf('alpha'), {
      email: 'Jane@example.test',
      roleId: 'account_manager',
    });
    refused(again, 409, 'invitation-pending', 'invite_pending');
    assert.equal(again.problem().invitationId, first.id);
    await invite(await server.as('beta.owner'), 'beta', { email: 'jane@example.test' });
  });

  it('R28: an expired invitation stands in nobody’s way, and its link says that a newer one exists', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const first = await invite(owner, 'alpha', { email: 'jane@example.test' });
    const token = await mailedToken(server, 'jane@example.test');
    server.clock.advance(7 * 24 * 3600);
    const later = await server.as('alpha.owner');
    const second = await invite(later, 'alpha', { email: 'jane@example.test' });
    assert.notEqual(second.id, first.id);
    const answer = await server.anonymous().post('/invitation-lookups', { token }, { key: null });
    refused(answer, 410, 'invitation-revoked', 'invite_revoked');
    assert.equal(answer.problem().replaced, true);
    const open = (await later.get(invitationsOf('alpha'))).json<Page<Invitation>>();
    assert.deepEqual(
      open.items.map(({ id }) => id),
      [second.id],
    );
  });

  it('R29: an address that has a login elsewhere gets the same answer as any other', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const known = await owner.post(invitationsOf('alpha'), {
      email: 'beta.owner@beta.test',
      roleId: 'campaign_creator',
    });
    const unknown = await owner.post(invitationsOf('alpha'), {
      email: 'nobody@beta.test',
      roleId: 'campaign_creator',
    });
    assert.deepEqual([known.status, unknown.status], [201, 201]);
    assert.deepEqual(Object.keys(known.json()), Object.keys(unknown.json()));
    assert.match(
      (await mailTo(server, 'beta.owner@beta.test')).text,
      /or sign in if you already have a login/,
    );
  });

  it('R34: 50 invitations a day in the first month, then 429 with the time to wait', async () => {
    const young = {
      ...world,
      accounts: world.accounts.map((account) => ({ ...account, createdDaysAgo: 10 })),
    };
    await start({ scenario: young, config: { limits: { invitesPerDayFirstMonth: 3, invitesPerDay: 5 } } });
    const owner = await server.as('alpha.owner');
    const left = async () =>
      (await owner.get(`/accounts/${accountIdOf('alpha')}/seats`)).json<SeatUsage>().invitesLeft;
    assert.equal(await left(), 3, 'what a file of people is compared with');
    for (let index = 0; index < 3; index += 1)
      await invite(owner, 'alpha', { email: `p${index}@example.test` });
    assert.equal(await left(), 0);
    const answer = await owner.post(invitationsOf('alpha'), {
      email: 'late@example.test',
      roleId: 'campaign_creator',
    });
    refused(answer, 429, 'rate-limited');
    assert.equal(answer.headers.get('retry-after'), String(24 * 3600));
    assert.equal(await server.store.read.invitations.count(), 3);
    server.clock.advance(24 * 3600);
    await invite(await server.as('alpha.owner'), 'alpha', { email: 'late@example.test' });
  });

  it('R34: 500 a day later, and a refused invite costs nothing', async () => {
    await start({ scenario: world, config: { limits: { invitesPerDayFirstMonth: 1, invitesPerDay: 2 } } });
    const owner = await server.as('alpha.owner');
    await invite(owner, 'alpha', { email: 'a@example.test' });
    for (let index = 0; index < 3; index += 1) {
      refused(
        await owner.post(invitationsOf('alpha'), { email: 'a@example.test', roleId: 'campaign_creator' }),
        409,
        'invitation-pending',
      );
    }
    await invite(owner, 'alpha', { email: 'b@example.test' });
    refused(
      await owner.post(invitationsOf('alpha'), { email: 'c@example.test', roleId: 'campaign_creator' }),
      429,
      'rate-limited',
    );
  });

  it('threat 22: one mailbox gets no more than 30 invitations a day, whoever sends them', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    for (let index = 0; index < 30; index += 1) {
      const { id } = await invite(owner, 'alpha', { email: 'victim@example.test' });
      await owner.del(`${invitationsOf('alpha')}/${id}`);
    }
    const other = await server.as('gamma.owner');
    refused(
      await other.post(invitationsOf('gamma'), { email: 'victim@example.test', roleId: 'campaign_creator' }),
      429,
      'rate-limited',
    );
  });

  it('R35, I01, I02: the same key sends one mail and gets the same answer, link included', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const draft = { email: 'jane@example.test', roleId: 'campaign_creator' };
    const sent = { key: '"one intent"' };
    const first = await owner.post(invitationsOf('alpha'), draft, sent);
    const again = await owner.post(invitationsOf('alpha'), draft, sent);
    assert.equal(again.status, 201);
    assert.equal(again.text, first.text);
    assert.equal(await deliver(server), 1);
    refused(
      await owner.post(invitationsOf('alpha'), { ...draft, email: 'joe@example.test' }, sent),
      422,
      'idempotency-key-reused',
    );
    refused(await owner.post(invitationsOf('alpha'), draft, { key: null }), 400, 'idempotency-key-missing');
  });

  it('keeps what was typed: message as text, without control characters, 500 at most', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const created = await invite(owner, 'alpha', {
      email: 'a@example.test',
      message: ' Hi\r\n<b>there</b>\u0007 ',
    });
    assert.equal(created.message, 'Hi\n<b>there</b>');
    const long = { email: 'b@example.test', roleId: 'campaign_creator', message: 'x'.repeat(501) };
    const answer = await owner.post(invitationsOf('alpha'), long);
    refused(answer, 422, 'type-mismatch');
    assert.deepEqual(answer.problem().errors, [{ pointer: '/message', code: 'type_mismatch' }]);
    assert.equal((await invite(owner, 'alpha', { email: 'b@example.test', message: '  ' })).message, null);
  });

  it('writes one audit row, in the same transaction and without the token', async () => {
    await start();
    const owner = await server.as('alpha.owner');
    const created = await invite(owner, 'alpha', { email: 'jane@example.test' });
    const rows = await server.store.read.auditEvents.find({ where: { targetId: created.id } });
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['invitation.created'],
    );
    assert.ok(!JSON.stringify(rows).includes('cci_'));
  });
});
