import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CcClient, CcError } from '../../src/client/index.js';
import { retryLimits } from '../../src/client/limits.js';
import { limits } from '../../src/domain/index.js';
import { readRetryAfter, retryDelay } from '../../src/client/retry.js';
import { accountId, bench, json, networkError, outcome, problem, type Answer } from './wire.js';

const member = { id: 'mem_1', version: 3 };
const draft = { email: 'tess@harbourlane.test', roleId: 'campaign_creator' } as const;
const created = { id: 'inv_1', url: 'https://crew.test/accept#cci_x', version: 1 };

const calls = {
  'a read': (client: CcClient) => client.members.get(accountId, 'mem_1'),
  'a keyed write': (client: CcClient) => client.invitations.create(accountId, draft),
  'a write without a key': (client: CcClient) => client.members.setStatus(accountId, member, 'suspended'),
  'a look-up': (client: CcClient) => client.invitations.lookup('cci_x'),
  'a sign-in': (client: CcClient) => client.auth.signIn({ username: 'maya', password: 'x' }),
};
type CallName = keyof typeof calls;

const repeated: CallName[] = ['a read', 'a keyed write', 'a look-up'];
const passing: Record<string, () => Answer> = {
  'no network': () => networkError(),
  'status 408': () => new Response('', { status: 408 }),
  'status 429': () => problem('rate-limited'),
  'status 500': () => new Response('', { status: 500 }),
  'status 502': () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
  'status 503': () => problem('unavailable'),
  'status 504': () => new Response('', { status: 504 }),
  'a request still running': () => problem('idempotency-in-progress'),
};
const final: Record<string, () => Answer> = {
  'status 403': () => problem('forbidden'),
  'status 404': () => problem('not-found'),
  'status 409': () => problem('seat-limit-reached'),
  'status 412': () => problem('stale-version'),
  'status 422': () => problem('email-invalid'),
  'status 501': () => new Response('', { status: 501 }),
  'a reused key': () => problem('idempotency-key-reused'),
};

function answerTo(): Response {
  return json({ ...created, accountName: 'Bluebird Dental', user: { id: 'usr_1' } });
}

for (const [name, call] of Object.entries(calls) as [CallName, (client: CcClient) => Promise<unknown>][]) {
  for (const [what, fault] of Object.entries(passing)) {
    const again = repeated.includes(name);
    test(`P23: ${name} is ${again ? '' : 'not '}repeated after ${what}`, async () => {
      const { client, clock, wire } = bench((_, number) => (number === 1 ? fault() : answerTo()));
      const result = outcome(call(client));
      await wire.started();
      await clock.drain();
      assert.equal('value' in (await result), again);
      assert.equal(wire.requests.length, again ? 2 : 1);
    });
  }
  for (const [what, fault] of Object.entries(final)) {
    test(`P23: ${name} is not repeated after ${what}`, async () => {
      const { client, clock, wire } = bench(() => fault());
      const result = outcome(call(client));
      await wire.started();
      await clock.drain();
      assert.ok('error' in (await result));
      assert.equal(wire.requests.length, 1);
    });
  }
}

test('R35: all tries of one call carry the same key, two calls do not, a given key is kept', async () => {
  const { client, clock, wire } = bench((_, number) => (number < 3 ? problem('unavailable') : answerTo()), {
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  });
  const first = client.invitations.create(accountId, draft);
  await clock.drain();
  await first;
  const keys = [1, 2, 3].map((number) => wire.header(number, 'idempotency-key'));
  assert.equal(new Set(keys).size, 1);
  assert.match(keys[0] ?? '', /^"[\w+/=]{24}"$/);
  await client.invitations.create(accountId, draft);
  assert.notEqual(wire.header(4, 'idempotency-key'), keys[0]);
  await client.invitations.create(accountId, draft, { idempotencyKey: '"intent-1"' });
  assert.equal(wire.header(5, 'idempotency-key'), '"intent-1"');
});

test('I02: an answer lost after the server stored the invite leads to the same invite, not a second one', async () => {
  const stored = new Map<string, object>();
  const { client, clock, wire } = bench((request, number) => {
    const key = request.headers.get('idempotency-key') ?? '';
    if (!stored.has(key)) stored.set(key, { ...created, id: `inv_${stored.size + 1}` });
    return number === 1 ? networkError() : json(stored.get(key), 201);
  });
  const call = client.invitations.create(accountId, draft);
  await clock.drain();
  assert.equal((await call).id, 'inv_1');
  assert.equal(stored.size, 1);
  assert.equal(wire.requests.length, 2);
});

test('Retry-After is obeyed up to 30 s, and only while the call still has that time', async () => {
  const wait = (seconds: string) =>
    bench((_, number) =>
      number === 1 ? problem('rate-limited', {}, { 'retry-after': seconds }) : json({ id: 'usr_1' }),
    );
  const short = wait('20');
  const call = short.client.me.get();
  await short.clock.advance(19_999);
  assert.equal(short.wire.requests.length, 1);
  await short.clock.advance(1);
  assert.equal((await call).id, 'usr_1');

  // Exactly the whole time: nothing would be left for the request itself.
  const whole = wait('30');
  assert.ok('error' in (await outcome(whole.client.me.get())));
  assert.equal(whole.clock.waiting, 0);
});

test('I08: a longer Retry-After is handed to the caller at once, in seconds', async () => {
  const { client, clock, wire } = bench(() => problem('rate-limited', {}, { 'retry-after': '120' }));
  const result = await outcome(client.invitations.create(accountId, draft));
  assert.equal('error' in result && (result.error as CcError).retryAfter, 120);
  assert.equal(wire.requests.length, 1);
  assert.equal(clock.waiting, 0);
});

const headers: [string, string | null, number | undefined][] = [
  ['seconds', '120', 120],
  ['one second', '1', 1],
  ['nothing', null, undefined],
  ['zero', '0', undefined],
  ['negative', '-5', undefined],
  ['a fraction', '1.5', undefined],
  ['an exponent', '1e3', undefined],
  ['hexadecimal', '0x10', undefined],
  ['a word', 'soon', undefined],
  ['empty', '', undefined],
  ['two values', '120, 130', undefined],
  ['a year', '2027', 2027],
  ['a date ahead', 'Sun, 22 Nov 2026 09:02:00 GMT', 120],
  ['a date that is past', 'Sun, 22 Nov 2026 08:00:00 GMT', undefined],
  ['the present moment', 'Sun, 22 Nov 2026 09:00:00 GMT', undefined],
  ['a date nobody has', 'Sun, 31 Feb 2026 99:99:99 GMT', undefined],
];
for (const [what, value, expected] of headers) {
  test(`I09: Retry-After with ${what} reads as ${expected ?? 'nothing, so our own pause is used'}`, () => {
    const given = new Headers(value === null ? {} : { 'retry-after': value });
    assert.equal(readRetryAfter(given, new Date('2026-11-22T09:00:00Z')), expected);
  });
}

test('I09: with a Retry-After that says nothing the next request comes after our own pause', async () => {
  const { client, clock, wire } = bench((_, number) =>
    number === 1 ? problem('rate-limited', {}, { 'retry-after': 'soon' }) : json({ id: 'usr_1' }),
  );
  const call = client.me.get();
  await clock.advance(300);
  assert.equal((await call).id, 'usr_1');
  assert.equal(wire.requests.length, 2);
});

test('the seconds of the problem count where the header is missing', async () => {
  const { client } = bench(() => problem('rate-limited', { retryAfter: 86 }));
  const result = await outcome(client.me.get());
  assert.equal('error' in result && (result.error as CcError).retryAfter, 86);
});

test('full jitter: a pause is any part of 300 ms times 2 to the n, and never above 5 s', () => {
  const error = { kind: 'unavailable', status: 503, retryAfter: undefined };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (number, fraction) => {
        const limits = { ...retryLimits, attempts: 99 };
        const delay = retryDelay({ number, error, repeatable: true, fraction }, limits);
        const most = Math.min(5_000, 300 * 2 ** (number - 1));
        assert.ok(delay !== undefined && delay >= 0 && delay <= most);
        assert.equal(delay, fraction * most);
      },
    ),
  );
});

test('P23: at most 3 requests and 30 s, whatever the backend does (1,000 schedules)', async () => {
  const fault = fc.constantFrom<Answer | '401'>('silence', ...[networkError()], '401');
  const answers = fc.array(
    fc.oneof(
      fault.map((what) => () => (what === '401' ? problem('unauthenticated') : what)),
      fc
        .integer({ min: 0, max: 40 })
        .map((seconds) => () => problem('rate-limited', {}, { 'retry-after': String(seconds) })),
      fc.constantFrom(500, 503, 504).map((status) => () => new Response('', { status })),
    ),
    { minLength: 4, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(answers, fc.integer({ min: 0, max: 255 }), async (given, jitter) => {
      let token = 0;
      const { client, clock, wire } = bench(
        (_, number) => given[number - 1]?.() ?? 'silence',
        {
          getToken: () => `token-${(token += 1)}`,
        },
        jitter,
      );
      const started = clock.now().getTime();
      const result = outcome(client.me.get());
      await clock.drain();
      assert.ok('error' in (await result));
      assert.ok(wire.requests.length <= 3);
      assert.ok(clock.now().getTime() - started <= 30_000);
      assert.equal(clock.waiting, 0);
    }),
    { numRuns: 1_000 },
  );
});

test('a host may be stricter', async () => {
  const { client, clock, wire } = bench(() => 'silence', { retry: { attempts: 1, attemptMs: 2_000 } });
  const result = outcome(client.me.get());
  await wire.started();
  await clock.advance(2_000);
  assert.ok('error' in (await result));
  assert.equal(wire.requests.length, 1);
});

test('a host may wait less for a Retry-After than the call has time', async () => {
  const answer = () => problem('rate-limited', {}, { 'retry-after': '10' });
  const { client, clock, wire } = bench(answer, { retry: { retryAfterMs: 5_000 } });
  const result = await outcome(client.me.get());
  assert.equal('error' in result && (result.error as CcError).retryAfter, 10);
  assert.deepEqual([wire.requests.length, clock.waiting], [1, 0]);
});

test('the numbers are those of the product, written again only to spare the page the rest of them', () => {
  assert.deepEqual(retryLimits, {
    attempts: limits.attempts,
    attemptMs: limits.attemptTimeoutMs,
    totalMs: limits.requestTimeoutMs,
    baseMs: limits.backoffBaseMs,
    capMs: limits.backoffCapMs,
    retryAfterMs: limits.retryAfterCapSeconds * 1000,
  });
});
