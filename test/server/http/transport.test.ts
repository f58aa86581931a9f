import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { StoreUnavailable, type Transaction } from '../../../server/stores/port.js';
import { createMemoryStore } from '../../../server/stores/memory/memory-store.js';
import { badInputs } from '../../support/bad-inputs.js';
import { accountIdOf, demoPassword, startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const alpha = accountIdOf('alpha');

describe('what every answer carries', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({
      scenario: world,
      config: { allowedOrigins: ['https://app.host.test'], allowedHosts: ['127.0.0.1:4400'] },
    });
  });
  after(() => server.close());

  it('sends the headers of a private API, with success and with failure', async () => {
    const owner = await server.as('alpha.owner');
    for (const answer of [
      await owner.get('/me'),
      await server.anonymous().get('/me'),
      await owner.get('/none'),
    ]) {
      const { headers } = answer;
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.match(
        headers.get('content-security-policy') ?? '',
        /default-src 'none'; frame-ancestors 'none'/,
      );
      assert.match(headers.get('vary') ?? '', /Authorization, Cookie/);
      assert.match(headers.get('x-request-id') ?? '', /^req_[0-9A-Za-z]{22}$/);
    }
  });

  it('keeps a harmless request id and replaces any other', async () => {
    const id = async (given: string) => {
      const answer = await server.anonymous().get('/me', { headers: { 'x-request-id': given } });
      assert.equal(answer.problem().instance, answer.headers.get('x-request-id'));
      return answer.headers.get('x-request-id');
    };
    assert.equal(await id('trace-1234'), 'trace-1234');
    for (const bad of ['short', '<script>alert(1)</script>', 'x'.repeat(65), 'with blank']) {
      assert.match((await id(bad)) ?? '', /^req_/);
    }
  });

  it('tags a resource with its version, and a view with its text', async () => {
    const owner = await server.as('alpha.owner');
    assert.equal((await owner.get(`/accounts/${alpha}`)).headers.get('etag'), '"v1"');
    const first = await owner.get(`/accounts/${alpha}/seats`);
    assert.match(first.headers.get('etag') ?? '', /^"[0-9a-f]{32}"$/);
    assert.equal(
      (await owner.get(`/accounts/${alpha}/seats`)).headers.get('etag'),
      first.headers.get('etag'),
    );
  });

  it('HD-018: refuses an unknown host, and answers health checks for any', async () => {
    const get = (path: string, host: string) =>
      server.app.fetch(new Request(`http://localhost:4400${path}`, { headers: { host } }));
    const refused = await get('/v1/capabilities', 'evil.test');
    assert.equal(refused.status, 421);
    assert.equal(((await refused.json()) as { type: string }).type, '/problems/host-refused');
    assert.equal((await get('/v1/capabilities', '127.0.0.1:4400')).status, 200);
    assert.equal((await get('/v1/capabilities', 'LOCALHOST:4400')).status, 200);
    assert.equal((await get('/healthz', '10.0.0.7')).status, 200);
    assert.equal((await get('/readyz', '10.0.0.7')).status, 200);
  });

  it('answers a preflight of the own and of listed origins only', async () => {
    const ask = (origin: string) =>
      server.app.fetch(
        new Request('http://localhost:4400/v1/me', { method: 'OPTIONS', headers: { origin } }),
      );
    const allowed = await ask('https://app.host.test');
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://app.host.test');
    assert.equal(allowed.headers.get('access-control-allow-credentials'), 'true');
    assert.match(
      allowed.headers.get('access-control-allow-headers') ?? '',
      /If-Match, Idempotency-Key, Cc-Account/,
    );
    assert.equal((await ask('http://localhost:4400')).status, 204);
    const refused = await ask('https://evil.test');
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
  });

  it('lets a listed page read answers and write, and lets no other page read', async () => {
    const owner = await server.as('alpha.owner');
    const from = async (origin: string) => owner.get('/me', { headers: { origin } });
    const listed = await from('https://app.host.test');
    assert.equal(listed.headers.get('access-control-allow-origin'), 'https://app.host.test');
    assert.match(listed.headers.get('access-control-expose-headers') ?? '', /ETag.*Retry-After/);
    assert.equal((await from('https://evil.test')).headers.get('access-control-allow-origin'), null);
    const headers = { origin: 'https://app.host.test', 'sec-fetch-site': 'cross-site' };
    assert.equal((await owner.patch('/me', { displayName: 'From elsewhere' }, { headers })).status, 200);
    const own = { origin: 'http://localhost:4400', 'sec-fetch-site': 'same-origin' };
    const version = (await owner.get('/me')).headers.get('etag') ?? '';
    const write = await owner.patch(
      '/me',
      { displayName: 'Here' },
      { headers: { ...own, 'if-match': version } },
    );
    assert.equal(write.status, 200);
    // No browser says so of the own pages, and the own origin in the list of others changes nothing.
    const server2 = await startServer({
      scenario: world,
      config: { allowedOrigins: ['http://localhost:4400'] },
    });
    const strange = { origin: 'http://localhost:4400', 'sec-fetch-site': 'cross-site' };
    const other = await (
      await server2.as('alpha.owner')
    ).patch('/me', { displayName: 'X' }, { headers: strange });
    assert.equal(other.problem().code, 'origin_refused');
    await server2.close();
  });

  it('HD-021: X-HTTP-Method-Override is ignored', async () => {
    const owner = await server.as('alpha.owner');
    const answer = await owner.get('/auth/sessions/current', {
      headers: { 'x-http-method-override': 'DELETE' },
    });
    assert.equal(answer.status, 200);
    assert.equal((await owner.get('/me')).status, 200);
  });

  it('answers an unknown path and a method a path does not have with not-found', async () => {
    const owner = await server.as('alpha.owner');
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['GET', '/v2/me'],
      ['PUT', '/me'],
      ['PATCH', '/accounts'],
    ] as const) {
      const answer = await owner.send(method, path);
      assert.equal(answer.status, 404, `${method} ${path}`);
      assert.equal(answer.problem().type, '/problems/not-found');
    }
  });

  it('every row of protocolHeader has a test, here or in the files of its subject', () => {
    const covered = [
      '001',
      '003',
      '005',
      '006',
      '008',
      '010',
      '011',
      '013',
      '015',
      '016',
      '018',
      '020',
      '021',
    ];
    assert.deepEqual(
      badInputs('protocolHeader').map(({ id }) => id),
      covered.map((number) => `HD-${number}`),
    );
  });
});

describe('R93: the address of the caller', () => {
  const failed = async (server: TestServer, headers: Record<string, string>, peer: string) => {
    const body = { username: 'alpha.owner', password: 'wrong' };
    return (await server.anonymous().post('/auth/sessions', body, { headers, peer })).status;
  };

  it('HD-020: without trusted proxies X-Forwarded-For chooses no budget', async () => {
    const server = await startServer({ scenario: world, config: { limits: { signInFailuresPerPair: 3 } } });
    for (let index = 0; index < 3; index += 1) {
      assert.equal(
        await failed(server, { 'x-forwarded-for': `203.0.113.${String(index)}` }, '192.0.2.9'),
        401,
      );
    }
    assert.equal(await failed(server, { 'x-forwarded-for': '203.0.113.99' }, '192.0.2.9'), 429);
    assert.equal(await failed(server, {}, '192.0.2.10'), 401);
    await server.close();
  });

  it('behind one trusted proxy only the hop it added counts', async () => {
    const config = { trustedHops: 1, limits: { signInFailuresPerPair: 2 } };
    const server = await startServer({ scenario: world, config });
    const through = (forged: string, real: string) =>
      failed(server, { 'x-forwarded-for': `${forged}, ${real}` }, '10.0.0.1');
    assert.equal(await through('203.0.113.1', '198.51.100.7'), 401);
    assert.equal(await through('203.0.113.2', '198.51.100.7'), 401);
    assert.equal(await through('203.0.113.3', '198.51.100.7'), 429);
    assert.equal(await through('203.0.113.3', '198.51.100.8'), 401);
    await server.close();
  });
});

describe('https', () => {
  it('names the cookie __Host-, keeps it from scripts and plain connections, and asks for https', async () => {
    const server = await startServer({ scenario: world, config: { publicUrl: 'https://crew.example.test' } });
    const body = { username: 'alpha.owner', password: demoPassword };
    const answer = await server.anonymous().post('/auth/sessions', body);
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(
      cookie,
      /^__Host-crew_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    );
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=31536000/);
    await server.close();
  });
});

describe('V06: a store that cannot answer', () => {
  it('is 503 with Retry-After, turns readiness red, and tells nothing more', async () => {
    const store = createMemoryStore();
    const server = await startServer({ scenario: world, store });
    await store.close();
    for (const path of ['/readyz', '/v1/auth/sessions/current']) {
      const answer = await server.anonymous().get(path, { headers: { cookie: 'crew_session=x' } });
      assert.equal(answer.status, 503, path);
      assert.equal(answer.problem().type, '/problems/unavailable');
      assert.equal(answer.headers.get('retry-after'), '2');
    }
    assert.equal((await server.anonymous().get('/healthz')).status, 200);
    assert.ok(server.logs.some((line) => line.includes('store-unavailable')));
  });

  it('a fault of our own is logged with its request id, and answered without its text', async () => {
    const store = createMemoryStore();
    const server = await startServer({ scenario: world, store });
    store.read.users.first = () => Promise.reject(new Error('secret detail'));
    const answer = await server.anonymous().post('/auth/sessions', { username: 'a', password: 'b' });
    assert.equal(answer.status, 503);
    assert.doesNotMatch(answer.text, /secret detail/);
    const line = server.logs.find((entry) => entry.includes('unexpected')) ?? '';
    assert.match(line, /secret detail/);
    assert.match(line, new RegExp(answer.problem().instance));
  });

  it('a write that the store refuses is not half done', async () => {
    const store = createMemoryStore();
    const server = await startServer({ scenario: world, store });
    const owner = await server.as('alpha.owner');
    const { transaction } = store;
    let calls = 0;
    store.transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
      calls += 1;
      if (calls === 1) throw new StoreUnavailable('no room');
      return transaction.call(store, work) as Promise<T>;
    };
    const refused = await owner.patch('/me', { displayName: 'Never' });
    assert.equal(refused.status, 503);
    store.transaction = transaction;
    assert.equal((await owner.get('/me')).json<{ displayName: string }>().displayName, 'owner of alpha');
    await server.close();
  });
});
