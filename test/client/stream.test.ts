import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createClient, type CcClient, type CcFacts, type LiveState } from '../../src/client/index.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../support/server.js';
import { unlink, world } from '../support/world.js';

const alpha = accountIdOf('alpha');
const account = `/accounts/${alpha}`;
type Changed = CcFacts['live.changed'];

describe('following an account', () => {
  let server: TestServer;
  let login: Caller;
  let client: CcClient;
  let told: Changed[];
  let states: LiveState[];
  let ends: (() => void)[];
  /** What stands between page and backend; answers in its place where it wants to. */
  let between: (request: Request) => Response | Error | undefined;
  let requests: Request[];

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    login = await server.as('alpha.owner');
    [told, states, ends, requests] = [[], [], [], []];
    between = () => undefined;
    client = page(login);
    client.subscribe('live.changed', (change) => told.push(change));
  });
  afterEach(async () => {
    for (const end of ends) end();
    await server.close();
  });

  function page(caller: Caller): CcClient {
    return createClient({
      baseUrl: `${server.config.publicUrl}/v1`,
      clock: server.clock,
      random: { bytes: (count) => new Uint8Array(count).fill(255) },
      async fetch(input, init) {
        const request = new Request(input, init);
        if (request.url.endsWith('/events')) requests.push(request);
        const own = between(request);
        if (own instanceof Error) throw own;
        if (own) return own;
        request.headers.set('cookie', caller.cookie());
        return server.app.fetch(request, '192.0.2.1');
      },
    });
  }

  const follow = (options: Parameters<CcClient['audit']['stream']>[1] = {}) => {
    const end = client.audit.stream(alpha, { onState: (state) => states.push(state), ...options });
    ends.push(end);
    return end;
  };
  async function until(what: () => boolean): Promise<void> {
    while (!what()) await new Promise((resolve) => setImmediate(resolve));
  }
  /** Lets the time of pauses pass until something is true. */
  async function passUntil(what: () => boolean, seconds = 1): Promise<void> {
    while (!what()) {
      await new Promise((resolve) => setImmediate(resolve));
      server.clock.advance(seconds);
    }
  }
  const rename = async (name: string) => {
    const partner = await server.as('agency.owner');
    assert.equal((await partner.patch(account, { name })).status, 200);
  };

  it('tells as facts what somebody else changes', async () => {
    follow();
    await until(() => states.includes('live'));
    await rename('Renamed elsewhere');
    await until(() => told.length > 0);
    assert.deepEqual(told, [{ accountId: alpha, kind: 'account', id: alpha, version: 2 }]);
    assert.equal(requests[0]?.headers.get('accept'), 'text/event-stream');
  });

  it('P23: comes back after a break where it was, and misses nothing', async () => {
    follow();
    await until(() => states.includes('live'));
    await rename('One');
    await until(() => told.length === 1);
    server.app.stop();
    await until(() => requests.length === 1);
    // Another process takes over; the same store behind it.
    const second = await startServer({ scenario: null, store: server.store });
    between = () => undefined;
    await rename('Two');
    server.app = second.app;
    await passUntil(() => told.length === 2);
    assert.match(requests.at(-1)?.headers.get('last-event-id') ?? '', /^\d+$/);
    assert.equal(told[1]?.version, 3);
    assert.ok(!states.includes('off'));
  });

  it('polls while there is no stream: everything is to be read again, every 30 s at most', async () => {
    const started = server.clock.now().getTime();
    between = (request) => (request.url.endsWith('/events') ? new TypeError('Failed to fetch') : undefined);
    follow();
    await passUntil(() => told.length === 3);
    assert.deepEqual(states, ['polling']);
    assert.deepEqual(new Set(told.map(({ kind }) => kind)), new Set(['everything']));
    const seconds = (server.clock.now().getTime() - started) / 1000;
    assert.ok(seconds >= 90 && seconds < 240, String(seconds));
    assert.ok(requests.length < 12, `${String(requests.length)} tries`);
    between = () => undefined;
    await passUntil(() => states.includes('live'));
  });

  it('R09: an answer that is no stream of events is no stream', async () => {
    between = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    follow();
    await passUntil(() => told.length === 1);
    assert.deepEqual(states, ['polling']);
  });

  it('a stream without a sign of life for 45 s is broken', async () => {
    const silent = () =>
      new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });
    between = () => silent();
    follow();
    await until(() => requests.length === 1);
    await passUntil(() => requests.length === 2);
    assert.ok(requests.length >= 2);
  });

  it('ends for good where access was lost', async () => {
    login = await server.as('agency.partner');
    client = page(login);
    follow();
    await until(() => states.includes('live'));
    await unlink(server.store, 'alpha');
    await passUntil(() => states.includes('off'));
    assert.equal(states.at(-1), 'off');
    const tries = requests.length;
    server.clock.advance(600);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(requests.length, tries);
  });

  it('tells to read everything again after a number that is too old', async () => {
    follow({ resume: { lastEventId: '999999' } });
    await until(() => told.length > 0);
    assert.equal(told[0]?.kind, 'everything');
  });

  it('leaves nothing running when it is ended', async () => {
    const end = follow();
    await until(() => states.includes('live'));
    end();
    await until(() => server.clock.waiting === 0);
    assert.deepEqual(states, ['live']);
  });
});
