import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Invitation, Page } from '../../../src/client/wire/index.js';
import { createOutbox } from '../../../server/mail/outbox.js';
import { systemRandom } from '../../../server/node/system-ports.js';
import type { Mail } from '../../../server/ports.js';
import { openPostgres } from '../../../server/stores/sql/dialect-postgres.js';
import { accept, invitationsOf, invite, join, tokenIn } from '../../support/invites.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { startServer, type TestServer } from '../../support/server.js';

/**
 * Two servers on one PostgreSQL, since one connection or one process proves nothing about locks (trust.md 0).
 * Each promise is raced many times, and the losers must get a definite answer.
 */
describe('races on PostgreSQL', { timeout: 240_000 }, () => {
  let postgres: TestPostgres;
  let servers: TestServer[] = [];
  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.createDatabase();
    const stores = [openPostgres(url), openPostgres(url)] as const;
    await stores[0].migrate();
    // Each server needs ids of its own.
    const options = { config: { limits: { invitesPerDay: 10_000 } }, ports: { random: systemRandom } };
    servers = [
      await startServer({ scenario: 'three', store: stores[0], ...options }),
      await startServer({ scenario: null, store: stores[1], ...options }),
    ];
  });
  after(async () => {
    for (const server of servers) await server.close();
    await postgres.stop();
  });

  const owners = () => Promise.all(servers.map((server) => server.as('harbourlane.owner')));
  const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

  /** One of the servers, by turns. */
  const turn = <T>(list: readonly T[], index: number): T => {
    const item = list[index % list.length];
    assert.ok(item);
    return item;
  };

  async function clear(): Promise<void> {
    const [owner] = await owners();
    assert.ok(owner);
    for (const { id } of (await owner.get(invitationsOf('harbourlane'))).json<Page<Invitation>>().items) {
      await owner.del(`${invitationsOf('harbourlane')}/${id}`);
    }
  }

  it('R19, P14: many invites for two free seats: exactly two are created, the rest are refused with the numbers', async () => {
    for (let round = 0; round < 4; round += 1) {
      const callers = await owners();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          turn(callers, index).post(invitationsOf('harbourlane'), {
            email: `r${round}.${index}@example.test`,
            roleId: 'campaign_creator',
          }),
        ),
      );
      assert.deepEqual(statuses(answers), [201, 201, ...Array<number>(10).fill(409)]);
      await clear();
    }
  });

  it('R28: one address invited by many at once is one invitation', async () => {
    for (let round = 0; round < 4; round += 1) {
      const callers = await owners();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          turn(callers, index).post(invitationsOf('harbourlane'), {
            email: `One${round}@example.test`,
            roleId: 'campaign_creator',
          }),
        ),
      );
      assert.deepEqual(statuses(answers), [201, ...Array<number>(7).fill(409)]);
      await clear();
    }
  });

  it('P11, R33: many acceptances of one link: one member, one login, one audit row, no 5xx', async () => {
    const [owner] = await owners();
    const [first] = servers;
    assert.ok(owner && first);
    for (let round = 0; round < 3; round += 1) {
      const email = `joiner${round}@example.test`;
      const { id } = await invite(owner, 'harbourlane', { email });
      const token = await mailed(first, email);
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          accept(turn(servers, index).anonymous(), token, { username: `joiner${round}.${index}` }),
        ),
      );
      assert.deepEqual(statuses(answers), [201, ...Array<number>(15).fill(410)]);
      assert.equal(await first.store.read.users.count({ emailKey: email }), 1);
      assert.equal(
        await first.store.read.auditEvents.count({ targetId: id, action: 'invitation.accepted' }),
        1,
      );
      await first.store.transaction(async (tx) => {
        const user = await tx.users.first({ emailKey: email });
        await tx.memberships.updateWhere({ userId: user?.id ?? '' }, { status: 'removed' });
      });
    }
  });

  it('R49: one username chosen by many at once belongs to one of them, and the others keep their invitations', async () => {
    const [first] = servers;
    const partner = await first?.as('partner.owner');
    assert.ok(first && partner);
    for (let round = 0; round < 3; round += 1) {
      const tokens: string[] = [];
      for (let index = 0; index < 6; index += 1) {
        const email = `n${round}.${index}@example.test`;
        await invite(partner, 'northwind', { email });
        tokens.push(await mailed(first, email));
      }
      const answers = await Promise.all(
        tokens.map((token, index) =>
          accept(turn(servers, index).anonymous(), token, { username: `wanted${round}` }),
        ),
      );
      assert.deepEqual(statuses(answers), [201, ...Array<number>(5).fill(409)]);
      const left: number = await first.store.read.invitations.count({
        state: 'pending',
        emailKey: { contains: `n${round}.` },
      });
      assert.equal(left, 5);
    }
  });

  it('R44: wrong codes sent to two servers at once: five are evaluated', async () => {
    const [first] = servers;
    const partner = await first?.as('partner.owner');
    assert.ok(first && partner);
    const token = tokenIn((await invite(partner, 'northwind', { email: 'code@example.test' })).url);
    await first.anonymous().post('/invitation-email-codes', { token });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        accept(turn(servers, index).anonymous(), token, { emailCode: '000000' }),
      ),
    );
    assert.deepEqual([...new Set(statuses(answers))], [422]);
    const [row] = await first.store.read.emailCodes.find({ where: { purpose: 'invitation' } });
    assert.equal(row?.attempts, 5);
  });

  it('accepting and revoking at once: one of the two, never both', async () => {
    const [first, second] = servers;
    const partner = await second?.as('partner.owner');
    assert.ok(first && partner);
    for (let round = 0; round < 4; round += 1) {
      const email = `both${round}@example.test`;
      const { id } = await invite(partner, 'northwind', { email });
      const token = await mailed(first, email);
      const [accepted, revoked] = await Promise.all([
        accept(first.anonymous(), token, { username: `both${round}` }),
        partner.del(`${invitationsOf('northwind')}/${id}`, { headers: { 'if-match': '"v1"' } }),
      ]);
      const outcome = `${accepted.status} ${revoked.status}`;
      assert.ok(
        ['201 409', '201 412', '410 204'].includes(outcome),
        `${outcome}: ${accepted.text} ${revoked.text}`,
      );
    }
  });

  it('two servers’ workers send each mail once', async () => {
    const [first, second] = servers;
    const partner = await first?.as('partner.owner');
    assert.ok(first && second && partner);
    await createOutbox(first.ports, first.config).drain();
    first.mails.length = 0;
    second.mails.length = 0;
    for (let index = 0; index < 40; index += 1)
      await invite(partner, 'northwind', { email: `w${index}@example.test` });
    await Promise.all(servers.map((server) => createOutbox(server.ports, server.config).drain()));
    const sent = [...first.mails, ...second.mails];
    assert.equal(sent.length, 40);
    assert.equal(new Set(sent.map(({ messageId }) => messageId)).size, 40);
  });

  it('the same person joining by two links of two invitations is a member once', async () => {
    const [first] = servers;
    const partner = await first?.as('partner.owner');
    assert.ok(first && partner);
    const person = await first.as('harbourlane.owner');
    await invite(partner, 'northwind', { email: 'harbourlane.owner@harbourlane.test' });
    const token = await mailed(first, 'harbourlane.owner@harbourlane.test');
    const answers = await Promise.all(Array.from({ length: 6 }, () => join(person, token)));
    assert.deepEqual(statuses(answers), [201, ...Array<number>(5).fill(410)]);
  });

  /** The link mailed to this address by whichever server sent it. */
  async function mailed(server: TestServer, address: string): Promise<string> {
    await createOutbox(server.ports, server.config).drain();
    const mails: Mail[] = servers.flatMap((one) => one.mails);
    return tokenIn(mails.findLast(({ to, text }) => to === address && text.includes('#cci_'))?.text ?? '');
  }
});
