import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EnrolmentStarted, EnrolmentVerified, MfaOverview } from '../../../src/client/wire/index.js';
import { challenge, codeNow, enrol, verify, wrongCode } from '../../support/factors.js';
import { deliver } from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const manager = 'alpha.manager';
const tag = (version: number) => ({ headers: { 'if-match': `"v${String(version)}"` } });

describe('setting a second factor up', () => {
  let server: TestServer;
  let caller: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    caller = await server.as(manager);
  });
  afterEach(() => server.close());

  const overview = async (who = caller) => (await who.get('/me/mfa')).json<MfaOverview>();
  async function start(who = caller): Promise<EnrolmentStarted> {
    const answer = await who.post('/me/mfa/enrolments', { label: 'My phone' });
    assert.equal(answer.status, 201, answer.text);
    return answer.json<EnrolmentStarted>();
  }
  const subjects = async () => {
    await deliver(server);
    return server.mails.map(({ to, subject }) => [to, subject]);
  };

  it('R63: 160 bits, SHA-1, 6 digits, 30 s, the same issuer in label and parameter; nothing is on yet', async () => {
    const started = await start();
    assert.match(started.secret, /^[A-Z2-7]{32}$/);
    assert.equal(started.expiresAt, '2026-11-22T09:10:00.000Z');
    const uri = new URL(started.otpauthUri);
    assert.equal(uri.protocol + uri.host, 'otpauth:totp');
    assert.equal(decodeURIComponent(uri.pathname), `/Crew:${manager}`);
    assert.equal(uri.searchParams.get('issuer'), 'Crew');
    assert.equal(uri.searchParams.get('secret'), started.secret);
    for (const [name, usual] of Object.entries({ algorithm: 'SHA1', digits: '6', period: '30' })) {
      assert.ok([null, usual].includes(uri.searchParams.get(name)), name);
    }
    const { enrolments, demand } = await overview();
    assert.deepEqual(
      enrolments.map(({ state, label }) => [state, label]),
      [['pending', 'My phone']],
    );
    assert.equal(demand, 'suggested');
    assert.ok(!JSON.stringify(enrolments).includes(started.secret));
    await server.as(manager);
  });

  it('R63, R65: one right code turns it on, with ten codes of 80 bits that are told once and stored hashed', async () => {
    const { id, secret } = await start();
    const answer = await verify(caller, id, await codeNow(server, secret));
    assert.equal(answer.status, 200, answer.text);
    const { recoveryCodes, state } = answer.json<EnrolmentVerified>();
    assert.equal(state, 'active');
    assert.equal(new Set(recoveryCodes).size, 10);
    for (const code of recoveryCodes ?? [])
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const rows = JSON.stringify([
      await server.store.read.recoveryCodes.find(),
      await server.store.read.idempotencyKeys.find(),
      await server.store.read.auditEvents.find(),
      await server.store.read.outbox.find(),
    ]);
    for (const code of recoveryCodes ?? []) assert.ok(!rows.includes(code));
    const known = await overview();
    assert.deepEqual(
      [known.recoveryCodes.remaining, known.recoveryCodes.saved, known.demand],
      [10, false, 'none'],
    );
    assert.equal((await caller.get('/me')).json<{ mfaActive: boolean }>().mfaActive, true);
    assert.equal((await challenge(server, manager)).methods.join(), 'totp,recovery_code');
    assert.deepEqual(await subjects(), [['alpha.manager@alpha.test', 'Two-factor sign-in is on']]);
    const owner = await server.as('alpha.owner');
    const member = await owner.get(`/accounts/${accountIdOf('alpha')}/members/${memberOf(manager)}`);
    assert.equal(member.json<{ mfaActive: boolean }>().mfaActive, true);
    const history = await server.store.read.auditEvents.find({ where: { action: 'mfa.enrolled' } });
    assert.deepEqual(
      history.map(({ accountId, targetId }) => [accountId, targetId]),
      [[accountIdOf('alpha'), userIdOf(manager)]],
    );
  });

  it('a session that gave the password alone ends when a factor comes on elsewhere', async () => {
    const other = await server.as(manager);
    await enrol(server, caller);
    assert.equal((await other.get('/me')).status, 401);
    assert.equal((await caller.get('/me')).status, 200);
  });

  it('S01: a set-up that starts again has a new secret, the one before is dead, an active factor untouched', async () => {
    const first = await start();
    const second = await start();
    assert.notEqual(first.secret, second.secret);
    assert.equal((await verify(caller, first.id, await codeNow(server, first.secret))).status, 404);
    assert.equal((await verify(caller, second.id, await codeNow(server, second.secret))).status, 200);
    const third = await start();
    server.clock.advance(30);
    const { caller: elsewhere, path } = await challenge(server, manager);
    assert.equal((await elsewhere.post(path, { code: await codeNow(server, second.secret) })).status, 200);
    assert.equal((await overview()).enrolments.length, 2);
    await verify(caller, third.id, await codeNow(server, third.secret));
    assert.deepEqual(
      (await overview()).enrolments.map(({ id }) => id),
      [third.id],
    );
  });

  it('S02: wrong codes leave the secret as it is, and cost nothing', async () => {
    const { id, secret } = await start();
    const wrong = await wrongCode(server, secret);
    for (let index = 0; index < 12; index += 1) {
      const answer = await verify(caller, id, wrong);
      assert.deepEqual([answer.status, answer.problem().code], [422, 'mfa_code_wrong']);
    }
    assert.equal((await verify(caller, id, await codeNow(server, secret))).status, 200);
  });

  it('R63: a set-up lives ten minutes', async () => {
    const { id, secret } = await start();
    server.clock.advance(599);
    assert.equal((await overview()).enrolments.length, 1);
    server.clock.advance(1);
    assert.equal((await overview()).enrolments.length, 0);
    assert.equal((await verify(caller, id, await codeNow(server, secret))).status, 404);
  });

  it('S05: of two tabs that confirm at once, one succeeds, and its secret is the one that counts', async () => {
    const { id, secret } = await start();
    const code = await codeNow(server, secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(caller, id, code)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array<number>(7).fill(404)]);
    assert.equal(await server.store.read.recoveryCodes.count({ userId: userIdOf(manager) }), 10);
    assert.equal(await server.store.read.mfaEnrolments.count({ userId: userIdOf(manager) }), 1);
  });

  it('S06: the answer got lost: the same key tells the same codes again, another key none', async () => {
    const { id, secret } = await start();
    const code = await codeNow(server, secret);
    const first = await verify(caller, id, code, '"lost-answer"');
    server.clock.advance(600);
    const again = await verify(caller, id, code, '"lost-answer"');
    assert.equal(again.status, 200);
    assert.equal(again.text, first.text);
    assert.equal((await verify(caller, id, code)).status, 404);
    assert.equal((await subjects()).length, 1);
  });

  it('nobody confirms, removes or sees the factor of somebody else', async () => {
    const { id, secret } = await start();
    const other = await server.as('alpha.owner');
    assert.equal((await verify(other, id, await codeNow(server, secret))).status, 404);
    assert.equal((await other.del(`/me/mfa/enrolments/${id}`, tag(1))).status, 404);
    assert.equal((await overview(other)).enrolments.length, 0);
  });

  it('R69: starting, turning off and new codes need a fresh proof; looking does not', async () => {
    const { id } = await enrol(server, caller);
    server.clock.advance(15 * 60);
    const calls = [
      caller.post('/me/mfa/enrolments'),
      caller.post('/me/mfa/recovery-codes'),
      caller.del(`/me/mfa/enrolments/${id}`, tag(2)),
      caller.send('DELETE', '/me/trusted-devices'),
    ];
    for (const answer of await Promise.all(calls)) assert.equal(answer.problem().code, 'step_up_required');
    assert.equal((await caller.get('/me/mfa')).status, 200);
  });

  it('R69: with a factor on, the fresh proof is the factor; the password is none', async () => {
    const { secret } = await enrol(server, caller);
    server.clock.advance(15 * 60);
    const asked = (await caller.post('/auth/step-ups')).json<{ challengeId: string; methods: string[] }>();
    assert.deepEqual(asked.methods, ['totp', 'recovery_code']);
    const path = `/auth/challenges/${asked.challengeId}`;
    const password = await caller.post(path, { password: 'northwind-demo-2026' });
    assert.equal(password.problem().code, 'mfa_code_wrong');
    // The challenge belongs to the session that asked.
    const code = await codeNow(server, secret);
    assert.equal((await server.anonymous().post(path, { code })).problem().code, 'challenge_ended');
    const before = caller.cookie();
    assert.equal((await caller.post(path, { code })).status, 200);
    assert.notEqual(caller.cookie(), before);
    assert.equal((await caller.post('/me/mfa/recovery-codes')).status, 201);
  });

  it('turning it off takes its codes and mails a notice; a pending set-up is given up without a word', async () => {
    const pending = await start();
    assert.equal((await caller.del(`/me/mfa/enrolments/${pending.id}`, tag(1))).status, 204);
    const { id } = await enrol(server, caller);
    assert.equal(
      (await caller.del(`/me/mfa/enrolments/${id}`, tag(1))).problem().code,
      'precondition_failed',
    );
    assert.equal((await caller.del(`/me/mfa/enrolments/${id}`, tag(2))).status, 204);
    assert.equal(await server.store.read.recoveryCodes.count(), 0);
    assert.equal(await server.store.read.mfaEnrolments.count(), 0);
    await server.as(manager);
    assert.deepEqual(
      (await subjects()).map(([, subject]) => subject),
      ['Two-factor sign-in is on', 'Two-factor sign-in is off'],
    );
  });

  it('R65: new codes void the old ones, are mailed about, and S04: are unsaved until the person says so', async () => {
    const { codes } = await enrol(server, caller);
    assert.equal((await caller.put('/me/mfa/recovery-codes')).status, 204);
    assert.equal((await overview()).recoveryCodes.saved, true);
    const answer = await caller.post('/me/mfa/recovery-codes');
    const fresh = answer.json<{ codes: string[] }>().codes;
    assert.equal(new Set([...codes, ...fresh]).size, 20);
    assert.equal((await overview()).recoveryCodes.saved, false);
    const { caller: lost, path } = await challenge(server, manager);
    assert.equal((await lost.post(path, { recoveryCode: codes[0] })).problem().code, 'mfa_code_wrong');
    assert.equal((await lost.post(path, { recoveryCode: fresh[0] })).status, 200);
    assert.ok((await subjects()).some(([, subject]) => subject === 'You have new recovery codes'));
  });

  it('there are no recovery codes without a factor', async () => {
    assert.equal((await caller.post('/me/mfa/recovery-codes')).problem().code, 'mfa_enrolment_required');
  });

  it('a second phone in place of the first keeps a batch that is still good', async () => {
    await enrol(server, caller);
    assert.deepEqual((await enrol(server, caller)).codes, []);
    assert.equal((await overview()).recoveryCodes.remaining, 10);
  });
});
