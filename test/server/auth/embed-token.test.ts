import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { accountIdOf, startServer, userIdOf, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const secret = 'a shared secret of thirty-two bytes';
const embed = { issuer: 'https://host.test', audience: 'crew', secret };
/** 2026-11-22T09:00:00Z, where the test clock stands. */
const now = Date.parse('2026-11-22T09:00:00Z') / 1000;
const good: JWTPayload = {
  iss: embed.issuer,
  aud: embed.audience,
  sub: userIdOf('alpha.owner'),
  iat: now,
  exp: now + 600,
  auth_time: now,
};

const hs256 = (claims: JWTPayload, key = secret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

describe('embed tokens with a shared secret', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ scenario: world, config: { embed } });
    await server.store.transaction(async (tx) => {
      await tx.users.update(userIdOf('beta.owner'), { externalId: 'host-user-7' });
      await tx.users.update(userIdOf('gamma.owner'), { status: 'locked' });
    });
  });
  after(() => server.close());

  const bearer = (token: string) => server.withHeaders({ authorization: `Bearer ${token}` });
  const status = async (claims: JWTPayload) => (await bearer(await hs256(claims)).get('/me')).status;

  it('speaks for the user that the host names, by our id or by its own', async () => {
    const mine = await bearer(await hs256(good)).get('/me');
    assert.equal(mine.json<{ username: string }>().username, 'alpha.owner');
    const theirs = await bearer(await hs256({ ...good, sub: 'host-user-7' })).get('/me');
    assert.equal(theirs.json<{ username: string }>().username, 'beta.owner');
  });

  it('counts before a cookie that came along', async () => {
    const cookie = (await server.as('beta.owner')).cookie();
    const both = server.withHeaders({ authorization: `Bearer ${await hs256(good)}`, cookie });
    assert.equal((await both.get('/me')).json<{ username: string }>().username, 'alpha.owner');
  });

  const wrong: Readonly<Record<string, JWTPayload>> = {
    'another issuer': { ...good, iss: 'https://other.test' },
    'another audience': { ...good, aud: 'other' },
    'no issuer': { ...good, iss: undefined },
    'no subject': { ...good, sub: undefined },
    'an empty subject': { ...good, sub: '' },
    'an unknown subject': { ...good, sub: 'usr_0000000000000000000000' },
    'a locked user': { ...good, sub: userIdOf('gamma.owner') },
    'no expiry': { ...good, exp: undefined },
    'no issue time': { ...good, iat: undefined },
    'more than ten minutes of life': { ...good, exp: now + 601 },
    'an end more than 30 s ago': { ...good, iat: now - 300, exp: now - 31 },
    'a start more than 30 s ahead': { ...good, iat: now + 31, exp: now + 300 },
    'a later not-before': { ...good, nbf: now + 31 },
    'an account that is no id': { ...good, acc: 'acc_1' },
    'a proof time that is no number': { ...good, auth_time: 'now' },
  };
  for (const [name, claims] of Object.entries(wrong)) {
    it(`refuses ${name}`, async () => assert.equal(await status(claims), 401));
  }

  it('bears 30 seconds of difference between two clocks', async () => {
    assert.equal(await status({ ...good, iat: now - 300, exp: now - 29 }), 200);
    assert.equal(await status({ ...good, iat: now + 30, exp: now + 600 }), 200);
  });

  it('threat 13: refuses other keys, other algorithms, none, and any flipped bit', async () => {
    const refused = async (token: string) => assert.equal((await bearer(token).get('/me')).status, 401);
    await refused(await hs256(good, 'another secret of thirty-two bytes'));
    await refused(await hs256(good, secret.padEnd(64, '!'), 'HS512'));
    await refused(await hs256(good, secret, 'HS384').catch(() => 'x.y.z'));
    await refused(new UnsecuredJWT(good).encode());
    const { privateKey } = await generateKeyPair('ES256');
    await refused(await new SignJWT(good).setProtectedHeader({ alg: 'ES256' }).sign(privateKey));
    const token = await hs256(good);
    for (let at = 0; at < token.length - 1; at += 3) {
      if (token.charAt(at) === '.') continue;
      const other = token.charAt(at) === 'A' ? 'B' : 'A';
      await refused(token.slice(0, at) + other + token.slice(at + 1));
    }
  });

  it('the claim acc limits the token to one account and its children', async () => {
    const agency = { ...good, sub: userIdOf('agency.owner') };
    const get = async (acc: string, account: string) =>
      (
        await bearer(await hs256({ ...agency, acc: accountIdOf(acc) })).get(
          `/accounts/${accountIdOf(account)}`,
        )
      ).status;
    assert.equal(await get('agency', 'agency'), 200);
    assert.equal(await get('agency', 'alpha'), 200);
    assert.equal(await get('alpha', 'alpha'), 200);
    assert.equal(await get('alpha', 'beta'), 404);
    assert.equal(await get('alpha', 'agency'), 404);
    const limited = bearer(await hs256({ ...agency, acc: accountIdOf('alpha') }));
    const list = (await limited.get('/accounts')).json<{ items: { id: string }[] }>().items;
    assert.deepEqual(
      list.map(({ id }) => id),
      [accountIdOf('alpha')],
    );
    const mine = (await limited.get('/me/memberships')).json<{ items: { account: { id: string } }[] }>()
      .items;
    assert.deepEqual(
      mine.map(({ account }) => account.id),
      [accountIdOf('alpha')],
    );
  });

  it('R69: step-up looks at auth_time, and starts at the host', async () => {
    const path = `/accounts/${accountIdOf('alpha')}/members/${memberOf('alpha.spare')}`;
    const change = async (claims: JWTPayload) => {
      const caller = bearer(await hs256(claims));
      return caller.patch(path, { status: 'suspended' });
    };
    for (const authTime of [now - 900, undefined, 0, -5]) {
      const answer = await change({ ...good, auth_time: authTime });
      assert.equal(answer.problem().code, 'step_up_required', String(authTime));
    }
    const caller = bearer(await hs256(good));
    assert.equal((await caller.post('/auth/step-ups')).status, 403);
    assert.equal((await change({ ...good, auth_time: now - 899 })).status, 200);
  });

  it('a proof that claims to be from the future is as fresh as now', async () => {
    const caller = bearer(await hs256({ ...good, auth_time: now + 100_000 }));
    const { stepUpUntil } = (await caller.get('/auth/sessions/current')).json<{ stepUpUntil: string }>();
    assert.equal(stepUpUntil, '2026-11-22T09:15:00.000Z');
  });

  it('R92: with an embed token only the path counts', async () => {
    const caller = bearer(await hs256(good));
    const headers = { 'cc-account': accountIdOf('beta') };
    const answer = await caller.patch(
      `/accounts/${accountIdOf('alpha')}`,
      { name: 'Account alpha' },
      { headers },
    );
    assert.equal(answer.status, 200);
  });

  it('without configuration every token is refused', async () => {
    const plain = await startServer({ scenario: world });
    const caller = plain.withHeaders({ authorization: `Bearer ${await hs256(good)}` });
    assert.equal((await caller.get('/me')).status, 401);
    await plain.close();
  });
});

describe('embed tokens with a key set', () => {
  let keySet: Server;
  let server: TestServer;
  let requests = 0;
  let failing = false;
  const keys: Record<string, CryptoKey> = {};

  before(async () => {
    const published: object[] = [];
    for (const alg of ['ES256', 'EdDSA', 'RS256', 'ES384']) {
      const pair = await generateKeyPair(alg, { extractable: true });
      keys[alg] = pair.privateKey;
      published.push({ ...(await exportJWK(pair.publicKey)), kid: alg, alg, use: 'sig' });
    }
    keySet = createServer((_request, response) => {
      requests += 1;
      response.writeHead(failing ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: published }));
    });
    await new Promise<void>((resolve) => keySet.listen(0, '127.0.0.1', resolve));
    server = await startWith();
  });
  after(async () => {
    keySet.close();
    await server.close();
  });

  function startWith(): Promise<TestServer> {
    const { port } = keySet.address() as AddressInfo;
    const jwksUrl = `http://127.0.0.1:${String(port)}/keys`;
    const config = { embed: { issuer: embed.issuer, audience: embed.audience, jwksUrl } };
    return startServer({ scenario: world, config });
  }

  async function tokenOf(alg: string): Promise<string> {
    const key = keys[alg];
    assert.ok(key);
    return new SignJWT(good).setProtectedHeader({ alg, kid: alg }).sign(key);
  }

  it('takes ES256, EdDSA and RS256, and fetches the keys once', async () => {
    for (const alg of ['ES256', 'EdDSA', 'RS256']) {
      const answer = await server.withHeaders({ authorization: `Bearer ${await tokenOf(alg)}` }).get('/me');
      assert.equal(answer.status, 200, alg);
    }
    assert.equal(requests, 1);
  });

  it('threat 13: refuses other algorithms, and HS256 with a public key', async () => {
    const forged = await hs256(
      good,
      JSON.stringify(await exportJWK((await generateKeyPair('RS256')).publicKey)),
    );
    for (const token of [await tokenOf('ES384'), forged]) {
      assert.equal((await server.withHeaders({ authorization: `Bearer ${token}` }).get('/me')).status, 401);
    }
  });

  it('is 503, not 401, while the key set cannot be had', async () => {
    failing = true;
    const other = await startWith();
    const caller = other.withHeaders({ authorization: `Bearer ${await tokenOf('ES256')}` });
    const answer = await caller.get('/me');
    assert.equal(answer.status, 503);
    assert.ok(answer.headers.get('retry-after'));
    failing = false;
    await other.close();
  });
});
