import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { deviceLabel } from '../../../server/services/device-label.js';
import type { TrustedDevice } from '../../../src/client/wire/index.js';
import { challenge, codeNow, enrol, type Enrolled } from '../../support/factors.js';
import { deliver } from '../../support/invites.js';
import { demoPassword, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const manager = 'alpha.manager';
const password = { username: manager, password: demoPassword };
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const day = 24 * 60 * 60;

describe('R67: remembered browsers', () => {
  let server: TestServer;
  let mine: Enrolled;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    mine = await enrol(server, await server.as(manager));
    server.clock.advance(30);
  });
  afterEach(() => server.close());

  /** Signs in with password and code in a browser that is remembered. Each code is of a step of its own. */
  async function remembered(caller: Caller = server.withHeaders({ 'user-agent': agent })): Promise<Caller> {
    const { path } = await challenge(server, manager, caller);
    const code = await codeNow(server, mine.secret);
    const answer = await caller.post(path, { code, trustDevice: true });
    assert.equal(answer.status, 200, answer.text);
    server.clock.advance(30);
    return caller;
  }
  const signIn = async (caller: Caller) => (await caller.post('/auth/sessions', password)).status;
  const devicesOf = async (caller: Caller) =>
    (await caller.get('/me/trusted-devices')).json<{ items: TrustedDevice[] }>().items;

  it('needs no code for 30 days from the factor, to the second, however often it is used', async () => {
    const caller = await remembered();
    for (let index = 0; index < 29; index += 1) {
      server.clock.advance(day);
      assert.equal(await signIn(caller), 201);
    }
    server.clock.advance(day - 31);
    assert.equal(await signIn(caller), 201);
    server.clock.advance(1);
    assert.equal(await signIn(caller), 202);
  });

  it('keeps only a hash, in an HttpOnly cookie of 30 days', async () => {
    const caller = server.anonymous();
    const { path } = await challenge(server, manager, caller);
    const answer = await caller.post(path, { code: await codeNow(server, mine.secret), trustDevice: true });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('crew_device=')) ?? '';
    assert.match(cookie, /^crew_device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
    const secret = cookie.slice('crew_device='.length, 'crew_device='.length + 43);
    assert.ok(!JSON.stringify(await server.store.read.trustedDevices.find()).includes(secret));
  });

  it('is remembered only when ticked', async () => {
    const { caller, path } = await challenge(server, manager);
    const answer = await caller.post(path, { code: await codeNow(server, mine.secret) });
    assert.equal(answer.headers.getSetCookie().length, 1);
    assert.equal(await signIn(caller), 202);
  });

  it('R69: it is no proof of the factor: sensitive acts ask for a code, also just after signing in', async () => {
    const caller = await remembered();
    server.clock.advance(14 * 60);
    assert.equal(await signIn(caller), 201);
    assert.equal((await caller.post('/me/mfa/recovery-codes')).status, 201, 'the code is not 15 minutes old');
    server.clock.advance(60);
    assert.equal(await signIn(caller), 201);
    const refused = await caller.post('/me/mfa/recovery-codes');
    assert.equal(refused.problem().code, 'step_up_required');
  });

  it('belongs to its person: it opens nothing for somebody else, and two people can share a browser', async () => {
    const caller = await remembered();
    const other = await enrol(server, await server.as('alpha.spare'));
    server.clock.advance(30);
    const { path } = await challenge(server, 'alpha.spare', caller);
    await caller.post(path, { code: await codeNow(server, other.secret), trustDevice: true });
    assert.equal(await signIn(caller), 201);
    const spare = await caller.post('/auth/sessions', { username: 'alpha.spare', password: demoPassword });
    assert.equal(spare.status, 201);
  });

  it('R68: a change of factors or password, or "forget", ends it', async () => {
    const caller = await remembered();
    await server.store.transaction(async (tx) => {
      // What a password change does to the row.
      await tx.users.increment(userIdOf(manager), 'enrolVersion');
    });
    assert.equal(await signIn(caller), 202);
    assert.equal((await devicesOf(await remembered())).length, 1, 'the void one is not listed');
  });

  it('lists browsers by name, the newest first, says which one asks, and forgets one or all', async () => {
    const laptop = await remembered();
    const phone = await remembered(
      server.withHeaders({
        'user-agent':
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      }),
    );
    const listed = await devicesOf(laptop);
    assert.deepEqual(
      listed.map(({ label, current }) => [label, current]),
      [
        ['Safari on iPhone', false],
        ['Firefox on Linux', true],
      ],
    );
    const [first] = listed;
    assert.ok(first);
    assert.equal((await laptop.send('DELETE', `/me/trusted-devices/${first.id}`)).status, 204);
    assert.equal((await laptop.send('DELETE', `/me/trusted-devices/${first.id}`)).status, 404);
    assert.equal(await signIn(phone), 202);
    assert.equal(await signIn(laptop), 201);
    const fresh = await remembered();
    assert.equal((await fresh.send('DELETE', '/me/trusted-devices')).status, 204);
    assert.equal(await signIn(laptop), 202);
    assert.deepEqual(await devicesOf(fresh), []);
  });

  it('nobody forgets the browser of somebody else', async () => {
    const [device] = await devicesOf(await remembered());
    const other = await server.as('alpha.owner');
    assert.equal((await other.send('DELETE', `/me/trusted-devices/${device?.id ?? ''}`)).status, 404);
    assert.deepEqual(await devicesOf(other), []);
  });

  it('at most 20 for a person: the one that was used least lately goes', async () => {
    const first = await remembered();
    for (let index = 0; index < 20; index += 1) await remembered(server.anonymous());
    assert.equal(await server.store.read.trustedDevices.count({ userId: userIdOf(manager) }), 20);
    assert.equal(await signIn(first), 202);
  });

  it('a cookie that was made up, cut or doubled opens nothing', async () => {
    const caller = await remembered();
    const secret = /crew_device=([\w-]{43})/.exec(caller.cookie())?.[1] ?? '';
    for (const cookie of ['', secret.slice(1), `${secret}x`, 'x'.repeat(43), `..${'.x'.repeat(5000)}`]) {
      assert.equal(await signIn(server.withHeaders({ cookie: `crew_device=${cookie}` })), 202, cookie);
    }
    assert.equal(await signIn(server.withHeaders({ cookie: `crew_device=${secret}` })), 201);
  });

  it('a deployment may switch it off: nothing is remembered, and what was counts no more', async () => {
    const caller = await remembered();
    const strict = await startServer({
      ...{ store: server.store, scenario: null },
      config: { trustedDevices: false, identityPolicy: 'one_identity' },
    });
    strict.clock.advance(3600);
    const features = (await strict.anonymous().get('/capabilities')).json<{ features: string[] }>().features;
    assert.ok(!features.includes('trusted_devices') && features.includes('mfa'));
    const here = strict.withHeaders({ cookie: caller.cookie() });
    const { path } = await challenge(strict, manager, here);
    const answer = await here.post(path, { code: await codeNow(strict, mine.secret), trustDevice: true });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.getSetCookie().length, 1);
  });
});

describe('R61: a mailed code on a browser that is not known', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world, config: { emailCodeOnNewDevice: true } });
  });
  afterEach(() => server.close());

  async function mailed(): Promise<string> {
    await deliver(server);
    const mail = server.mails.at(-1);
    assert.equal(mail?.subject, 'Your sign-in code');
    assert.equal(mail.to, 'alpha.manager@alpha.test');
    return /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
  }

  it('is asked after the right password alone, and lets in', async () => {
    const wrong = await server.anonymous().post('/auth/sessions', { ...password, password: 'wrong' });
    assert.equal(wrong.status, 401);
    assert.equal(await server.store.read.outbox.count(), 0);
    const { caller, path, methods } = await challenge(server, manager);
    assert.deepEqual(methods, ['email_code']);
    const emailCode = await mailed();
    assert.equal((await caller.get('/me')).status, 401);
    assert.equal((await caller.post(path, { emailCode })).status, 200);
    assert.equal((await caller.get('/me')).status, 200);
    assert.equal((await caller.post(path, { emailCode })).problem().code, 'challenge_ended');
  });

  it('five wrong codes end it; the code of another sign-in is none', async () => {
    const first = await challenge(server, manager);
    const emailCode = await mailed();
    const second = await challenge(server, manager);
    const foreign = await second.caller.post(second.path, { emailCode });
    assert.equal(foreign.problem().code, 'email_code_wrong');
    for (let index = 0; index < 5; index += 1) await first.caller.post(first.path, { emailCode: '000000' });
    assert.equal((await first.caller.post(first.path, { emailCode })).problem().code, 'challenge_ended');
  });

  it('lives five minutes', async () => {
    const { caller, path } = await challenge(server, manager);
    const emailCode = await mailed();
    server.clock.advance(300);
    assert.equal((await caller.post(path, { emailCode })).problem().code, 'challenge_ended');
  });

  it('is not asked again on a browser that is remembered; the password is proof enough there', async () => {
    const { caller, path } = await challenge(server, manager);
    await caller.post(path, { emailCode: await mailed(), trustDevice: true });
    server.clock.advance(3600);
    assert.equal((await caller.post('/auth/sessions', password)).status, 201);
    assert.equal((await caller.post('/me/mfa/enrolments')).status, 201);
  });

  it('R62: with a factor on it is no second factor: it is not offered, and not taken', async () => {
    const { caller, path } = await challenge(server, manager);
    await caller.post(path, { emailCode: await mailed(), trustDevice: true });
    await enrol(server, caller);
    const { caller: again, path: next, methods } = await challenge(server, manager, caller);
    assert.deepEqual(methods, ['totp', 'recovery_code']);
    assert.equal((await again.post(next, { emailCode: '123456' })).problem().code, 'mfa_code_wrong');
  });

  it('no more than ten codes an hour fill a mailbox', async () => {
    for (let index = 0; index < 10; index += 1) await challenge(server, manager);
    const answer = await server.anonymous().post('/auth/sessions', password);
    assert.equal(answer.status, 429);
  });
});

describe('names of browsers', () => {
  for (const [userAgent, label] of [
    [agent, 'Firefox on Linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0 Safari/537.36 Edg/156.0', 'Edge on Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 'Safari on macOS'],
    ['Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/156.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) CriOS/156.0 Mobile Safari/604.1', 'Chrome on iPad'],
    ['curl/8.0', 'Browser'],
    [null, 'Browser'],
    [`<script>${'x'.repeat(1000)}`, 'Browser'],
  ] as const) {
    it(`${label}: ${String(userAgent).slice(0, 60)}`, () => {
      assert.equal(deviceLabel(userAgent), label);
    });
  }
});
