import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Me } from '../../../src/client/wire/index.js';
import { deliver, goodPassword, mailTo, refused, tokenIn } from '../../support/invites.js';
import {
  accountIdOf,
  demoPassword,
  startServer,
  userIdOf,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { giveFactor, world } from '../../support/world.js';

const person = 'alpha.owner';
const address = 'alpha.owner@alpha.test';

describe('a forgotten password', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const ask = (username: string, caller: Caller = server.anonymous()) =>
    caller.post('/auth/password-resets', { username }, { key: null });
  const complete = (token: string, password = goodPassword) =>
    server.anonymous().post('/auth/password-resets/complete', { token, password }, { key: null });
  const signIn = (password: string, username = person) =>
    server.anonymous().post('/auth/sessions', { username, password }, { key: null });
  async function link(username = person): Promise<string> {
    assert.equal((await ask(username)).status, 202);
    await deliver(server);
    const mail = server.mails.findLast(({ to, text }) => to === address && text.includes('#ccr_'));
    return tokenIn(mail?.text ?? '');
  }

  it('sets a new password with the mailed link, and tells the person', async () => {
    const token = await link();
    const mail = await mailTo(server, address);
    assert.match(mail.text, /http:\/\/localhost:4400\/reset-password#ccr_/);
    const answer = await complete(token);
    assert.deepEqual([answer.status, answer.json()], [200, { username: person }]);
    assert.equal((await signIn(goodPassword)).status, 201);
    refused(await signIn(demoPassword), 401, 'credentials-wrong');
    assert.equal((await mailTo(server, address)).subject, 'Your password was changed');
  });

  it('is asked for by the address of the login as well, in any case of its letters', async () => {
    await complete(await link('Alpha.Owner@ALPHA.test'));
    assert.equal((await signIn(goodPassword)).status, 201);
  });

  it('P18: a name that nobody has is answered alike, with the same rows, and no mail leaves', async () => {
    const rows = async () => [
      await server.store.read.passwordResets.count(),
      await server.store.read.outbox.count(),
    ];
    const [known, unknown] = [await ask(person), [await rows(), await ask('nobody.at.all'), await rows()]];
    const [before, answer, after] = unknown as [number[], typeof known, number[]];
    assert.deepEqual([answer.status, answer.text], [known.status, known.text]);
    assert.deepEqual(
      after,
      before.map((count) => count * 2),
    );
    await deliver(server);
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      [address],
    );
  });

  it('works once, for an hour, and every older link stops with it', async () => {
    const [first, second] = [await link(), await link()];
    server.clock.advance(3599);
    assert.equal((await complete(first)).status, 200);
    refused(await complete(first), 410, 'challenge-ended');
    refused(await complete(second), 410, 'challenge-ended');
    const third = await link();
    server.clock.advance(3600);
    refused(await complete(third), 410, 'challenge-ended');
    refused(await complete(`ccr_${'x'.repeat(43)}`), 410, 'challenge-ended');
  });

  it('of ten uses at once, one does it', async () => {
    const token = await link();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => complete(token, goodPassword + String(n))),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [
      200,
      ...Array.from({ length: 9 }, () => 410),
    ]);
  });

  it('R51: refuses a poor password with its field, and the link still works', async () => {
    const token = await link();
    for (const [password, code] of [
      ['short', 'password_too_short'],
      ['alpha.owner alpha.owner', 'password_context'],
      ['my Account alpha is safe', 'password_context'],
    ] as const) {
      const answer = await complete(token, password);
      refused(answer, 422, 'password-rejected', code);
      assert.deepEqual(answer.problem().errors, [{ pointer: '/password', code }]);
    }
    assert.equal((await complete(token)).status, 200);
  });

  it('P6: factors stay, so the new password alone does not sign in; eight characters are enough then', async () => {
    await giveFactor(server.store, person);
    const before = await server.store.read.users.get(userIdOf(person));
    assert.equal((await complete(await link(), 'q7-Zu.kp')).status, 200);
    const after = await server.store.read.users.get(userIdOf(person));
    // The version rises, so that a browser that was being remembered meanwhile is void as well (R68).
    assert.deepEqual([after?.mfaActive, after?.enrolVersion], [true, (before?.enrolVersion ?? 0) + 1]);
    assert.equal((await signIn('q7-Zu.kp')).status, 202);
  });

  it('R68: every session ends, remembered browsers are forgotten, open challenges stop', async () => {
    const browser = await server.as(person);
    const { challengeId } = (await browser.post('/auth/step-ups')).json<{ challengeId: string }>();
    await server.store.transaction(async (tx) => {
      await tx.trustedDevices.insert({
        id: 'dev_0000000000000000000001',
        userId: userIdOf(person),
        tokenHash: 'x',
        label: 'Firefox',
        enrolVersion: 0,
        firstSeenAt: '2026-11-22T08:00:00.000Z',
        lastSeenAt: '2026-11-22T08:00:00.000Z',
        expiresAt: '2026-12-22T08:00:00.000Z',
        lastCountry: null,
      });
    });
    await complete(await link());
    assert.equal((await browser.get('/me')).status, 401);
    assert.equal(await server.store.read.trustedDevices.count({ userId: userIdOf(person) }), 0);
    refused(
      await browser.post(`/auth/challenges/${challengeId}`, { password: goodPassword }, { key: null }),
      410,
      'challenge-ended',
    );
  });

  it('threat 22: five links an hour for one name, whether somebody has it or not', async () => {
    for (const name of [person, 'nobody.at.all']) {
      for (let count = 0; count < 5; count += 1) assert.equal((await ask(name)).status, 202);
      const answer = await ask(name);
      refused(answer, 429, 'rate-limited');
      assert.equal(answer.headers.get('retry-after'), '3600');
    }
  });

  it('no link for a login without a password of ours, one that is locked, or an address that is not proven', async () => {
    for (const patch of [{ passwordHash: null }, { status: 'locked' }, { emailVerifiedAt: null }]) {
      const before = await server.store.read.users.get(userIdOf(person));
      await server.store.transaction((tx) => tx.users.touch({ id: userIdOf(person) }, patch));
      assert.equal((await ask(person)).status, 202);
      assert.equal(await deliver(server), 0, Object.keys(patch)[0]);
      await server.store.transaction((tx) =>
        tx.users.touch(
          { id: userIdOf(person) },
          {
            passwordHash: before?.passwordHash,
            status: before?.status,
            emailVerifiedAt: before?.emailVerifiedAt,
          },
        ),
      );
    }
  });

  it('T12: keeps the token nowhere but in the mail', async () => {
    const token = await link();
    await complete(token);
    const rows = JSON.stringify([
      await server.store.read.passwordResets.find(),
      await server.store.read.auditEvents.find(),
      await server.store.read.outbox.find(),
      server.logs,
    ]);
    assert.ok(!rows.includes(token) && !rows.includes(goodPassword));
  });

  it('per_account: an address of several logins gets a link for each, with its name', async () => {
    await server.close();
    server = await startServer({ scenario: 'username-conflict' });
    const users = await server.store.read.users.find({ where: { accountId: { not: null } }, limit: 2 });
    await server.store.transaction(async (tx) => {
      for (const { id } of users)
        await tx.users.update(id, { email: 'both@example.test', emailKey: 'both@example.test' });
    });
    assert.equal((await ask('both@example.test')).status, 202);
    await deliver(server);
    const headings = server.mails.filter(({ to }) => to === 'both@example.test').map(({ text }) => text);
    assert.equal(headings.length, 2);
    for (const { username } of users)
      assert.ok(
        headings.some((text) => text.includes(username)),
        username,
      );
  });
});

describe('changing one’s own password', () => {
  let server: TestServer;
  let browser: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    browser = await server.as(person);
  });
  afterEach(() => server.close());

  const change = (password = goodPassword) => browser.put('/me/password', { password });

  it('R68: works on here with a new session, and signs every other browser out', async () => {
    const other = await server.as(person);
    const before = browser.cookie();
    const stolen = server.withHeaders({ cookie: before });
    assert.equal((await change()).status, 204);
    assert.notEqual(browser.cookie(), before);
    assert.equal((await browser.get('/me')).json<Me>().username, person);
    assert.equal((await other.get('/me')).status, 401);
    assert.equal((await stolen.get('/me')).status, 401);
    assert.equal((await mailTo(server, address)).subject, 'Your password was changed');
    const where = { accountId: accountIdOf('alpha'), action: 'user.password-changed' };
    const [event] = await server.store.read.auditEvents.find({ where });
    assert.deepEqual([event?.actorUserId, event?.before, event?.after], [userIdOf(person), {}, {}]);
  });

  it('R69: needs a fresh proof, and a change is none', async () => {
    server.clock.advance(14 * 60);
    assert.equal((await change()).status, 204);
    server.clock.advance(2 * 60);
    refused(await change('another pass phrase 2027'), 401, 'step-up-required');
  });

  it('R51: refuses a poor one', async () => {
    refused(await change('password'), 422, 'password-rejected', 'password_too_short');
  });
});
