import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CcError, TokenReason } from '../../src/client/index.js';
import { createTokens } from '../../src/client/tokens.js';
import { settle } from '../support/fake-clock.js';
import { accountId, bench, json, outcome, problem } from './wire.js';

const me = { id: 'usr_1', version: 1 };
const bearer = (request: Request) => request.headers.get('authorization');

/** A `getToken` that counts: t1, t2, … */
function counting() {
  const reasons: TokenReason[] = [];
  return { reasons, getToken: async ({ reason }: { reason: TokenReason }) => `t${reasons.push(reason)}` };
}

/** A backend that takes only these tokens. */
const takes =
  (...tokens: string[]) =>
  (request: Request) =>
    tokens.some((token) => bearer(request) === `Bearer ${token}`) ? json(me) : problem('unauthenticated');

async function kindOf(promise: Promise<unknown>): Promise<string | undefined> {
  const result = await outcome(promise);
  return 'error' in result ? (result.error as CcError).kind : undefined;
}

test('nothing is asked before the first call; all first calls share one question', async () => {
  const { reasons, getToken } = counting();
  const { client, wire } = bench(takes('t1'), { getToken });
  await settle();
  assert.deepEqual(reasons, []);
  await Promise.all([client.me.get(), client.me.get(), client.me.get()]);
  assert.deepEqual(reasons, ['first']);
  assert.deepEqual(wire.requests.map(bearer), ['Bearer t1', 'Bearer t1', 'Bearer t1']);
});

test('N04: 100 calls that meet 401 lead to one question, and all continue', async () => {
  const { reasons, getToken } = counting();
  let valid = 't1';
  const { client, wire, told } = bench((request) => takes(valid)(request), { getToken });
  await client.me.get();
  valid = 't2';
  const results = await Promise.all(Array.from({ length: 100 }, () => client.me.get()));
  assert.equal(results.length, 100);
  assert.deepEqual(reasons, ['first', 'expired']);
  assert.equal(wire.requests.length, 201);
  assert.deepEqual(told, []);
});

test('a token that never worked is told as refused, one that did as expired', async () => {
  const { reasons, getToken } = counting();
  const { client } = bench(takes('t2'), { getToken });
  await client.me.get();
  assert.deepEqual(reasons, ['first', 'refused']);
});

test('a late 401 for an old token does not ask again: the newer one is used', async () => {
  const { reasons, getToken } = counting();
  let late = (_: Response) => undefined as void;
  const held = new Promise<Response>((done) => (late = done));
  let valid = 't1';
  const { client } = bench((request, number) => (number === 2 ? held : takes(valid)(request)), { getToken });
  await client.me.get();
  valid = 't2';
  const slow = client.me.get();
  await settle();
  await client.me.get();
  late(problem('unauthenticated'));
  assert.equal((await slow).id, 'usr_1');
  assert.deepEqual(reasons, ['first', 'expired']);
});

test('null means cookies: no authorization header, and a 401 is final', async () => {
  const { client, wire, told } = bench(() => problem('unauthenticated'), { getToken: () => null });
  assert.equal(await kindOf(client.me.get()), 'unauthenticated');
  assert.equal(wire.header(1, 'authorization'), null);
  assert.equal(wire.requests.length, 1);
  assert.deepEqual(told, ['signed-out', 'failure']);
});

test('N05: a refresh that meets 401 tells signed-out once for all calls', async () => {
  const reasons: TokenReason[] = [];
  const { client, told } = bench(() => problem('unauthenticated'), {
    getToken: async ({ reason }) => {
      if (reasons.push(reason) === 1) return 't1';
      throw Object.assign(new Error('session over'), { response: { status: 401 } });
    },
  });
  const kinds = await Promise.all(Array.from({ length: 20 }, () => kindOf(client.me.get())));
  assert.deepEqual(new Set(kinds), new Set(['unauthenticated']));
  assert.equal(told.filter((type) => type === 'signed-out').length, 1);
  await kindOf(client.me.get());
  assert.equal(told.filter((type) => type === 'signed-out').length, 1, 'still the same absence');
});

test('N05: a fresh token that is refused as well tells signed-out once', async () => {
  const { getToken } = counting();
  const { client, told, wire } = bench(() => problem('unauthenticated'), { getToken });
  await Promise.all([kindOf(client.me.get()), kindOf(client.me.get())]);
  assert.equal(told.filter((type) => type === 'signed-out').length, 1);
  assert.equal(wire.requests.length, 4);
});

test('signed-out is told again after somebody was known in between', async () => {
  let known = false;
  const { client, told } = bench(() => (known ? json(me) : problem('unauthenticated')));
  const signedOut = () => told.filter((type) => type === 'signed-out').length;
  await kindOf(client.me.get());
  known = true;
  await client.me.get();
  known = false;
  await kindOf(client.me.get());
  assert.equal(signedOut(), 2);
});

test('N06: a refresh that answers after sign-out is ignored, and its call ends', async () => {
  let give = (_: string) => undefined as void;
  let asked: AbortSignal | undefined;
  const { client, wire } = bench(
    (request) => (request.method === 'DELETE' ? new Response(null, { status: 204 }) : takes('t1')(request)),
    {
      getToken: ({ reason, signal }) => {
        if (reason === 'first') return wire.requests.length === 0 ? 'old' : 't1';
        asked = signal;
        return new Promise((done) => (give = done));
      },
    },
  );
  const call = kindOf(client.me.get());
  await settle();
  await client.auth.signOut();
  assert.equal(asked?.aborted, true);
  assert.equal(await call, 'aborted');
  give('stale');
  await settle();
  await client.me.get();
  assert.equal(bearer(wire.requests.at(-1) as Request), 'Bearer t1');
});

test('a retry never goes out under the name of whoever signed in meanwhile', async () => {
  let person = 'maya';
  const { client, clock, wire } = bench(
    (request) => (request.method === 'DELETE' ? new Response(null, { status: 204 }) : problem('unavailable')),
    { getToken: () => person },
  );
  const call = kindOf(
    client.invitations.create(accountId, { email: 'a@b.test', roleId: 'campaign_creator' }),
  );
  await settle();
  await client.auth.signOut();
  person = 'daniel';
  await clock.drain();
  assert.equal(await call, 'aborted');
  assert.equal(wire.requests.filter((request) => bearer(request) === 'Bearer daniel').length, 0);
});

test('step-up asks for a fresh proof and repeats the call once, also a write without a key', async () => {
  const { reasons, getToken } = counting();
  const { client, wire } = bench(
    (request) => (bearer(request) === 'Bearer t2' ? json({ id: 'mem_1' }) : problem('step-up-required')),
    { getToken },
  );
  await client.members.setRole(accountId, { id: 'mem_1', version: 1 }, 'campaign_creator');
  assert.deepEqual(reasons, ['first', 'step-up']);
  assert.equal(wire.requests.length, 2);
});

test('step-up without another token is told to the person, and nobody is signed out', async () => {
  const { client, told } = bench(() => problem('step-up-required'));
  assert.equal(
    await kindOf(client.members.remove(accountId, { id: 'mem_1', version: 1 })),
    'step-up-required',
  );
  assert.deepEqual(told, ['failure']);
});

for (const [what, cause, kind] of [
  ['has no network', new TypeError('fetch failed'), 'offline'],
  ['breaks', new Error('bug in the host'), 'unavailable'],
  ['meets 503', Object.assign(new Error('down'), { status: 503 }), 'unavailable'],
] as const) {
  test(`a getToken that ${what} fails the call as ${kind} and signs nobody out`, async () => {
    const { client, clock, told, wire } = bench(() => json(me), { getToken: () => Promise.reject(cause) });
    const call = kindOf(client.me.get());
    await clock.drain();
    assert.equal(await call, kind);
    assert.deepEqual(told, ['failure']);
    assert.equal(wire.requests.length, 0);
  });
}

test('a getToken that never answers costs a call its 30 s, and is not asked twice', async () => {
  let asked = 0;
  const { client, clock } = bench(() => json(me), { getToken: () => new Promise(() => void (asked += 1)) });
  const calls = [kindOf(client.me.get()), kindOf(client.me.get())];
  await clock.drain();
  assert.deepEqual(await Promise.all(calls), ['timeout', 'timeout']);
  assert.equal(asked, 1);
});

test('a look-up needs nobody: its 401 neither asks for a token nor signs out', async () => {
  const { client, told } = bench(() => problem('unauthenticated'));
  assert.equal(await client.auth.session(), null);
  assert.deepEqual(told, []);
  assert.equal(await kindOf(client.invitations.lookup('cci_x')), 'unauthenticated');
  assert.deepEqual(told, ['failure']);
});

test('a late refusal of the person before does not sign the present one out', async () => {
  let expired = 0;
  const tokens = createTokens(
    () => 'present',
    () => (expired += 1),
  );
  const before = tokens.identity();
  tokens.forget();
  await tokens.current();
  const now = tokens.identity();
  tokens.expire(before);
  assert.deepEqual([expired, now.aborted], [0, false]);
  tokens.expire(now);
  assert.deepEqual([expired, now.aborted], [1, true]);
});

test('P22: in 2,000 interleavings the newest question wins, however late older ones are answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
      async (s, needs) => {
        const given: string[] = [];
        const tokens = createTokens(
          ({ reason }) => {
            const name = `${given.push(reason)}-${reason}`;
            return s.schedule(Promise.resolve(name));
          },
          () => assert.fail('nobody signs out here'),
        );
        const start = await s.waitFor(tokens.current());
        const asked = needs.map((stepUp) => tokens.renew(start, stepUp));
        const [plain, fresh] = [needs.includes(false), needs.includes(true)];
        await s.waitFor(Promise.all(asked));
        // One question per kind of need, and what is used afterwards came from the question asked last.
        assert.equal(given.length, 1 + Number(plain) + Number(fresh));
        assert.equal(await tokens.current(), `${given.length}-${given.at(-1)}`);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('P22: sign-out at any moment leaves no token of the person before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 3 }), async (s, steps) => {
      let person = 'maya';
      const tokens = createTokens(
        () => s.schedule(Promise.resolve(person)),
        () => undefined,
      );
      const before = [outcome(tokens.current()), outcome(tokens.renew('old', true))];
      await settle(1);
      for (let step = 0; step < steps && s.count() > 0; step++) await s.waitOne();
      tokens.forget();
      person = 'daniel';
      assert.equal(await s.waitFor(tokens.current()), 'daniel');
      await s.waitFor(Promise.all(before));
      assert.equal(await tokens.current(), 'daniel');
    }),
    { numRuns: 1_000 },
  );
});
