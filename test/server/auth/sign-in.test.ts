import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hashSecret } from '../../../server/services/secrets.js';
import { badInputs } from '../../support/bad-inputs.js';
import { demoPassword, startServer, userIdOf, type TestServer } from '../../support/server.js';
import { refused } from '../../support/invites.js';
import { world } from '../../support/world.js';

const signIn = (server: TestServer, username: string, password = demoPassword, peer?: string) =>
  server.anonymous().post('/auth/sessions', { username, password }, { peer });

describe('own sign-in', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ scenario: world });
  });
  after(() => server.close());

  it('answers 201 with the person and an HttpOnly cookie; only its hash is kept', async () => {
    const caller = server.anonymous();
    const answer = await caller.post('/auth/sessions', { username: 'alpha.owner', password: demoPassword });
    assert.equal(answer.status, 201);
    const { user, stepUpUntil } = answer.json<{
      user: { username: string; email: string };
      stepUpUntil: string;
    }>();
    assert.equal(user.username, 'alpha.owner');
    assert.equal(stepUpUntil, '2026-11-22T09:15:00.000Z');
    assert.doesNotMatch(answer.text, /password|hash/i);
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^crew_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const token = caller.cookie().replace('crew_session=', '');
    const rows = await server.store.read.sessions.find();
    assert.ok(rows.some(({ tokenHash }) => tokenHash === hashSecret('session', token)));
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  it('takes the username in any ASCII case, and with blanks around it from a paste', async () => {
    for (const username of ['ALPHA.Owner', '  alpha.owner ']) {
      assert.equal((await signIn(server, username)).status, 201, username);
    }
  });

  it('V05: takes whatever is typed as a name for one that nobody has', async () => {
    for (const username of ['alpha.owner\0', '\0', 'x'.repeat(20_000), '\u202E', '\uFFFF']) {
      refused(await signIn(server, username, demoPassword, '203.0.113.77'), 401, 'credentials-wrong');
      assert.equal(
        (await server.anonymous().post('/auth/password-resets', { username })).status,
        202,
        username,
      );
    }
  });

  it('answers a wrong password, an unknown name and a locked login alike', async () => {
    await server.store.transaction(async (tx) => {
      await tx.users.update(userIdOf('beta.manager'), { status: 'locked' });
    });
    const bodies = new Set<string>();
    for (const [username, password] of [
      ['alpha.owner', 'wrong'],
      ['nobody.at.all', demoPassword],
      ['beta.manager', demoPassword],
      ['alpha.owner@alpha.test', demoPassword],
      ['', ''],
    ] as const) {
      const answer = await signIn(server, username, password);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('set-cookie'), null);
      bodies.add(JSON.stringify({ ...answer.problem(), instance: '' }));
    }
    assert.equal(bodies.size, 1);
    assert.match([...bodies].join(), /credentials_wrong/);
  });

  it('logs who signed in, and a refusal without what was typed', async () => {
    const fresh = await startServer({ scenario: world });
    await signIn(fresh, 'my secret typed as a name', 'wrong');
    await signIn(fresh, 'alpha.owner');
    const lines = fresh.logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ event, userId }) => [event, userId]),
      [
        ['sign-in-refused', undefined],
        ['signed-in', userIdOf('alpha.owner')],
      ],
    );
    assert.doesNotMatch(fresh.logs.join(), /secret|northwind-demo|crew_session/);
    await fresh.close();
  });

  it('P18: does the same hashing for a name that does not exist', async () => {
    let verified = 0;
    const { passwordHash } = server.ports;
    const counting = {
      hash: (password: string) => passwordHash.hash(password),
      verify: (password: string, hash: string) => {
        verified += 1;
        return passwordHash.verify(password, hash);
      },
    };
    const watched = await startServer({ scenario: world, ports: { passwordHash: counting } });
    await signIn(watched, 'alpha.owner', 'wrong');
    assert.equal(verified, 1);
    await signIn(watched, 'nobody', 'wrong');
    assert.equal(verified, 2);
    await watched.close();
  });

  it('R51: compares the password in its normal form, uncut', async () => {
    const spelt = 'caf\u0065\u0301 au lait every morning';
    await server.store.transaction(async (tx) => {
      const passwordHash = await server.ports.passwordHash.hash(spelt.normalize('NFC'));
      await tx.users.update(userIdOf('gamma.owner'), { passwordHash });
    });
    assert.equal((await signIn(server, 'gamma.owner', spelt)).status, 201);
    assert.equal((await signIn(server, 'gamma.owner', spelt.normalize('NFC'))).status, 201);
    assert.equal((await signIn(server, 'gamma.owner', `${spelt} `)).status, 401);
  });

  for (const { id, why, value } of badInputs('password').filter(({ value }) => typeof value === 'string')) {
    it(`${id}: ${why}: is a wrong password, never an error`, async () => {
      const fresh = await startServer({ scenario: world });
      assert.equal(
        (await signIn(fresh, 'solo.owner', String(value))).status,
        value === demoPassword ? 201 : 401,
      );
      await fresh.close();
    });
  }

  it('R60: with a factor on, the password alone opens nothing', async () => {
    const withFactor = await startServer({ scenario: 'northwind' });
    const caller = withFactor.anonymous();
    const answer = await caller.post('/auth/sessions', { username: 'priya.nair', password: demoPassword });
    assert.equal(answer.status, 202);
    const pending = answer.json<{ challengeId: string; methods: string[]; expiresAt: string }>();
    assert.match(pending.challengeId, /^chl_/);
    assert.deepEqual(pending.methods, ['totp', 'recovery_code']);
    assert.equal(pending.expiresAt, '2026-11-22T09:05:00.000Z');
    assert.equal(caller.cookie(), '');
    assert.equal((await caller.get('/me')).status, 401);
    const password = { password: demoPassword };
    const wrong = await caller.post(`/auth/challenges/${pending.challengeId}`, password);
    assert.equal(wrong.problem().code, 'mfa_code_wrong');
    assert.equal(caller.cookie(), '');
    await withFactor.close();
  });
});

describe('budgets of sign-in (threat 8)', () => {
  const limits = { signInFailuresPerPair: 3, signInFailuresPerUser: 5, signInFailuresPerAddress: 6 };

  async function tries(server: TestServer, count: number, username: string, peer: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) {
      statuses.push((await signIn(server, username, 'wrong', peer)).status);
    }
    return statuses;
  }

  it('counts wrong passwords for a name from one address, and tells when to come back', async () => {
    const server = await startServer({ scenario: world, config: { limits } });
    assert.deepEqual(await tries(server, 4, 'alpha.owner', '192.0.2.1'), [401, 401, 401, 429]);
    const refused = await signIn(server, 'alpha.owner', demoPassword, '192.0.2.1');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '900');
    assert.equal(refused.problem().retryAfter, 900);
    assert.equal((await signIn(server, 'alpha.owner', demoPassword, '192.0.2.2')).status, 201);
    server.clock.advance(900);
    assert.equal((await signIn(server, 'alpha.owner', demoPassword, '192.0.2.1')).status, 201);
    await server.close();
  });

  it('counts for the name over all addresses, in any spelling', async () => {
    const server = await startServer({ scenario: world, config: { limits } });
    for (const [index, name] of [
      'alpha.owner',
      'ALPHA.OWNER',
      ' alpha.owner',
      'Alpha.Owner',
      'alpha.owner ',
    ].entries()) {
      assert.deepEqual(await tries(server, 1, name, `192.0.2.${String(index)}`), [401]);
    }
    assert.deepEqual(await tries(server, 1, 'alpha.owner', '192.0.2.50'), [429]);
    assert.deepEqual(await tries(server, 1, 'beta.owner', '192.0.2.50'), [401]);
    await server.close();
  });

  it('counts for the address over all names, known or not', async () => {
    const server = await startServer({ scenario: world, config: { limits } });
    const names = ['alpha.owner', 'beta.owner', 'nobody.1', 'nobody.2', 'nobody.3', 'nobody.4'];
    for (const name of names) assert.deepEqual(await tries(server, 1, name, '192.0.2.1'), [401]);
    assert.deepEqual(await tries(server, 1, 'gamma.owner', '192.0.2.1'), [429]);
    assert.deepEqual(await tries(server, 1, 'gamma.owner', '192.0.2.2'), [401]);
    await server.close();
  });

  it('right passwords spend nothing', async () => {
    const server = await startServer({ scenario: world, config: { limits } });
    for (let index = 0; index < 10; index += 1)
      assert.equal((await signIn(server, 'alpha.owner')).status, 201);
    assert.equal(await server.store.read.budgetEvents.count(), 0);
    await server.close();
  });

  it('a burst gets no more tries than the budget', async () => {
    const server = await startServer({ scenario: world, config: { limits } });
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(server, 'alpha.owner', 'wrong')),
    );
    assert.equal(answers.filter(({ status }) => status === 401).length, 3);
    assert.equal(answers.filter(({ status }) => status === 429).length, 27);
    await server.close();
  });
});
