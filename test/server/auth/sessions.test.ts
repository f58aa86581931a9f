import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { accountIdOf, demoPassword, startServer, userIdOf, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

describe('sessions', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  it('says who is signed in, and nobody after signing out', async () => {
    const caller = await server.as('alpha.owner');
    const current = await caller.get('/auth/sessions/current');
    assert.equal(current.status, 200);
    assert.equal(current.json<{ user: { username: string } }>().user.username, 'alpha.owner');
    const cookie = caller.cookie();
    const out = await caller.send('DELETE', '/auth/sessions/current');
    assert.equal(out.status, 204);
    assert.match(out.headers.get('set-cookie') ?? '', /^crew_session=; .*Max-Age=0/);
    assert.equal(caller.cookie(), '');
    const replay = await server.withHeaders({ cookie }).get('/auth/sessions/current');
    assert.equal(replay.status, 401);
  });

  it('ends after 30 minutes without use, and use keeps it going', async () => {
    const idle = await server.as('alpha.owner');
    const busy = await server.as('alpha.owner');
    for (let minute = 0; minute < 29; minute += 10) {
      server.clock.advance(600);
      if (minute < 20) assert.equal((await busy.get('/me')).status, 200);
    }
    assert.equal((await idle.get('/me')).status, 401);
    assert.equal((await busy.get('/me')).status, 200);
    server.clock.advance(30 * 60 - 1);
    assert.equal((await busy.get('/me')).status, 200);
    server.clock.advance(30 * 60);
    assert.equal((await busy.get('/me')).status, 401);
  });

  it('ends 12 hours after signing in, however busy', async () => {
    const caller = await server.as('alpha.owner');
    for (let quarter = 1; quarter < 48; quarter += 1) {
      server.clock.advance(900);
      assert.equal((await caller.get('/me')).status, 200);
    }
    server.clock.advance(899);
    assert.equal((await caller.get('/me')).status, 200);
    server.clock.advance(1);
    assert.equal((await caller.get('/me')).status, 401);
  });

  it('a new sign-in in the same browser ends the session before it', async () => {
    const caller = await server.as('alpha.owner');
    const before = caller.cookie();
    assert.equal(
      (await caller.post('/auth/sessions', { username: 'beta.owner', password: demoPassword })).status,
      201,
    );
    assert.notEqual(caller.cookie(), before);
    assert.equal((await server.withHeaders({ cookie: before }).get('/me')).status, 401);
    assert.equal((await caller.get('/me')).json<{ username: string }>().username, 'beta.owner');
  });

  it('stops at once when the login is locked', async () => {
    const caller = await server.as('alpha.owner');
    await server.store.transaction(async (tx) => {
      await tx.users.update(userIdOf('alpha.owner'), { status: 'locked' });
    });
    assert.equal((await caller.get('/me')).status, 401);
  });

  it('a half session opens nothing', async () => {
    const caller = await server.as('alpha.owner');
    await server.store.transaction(async (tx) => {
      await tx.sessions.updateWhere({ userId: userIdOf('alpha.owner') }, { kind: 'half' });
    });
    for (const path of ['/me', '/accounts', `/accounts/${accountIdOf('alpha')}/members`]) {
      assert.equal((await caller.get(path)).status, 401);
    }
  });

  it('reads its own cookie among others, and takes none of another name', async () => {
    const caller = await server.as('alpha.owner');
    const among = `theme=dark; ${caller.cookie()}; crew_session_old=x`;
    assert.equal((await server.withHeaders({ cookie: among }).get('/me')).status, 200);
    const renamed = caller.cookie().replace('crew_session', '__Host-crew_session');
    assert.equal((await server.withHeaders({ cookie: renamed }).get('/me')).status, 401);
  });
});

describe('R69: step-up', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const start = async (caller: Awaited<ReturnType<TestServer['as']>>) => {
    const answer = await caller.post('/auth/step-ups');
    assert.equal(answer.status, 201, answer.text);
    return answer.json<{ challengeId: string; methods: string[] }>();
  };
  const policy = { mfaPolicy: 'off' };
  const alpha = `/accounts/${accountIdOf('alpha')}`;

  it('is asked when the last proof is 15 minutes old, answered by password, and then the act goes through', async () => {
    const caller = await server.as('alpha.owner');
    server.clock.advance(15 * 60 - 1);
    assert.equal((await caller.patch(alpha, { mfaPolicy: 'encouraged' })).status, 200);
    server.clock.advance(1);
    const refused = await caller.patch(alpha, policy);
    assert.equal(refused.status, 401);
    assert.equal(refused.problem().code, 'step_up_required');
    const { challengeId, methods } = await start(caller);
    assert.deepEqual(methods, ['password']);
    const before = caller.cookie();
    const answer = await caller.post(`/auth/challenges/${challengeId}`, { password: demoPassword });
    assert.equal(answer.status, 200);
    assert.equal(answer.json<{ stepUpUntil: string }>().stepUpUntil, '2026-11-22T09:30:00.000Z');
    assert.notEqual(caller.cookie(), before, 'the reference changes with the privilege');
    assert.equal((await server.withHeaders({ cookie: before }).get('/me')).status, 401);
    assert.equal((await caller.patch(alpha, policy)).status, 200);
  });

  it('five wrong answers end the challenge, also for the right one', async () => {
    const caller = await server.as('alpha.owner');
    const { challengeId } = await start(caller);
    for (let left = 4; left >= 0; left -= 1) {
      const wrong = await caller.post(`/auth/challenges/${challengeId}`, { password: 'wrong' });
      assert.equal(wrong.status, 401);
      assert.equal(wrong.problem().code, 'credentials_wrong');
      assert.equal(wrong.problem().attemptsLeft, left);
    }
    const ended = await caller.post(`/auth/challenges/${challengeId}`, { password: demoPassword });
    assert.equal(ended.status, 410);
    assert.equal(ended.problem().code, 'challenge_ended');
  });

  it('new challenges give no new tries beyond the budget of the login', async () => {
    const caller = await server.as('alpha.owner');
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const { challengeId } = await start(caller);
      for (let index = 0; index < 4; index += 1) {
        statuses.push((await caller.post(`/auth/challenges/${challengeId}`, { password: 'wrong' })).status);
      }
    }
    assert.deepEqual(statuses, [...Array<number>(20).fill(401), ...Array<number>(4).fill(429)]);
  });

  it('belongs to the session that asked, lasts five minutes, and is answered once', async () => {
    const caller = await server.as('alpha.owner');
    const { challengeId } = await start(caller);
    const answer = (who: typeof caller) =>
      who.post(`/auth/challenges/${challengeId}`, { password: demoPassword });
    assert.equal((await answer(await server.as('beta.owner'))).status, 410);
    assert.equal((await answer(await server.as('alpha.owner'))).status, 410);
    assert.equal((await answer(server.anonymous())).status, 410);
    assert.equal((await answer(caller)).status, 200);
    assert.equal((await answer(caller)).status, 410);
    const later = await start(caller);
    server.clock.advance(5 * 60);
    const late = await caller.post(`/auth/challenges/${later.challengeId}`, { password: demoPassword });
    assert.equal(late.status, 410);
    const unknown = await caller.post('/auth/challenges/chl_0000000000000000000000', {
      password: demoPassword,
    });
    assert.equal(unknown.status, 410);
  });

  it('takes exactly one proof, and only one that was offered', async () => {
    const caller = await server.as('alpha.owner');
    const { challengeId } = await start(caller);
    const path = `/auth/challenges/${challengeId}`;
    for (const body of [
      {},
      { password: demoPassword, code: '123456' },
      { trustDevice: true },
      { password: null },
    ]) {
      assert.equal((await caller.post(path, body)).status, 422, JSON.stringify(body));
    }
    for (const body of [{ code: '123456' }, { recoveryCode: 'abcd' }, { emailCode: '123456' }]) {
      const answer = await caller.post(path, body);
      assert.equal(answer.problem().type, '/problems/code-invalid', JSON.stringify(body));
    }
  });

  it('a newer step-up of the same session ends the earlier one', async () => {
    const caller = await server.as('alpha.owner');
    const first = await start(caller);
    const second = await start(caller);
    const body = { password: demoPassword };
    assert.equal((await caller.post(`/auth/challenges/${first.challengeId}`, body)).status, 410);
    assert.equal((await caller.post(`/auth/challenges/${second.challengeId}`, body)).status, 200);
  });
});
