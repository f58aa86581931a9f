import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Invitation } from '../../../src/client/wire/index.js';
import { createMailboxTransport } from '../../../server/mail/mailbox.js';
import { createOutbox } from '../../../server/mail/outbox.js';
import { MailRefused, type Mail, type MailTransport } from '../../../server/ports.js';
import { invitationsOf, invite, tokenIn } from '../../support/invites.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const email = 'jane@example.test';

/** Lets everything run that waits for nothing but other code. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
};

describe('the outbox', () => {
  let server: TestServer;
  let owner: Caller;
  let transport: MailTransport['send'];
  const sent: Mail[] = [];
  afterEach(() => server.close());

  async function start(): Promise<void> {
    sent.length = 0;
    transport = async (mail) => void sent.push(mail);
    server = await startServer({ scenario: world, ports: { mail: { send: (mail) => transport(mail) } } });
    owner = await server.as('alpha.owner');
  }

  const worker = () => createOutbox(server.ports, server.config);
  const letters = () => server.store.read.outbox.find();
  const deliveryOf = async ({ id }: Invitation) => (await server.store.read.invitations.get(id))?.delivery;

  it('no mail leaves for a change that was rolled back', async () => {
    await start();
    const body = { email, roleId: 'campaign_creator' };
    const broken = server.store.transaction.bind(server.store);
    server.store.transaction = (work) =>
      broken(async (tx) => {
        const result = await work(tx);
        if ((await tx.outbox.count()) > 0) throw new Error('the store dies before commit');
        return result;
      });
    assert.equal((await owner.post(invitationsOf('alpha'), body)).status, 503);
    server.store.transaction = broken;
    assert.equal(await worker().drain(), 0);
    assert.equal(await server.store.read.invitations.count(), 0);
  });

  it('I11: while the transport is down the invitation waits, its link can be copied, and the mail leaves later', async () => {
    await start();
    transport = async () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    };
    const created = await invite(owner, 'alpha', { email });
    assert.equal(await worker().drain(), 0);
    assert.equal(await deliveryOf(created), 'queued');
    assert.equal((await owner.post(`${invitationsOf('alpha')}/${created.id}/link`)).status, 200);
    assert.deepEqual(
      (await letters()).map(({ status, attempts, lastError }) => [status, attempts, lastError]),
      [['queued', 1, 'ECONNREFUSED']],
    );
    transport = async (mail) => void sent.push(mail);
    assert.equal(await worker().drain(), 0, 'not before its time');
    server.clock.advance(7);
    assert.equal(await worker().drain(), 1);
    assert.equal(await deliveryOf(created), 'sent');
  });

  it('pauses grow from 5 seconds to 15 minutes', async () => {
    await start();
    transport = () => Promise.reject(new Error('down'));
    await invite(owner, 'alpha', { email });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await worker().drain();
      const [letter] = await letters();
      const pause = (Date.parse(letter?.notBefore ?? '') - server.clock.now().getTime()) / 1000;
      pauses.push(pause);
      server.clock.advance(Math.ceil(pause));
    }
    pauses.forEach((pause, attempt) => {
      const middle = Math.min(5 * 2 ** attempt, 900);
      assert.ok(pause >= middle * 0.75 && pause <= middle * 1.25, `pause ${attempt}: ${pause}`);
    });
  });

  it('R36, M02: an address that refuses mail is shown as not delivered, and the inviter is told', async () => {
    await start();
    transport = (mail) =>
      mail.to === email ? Promise.reject(new MailRefused('SMTP 550')) : Promise.resolve(void sent.push(mail));
    const created = await invite(owner, 'alpha', { email });
    await worker().drain();
    assert.equal(await deliveryOf(created), 'bounced');
    assert.deepEqual(
      sent.map(({ to, subject }) => [to, subject]),
      [['alpha.owner@alpha.test', 'Your invite to jane@example.test was not delivered']],
    );
    assert.match(sent[0]?.text ?? '', new RegExp(`/accounts/${accountIdOf('alpha')}/users`));
    server.clock.advance(61);
    transport = async (mail) => void sent.push(mail);
    await owner.post(`${invitationsOf('alpha')}/${created.id}/resend`);
    await worker().drain();
    assert.equal(await deliveryOf(created), 'sent');
  });

  it('after two days of trying a mail counts as not delivered', async () => {
    await start();
    transport = () => Promise.reject(new Error('down'));
    const created = await invite(owner, 'alpha', { email });
    await worker().drain();
    server.clock.advance(48 * 3600);
    await worker().drain();
    assert.equal(await deliveryOf(created), 'bounced');
  });

  it('M01: sent, then a crash before it was noted: sent again under the same message id, and the mailbox shows one', async () => {
    await start();
    const mailbox = createMailboxTransport(server.ports);
    // The process is gone after the mail was taken: whatever would have been written then never is.
    const taken = new Promise<void>((done) => {
      transport = async (mail) => {
        sent.push(mail);
        await mailbox.send(mail);
        done();
        await new Promise(() => undefined);
      };
    });
    await invite(owner, 'alpha', { email });
    void worker().drain();
    await taken;
    transport = async (mail) => {
      sent.push(mail);
      await mailbox.send(mail);
    };
    assert.equal(await worker().drain(), 0, 'somebody still holds it');
    server.clock.advance(121);
    assert.equal(await worker().drain(), 1);
    assert.equal(sent.length, 2);
    assert.equal(sent[0]?.messageId, sent[1]?.messageId);
    assert.match(sent[0]?.messageId ?? '', /^<[0-9a-f]{32}@crew\.test>$/);
    assert.equal(await server.store.read.mailbox.count(), 1);
  });

  it('two workers send each mail once', async () => {
    await start();
    for (let index = 0; index < 25; index += 1)
      await invite(owner, 'alpha', { email: `p${index}@example.test` });
    const counts = await Promise.all([worker().drain(), worker().drain()]);
    assert.equal(counts[0] + counts[1], 25);
    assert.equal(new Set(sent.map(({ messageId }) => messageId)).size, 25);
    assert.equal(sent.length, 25);
  });

  it('P8: once a mail has left, nothing in the store opens the invitation', async () => {
    await start();
    const created = await invite(owner, 'alpha', { email });
    const waiting = JSON.stringify(await letters());
    await worker().drain();
    const token = tokenIn(sent[0]?.text ?? '');
    assert.ok(waiting.includes(token));
    for (const table of Object.values(server.store.read)) {
      const rows = JSON.stringify(await table.find());
      assert.ok(!rows.includes(token), 'the mailed token');
      assert.ok(!rows.includes(tokenIn(created.url)), 'the copied token');
    }
    assert.ok(!server.logs.join().includes(token));
  });

  it('works by itself: woken by what is written, and looking now and then; stops when told', async () => {
    await start();
    const outbox = worker();
    await outbox.start();
    await invite(owner, 'alpha', { email });
    await settle();
    assert.equal(sent.length, 1);
    transport = () => Promise.reject(new Error('down'));
    await invite(owner, 'alpha', { email: 'joe@example.test' });
    await settle();
    transport = async (mail) => void sent.push(mail);
    for (let tick = 0; tick < 3; tick += 1) {
      server.clock.advance(5);
      await settle();
    }
    assert.equal(sent.length, 2);
    await outbox.stop();
    assert.equal(server.clock.waiting, 0);
    await invite(owner, 'alpha', { email: 'ann@example.test' });
    await settle();
    assert.equal(sent.length, 2);
  });
});
