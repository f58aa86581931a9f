import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Invitation, InvitationCreated, Page, SeatUsage } from '../../../src/client/wire/index.js';
import { deliver, invitationsOf, invite, lookup, mailedToken, refused } from '../../support/invites.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const wrong = 'jane@exmaple.test';
const right = 'jane@example.test';
const day = 24 * 3600;

describe('an invitation that takes the place of an undelivered one', () => {
  let server: TestServer;
  let owner: Caller;
  let bounced: InvitationCreated;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
    const draft = {
      email: wrong,
      roleId: 'account_manager',
      name: 'Jane',
      message: 'Hello',
      locale: 'de',
    } as const;
    bounced = await invite(owner, 'alpha', draft);
    await deliver(server);
    await server.store.transaction((tx) => tx.invitations.update(bounced.id, { delivery: 'bounced' }));
  });
  afterEach(() => server.close());

  const correct = (email = right, more = {}) =>
    owner.post(invitationsOf('alpha'), { email, roleId: 'account_manager', replaces: bounced.id, ...more });
  const open = async () => (await owner.get(invitationsOf('alpha'))).json<Page<Invitation>>().items;

  it('R36: ends the one and sends the other in one step, with its role, name, message and language', async () => {
    const old = bounced.url.split('#')[1] ?? '';
    const answer = await correct();
    assert.equal(answer.status, 201, answer.text);
    const made = answer.json<InvitationCreated>();
    assert.deepEqual(
      [made.email, made.roleId, made.name, made.message],
      [right, 'account_manager', 'Jane', 'Hello'],
    );
    assert.deepEqual(
      (await open()).map(({ id, email }) => [id, email]),
      [[made.id, right]],
    );
    refused(await lookup(server.anonymous(), old), 410, 'invitation-revoked');
    assert.equal((await lookup(server.anonymous(), await mailedToken(server, right))).status, 200);
    assert.match(
      server.mails.findLast(({ to }) => to === right)?.subject ?? '',
      /Einladung|eingeladen|lädt/i,
    );
    assert.ok(!server.mails.some(({ to, subject }) => to === wrong && /cancel|zurück/i.test(subject)));
  });

  it('R17, R20: the seat passes on, also where the plan is full; an expired one had none', async () => {
    await server.close();
    server = await startServer({ scenario: 'seat-limit' });
    const enter = () => server.as('bluebird.owner');
    owner = await enter();
    const places = async () => {
      const { used, reserved, available } = (
        await owner.get(`/accounts/${accountIdOf('bluebird')}/seats`)
      ).json<SeatUsage>();
      return { used, reserved, available };
    };
    const instead = (replaces: string, email: string) =>
      owner.post(invitationsOf('bluebird'), { email, roleId: 'campaign_creator', replaces });
    const waiting = async () => (await owner.get(invitationsOf('bluebird'))).json<Page<Invitation>>().items;
    const [first] = await waiting();
    assert.deepEqual(await places(), { used: 2, reserved: 1, available: 0 });
    assert.equal((await instead(first?.id ?? '', right)).status, 201);
    assert.deepEqual(await places(), { used: 2, reserved: 1, available: 0 });
    const [second] = await waiting();
    server.clock.advance(7 * day);
    owner = await enter();
    await invite(owner, 'bluebird', { email: 'other@example.test' });
    refused(await instead(second?.id ?? '', 'third@example.test'), 409, 'seat-limit-reached');
    assert.ok(
      (await waiting()).some(({ id }) => id === second?.id),
      'nothing ended',
    );
  });

  it('changes nothing at all where the corrected address is refused', async () => {
    await invite(owner, 'alpha', { email: 'there@example.test' });
    refused(await correct('there@example.test'), 409, 'invitation-pending');
    refused(await correct('alpha.creator@alpha.test'), 409, 'already-member');
    refused(await correct('nobody'), 422, 'email-invalid');
    refused(await correct(right, { roleId: 'partner_manager' }), 422, 'role-not-available');
    refused(await correct(wrong.toUpperCase()), 409, 'invitation-pending');
    assert.ok((await open()).some(({ id, state }) => id === bounced.id && state === 'pending'));
  });

  it('R5, R40: takes the place only of one of this account that still waits', async () => {
    const other = await invite(await server.as('gamma.owner'), 'gamma', { email: wrong });
    refused(await correct(right, { replaces: other.id }), 404, 'not-found');
    refused(await correct(right, { replaces: 'inv_nothing' }), 404, 'not-found');
    assert.equal((await correct()).status, 201);
    refused(await correct('third@example.test'), 409, 'invitation-not-pending');
  });

  it('R19: of two corrections at the same time one is made', async () => {
    const answers = await Promise.all([correct('one@example.test'), correct('two@example.test')]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
    assert.equal((await open()).length, 1);
  });
});
