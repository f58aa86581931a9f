import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Invitation } from '../../../src/client/wire/index.js';
import {
  accept,
  deliver,
  invitationsOf,
  invite,
  lookup,
  mailedToken,
  refused,
} from '../../support/invites.js';
import {
  accountIdOf,
  startServer,
  type Answered,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const day = 24 * 3600;
const email = 'jane@example.test';

describe('what an invitee can answer besides yes', () => {
  let server: TestServer;
  let owner: Caller;
  let created: Invitation;
  let token: string;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
    created = await invite(owner, 'alpha', { email });
    token = await mailedToken(server, email);
    server.mails.length = 0;
  });
  afterEach(() => server.close());

  const decline = (which = token): Promise<Answered> =>
    server.anonymous().post('/invitation-declines', { token: which });
  const renew = (which = token): Promise<Answered> =>
    server.anonymous().post('/invitation-renewals', { token: which });
  const told = async (): Promise<string[]> => {
    await deliver(server);
    return server.mails.map(({ to, subject }) => `${to}: ${subject}`);
  };

  it('declined: the link stops, the seat is free, the inviter is told', async () => {
    assert.equal((await decline()).status, 204);
    refused(await lookup(server.anonymous(), token), 410, 'invitation-revoked', 'invite_revoked');
    refused(await decline(), 410, 'invitation-revoked');
    const answer = await owner.get(`${invitationsOf('alpha')}/${created.id}`);
    assert.equal(answer.json<Invitation>().state, 'declined');
    assert.deepEqual(await told(), ['alpha.owner@alpha.test: jane@example.test declined your invite']);
    await invite(owner, 'alpha', { email });
  });

  it('R37: from an expired link a new invite is asked for; the inviter is told once a day', async () => {
    server.clock.advance(7 * day);
    for (let time = 0; time < 5; time += 1) assert.equal((await renew()).status, 202);
    assert.deepEqual(await told(), ['alpha.owner@alpha.test: jane@example.test asks for a new invite']);
    assert.match(
      server.mails[0]?.text ?? '',
      new RegExp(`http://localhost:4400/accounts/${accountIdOf('alpha')}/users`),
    );
    server.clock.advance(day);
    await renew();
    assert.equal((await told()).length, 2);
  });

  it('R38: from a replaced link as well', async () => {
    server.clock.advance(61);
    await owner.post(`${invitationsOf('alpha')}/${created.id}/resend`);
    await deliver(server);
    server.mails.length = 0;
    assert.equal((await renew()).status, 202);
    assert.equal((await told()).length, 1);
  });

  it('R43: when the inviter may no longer grant the role, the owner is told instead', async () => {
    const partner = await server.as('agency.partner');
    await invite(partner, 'alpha', { email: 'ann@example.test' });
    const other = await mailedToken(server, 'ann@example.test');
    server.mails.length = 0;
    await server.store.transaction((tx) =>
      tx.memberships.update(memberOf('agency.partner'), { status: 'suspended' }),
    );
    assert.equal((await renew(other)).status, 202);
    assert.deepEqual(await told(), ['alpha.owner@alpha.test: ann@example.test asks for a new invite']);
  });

  it('a used, revoked, unknown or cut-off link asks nobody', async () => {
    refused(await renew(`cci_${'A'.repeat(43)}`), 410, 'invitation-not-found', 'invite_not_found');
    refused(await renew(token.slice(0, 30)), 422, 'invitation-malformed', 'invite_malformed');
    await owner.del(`${invitationsOf('alpha')}/${created.id}`);
    refused(await renew(), 410, 'invitation-revoked');
    await invite(owner, 'alpha', { email: 'ann@example.test' });
    const other = await mailedToken(server, 'ann@example.test');
    await accept(server.anonymous(), other);
    refused(await renew(other), 410, 'invitation-used');
    assert.deepEqual(
      (await told()).filter((line) => line.includes('asks')),
      [],
    );
  });

  it('A02: five dead ends are five different answers', async () => {
    const ends: string[] = [];
    const ask = async (which: string) => ends.push((await lookup(server.anonymous(), which)).problem().code);
    await ask(`cci_${'A'.repeat(43)}`);
    await ask(`${token}=`);
    await invite(owner, 'alpha', { email: 'ann@example.test' });
    const used = await mailedToken(server, 'ann@example.test');
    await accept(server.anonymous(), used);
    await ask(used);
    await invite(owner, 'alpha', { email: 'rev@example.test' });
    const revoked = await mailedToken(server, 'rev@example.test');
    const open = (await owner.get(`${invitationsOf('alpha')}?q=rev@`)).json<{ items: Invitation[] }>()
      .items[0];
    await owner.del(`${invitationsOf('alpha')}/${open?.id ?? ''}`);
    await ask(revoked);
    server.clock.advance(7 * day);
    await ask(token);
    assert.deepEqual(ends, [
      'invite_not_found',
      'invite_malformed',
      'invite_used',
      'invite_revoked',
      'invite_expired',
    ]);
  });
});
