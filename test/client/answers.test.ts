import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCcError, type CcError } from '../../src/client/index.js';
import { createFacts } from '../../src/client/facts.js';
import { accountId, bench, json, outcome, problem } from './wire.js';

const draft = { email: 'tess@harbourlane.test', roleId: 'campaign_creator' } as const;
const anything = { id: 'x_1', accountName: 'Bluebird Dental' };
const created = { ...anything, url: 'https://crew.test/accept#cci_secret' };

test('a refusal arrives with kind, code, fields, next try and what it brings along', async () => {
  const { client } = bench(() =>
    problem('seat-limit-reached', {
      title: 'No free place',
      errors: [{ pointer: '/email', code: 'seat_limit' }],
      limit: 3,
      used: 2,
      reserved: 1,
      planUrl: '/plans',
    }),
  );
  const result = await outcome(client.invitations.create(accountId, draft));
  const error = 'error' in result ? result.error : undefined;
  assert.ok(isCcError(error, 'seat-limit-reached'));
  assert.equal(error.code, 'seat_limit');
  assert.equal(error.status, 409);
  assert.equal(error.requestId, 'req_problem');
  assert.equal(error.message, 'No free place');
  assert.deepEqual(error.fields, [{ pointer: '/email', code: 'seat_limit' }]);
  const { limit, used, reserved, planUrl } = error.facts;
  assert.deepEqual({ limit, used, reserved, planUrl }, { limit: 3, used: 2, reserved: 1, planUrl: '/plans' });
});

test('a kind and a code of a newer server are kept as text', async () => {
  const { client } = bench(() => json({ type: '/problems/moon-phase', code: 'moon_waning' }, 409));
  const result = await outcome(client.me.get());
  const error = ('error' in result ? result.error : {}) as CcError;
  assert.deepEqual([error.kind, error.code, error.status], ['moon-phase', 'moon_waning', 409]);
});

for (const [status, kind] of [
  [401, 'unauthenticated'],
  [403, 'response_invalid'],
  [404, 'response_invalid'],
  [429, 'rate-limited'],
  [500, 'unavailable'],
  [503, 'unavailable'],
] as const) {
  test(`status ${status} of something between us and the backend reads as ${kind}`, async () => {
    const { client, clock } = bench(() => new Response('<h1>Blocked</h1>', { status }));
    const result = outcome(client.me.get());
    await clock.drain();
    const answer = await result;
    assert.equal('error' in answer && (answer.error as CcError).kind, kind);
  });
}

test('the guard knows an error of another copy of the package by its name', () => {
  const foreign = Object.assign(new Error('x'), { name: 'CcError', kind: 'forbidden' });
  assert.ok(isCcError(foreign));
  assert.ok(isCcError(foreign, 'forbidden'));
  assert.ok(!isCcError(foreign, 'not-found'));
  for (const other of [new Error('x'), undefined, null, 'CcError', { kind: 'forbidden' }])
    assert.ok(!isCcError(other));
});

test('a listener that throws breaks neither the call nor the other listeners, and is not silenced', (t) => {
  const later: (() => void)[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (work: () => void) => void later.push(work));
  const facts = createFacts();
  const heard: string[] = [];
  facts.subscribe('signed-out', () => {
    throw new Error('broken listener');
  });
  facts.subscribe('signed-out', ({ reason }) => heard.push(reason));
  facts.emit(['signed-out', { reason: 'expired' }]);
  assert.deepEqual(heard, ['expired']);
  assert.equal(later.length, 1);
  assert.throws(() => later[0]?.(), /broken listener/);
});

test('listening ends when asked', async () => {
  const { client } = bench(() => json(anything));
  let heard = 0;
  const stop = client.subscribe('me.changed', () => (heard += 1));
  await client.me.setCurrent(accountId);
  stop();
  await client.me.setCurrent(accountId);
  assert.equal(heard, 1);
});

test('createMany: one keyed call per address in their order, a result per address', async () => {
  const { client, wire } = bench((_, number) =>
    number === 2
      ? problem('already-member', { membershipId: 'mem_7' })
      : json({ ...created, id: `inv_${number}` }, 201),
  );
  const entries = ['a', 'b', 'c'].map((name) => ({
    draft: { ...draft, email: `${name}@b.test` },
    idempotencyKey: `"${name}"`,
  }));
  const seen: string[] = [];
  const results = await client.invitations.createMany(accountId, entries, {
    onResult: ({ status, entry }) => seen.push(`${entry.draft.email} ${status}`),
  });
  assert.deepEqual(seen, ['a@b.test created', 'b@b.test failed', 'c@b.test created']);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['created', 'failed', 'created'],
  );
  assert.deepEqual(
    [1, 2, 3].map((number) => wire.header(number, 'idempotency-key')),
    ['"a"', '"b"', '"c"'],
  );
});

test('createMany: after a failure that is not about the address the rest is not sent', async () => {
  const { client, wire } = bench(() => problem('rate-limited', {}, { 'retry-after': '120' }));
  const entries = ['a', 'b', 'c'].map((name) => ({ draft: { ...draft, email: `${name}@b.test` } }));
  const results = await client.invitations.createMany(accountId, entries);
  assert.equal(wire.requests.length, 1);
  assert.deepEqual(
    results.map((result) => result.status === 'failed' && result.error.kind),
    Array(3).fill('rate-limited'),
  );
});

test('onDiagnostic is told how each call went, and nothing that is secret', async () => {
  const told: unknown[] = [];
  const { client } = bench((_, number) => (number === 1 ? json(anything) : problem('credentials-wrong')), {
    onDiagnostic: (diagnostic) => told.push(diagnostic),
  });
  await client.invitations.lookup('cci_canary');
  await outcome(client.auth.signIn({ username: 'maya', password: 'canary-password' }));
  const calls = told as { action: string; requests: number; ms: number; error?: CcError }[];
  assert.deepEqual(
    calls.map(({ action, requests, error }) => [action, requests, error?.code]),
    [
      ['invitations.lookup', 1, undefined],
      ['auth.signIn', 1, 'credentials_wrong'],
    ],
  );
  assert.ok(!JSON.stringify(told).includes('canary'));
});

test('onDiagnostic counts the requests of a call, and a call that worked in the end has no error', async () => {
  const told: unknown[] = [];
  const { client, clock } = bench((_, number) => (number < 3 ? problem('unavailable') : json(anything)), {
    onDiagnostic: (diagnostic) => told.push(diagnostic),
  });
  const call = client.me.get();
  await clock.drain();
  await call;
  const expected = { type: 'call', action: 'me.get', method: 'GET', requests: 3, error: undefined };
  assert.equal(told.length, 1);
  const [{ ms: took, ...rest }] = told as [{ ms: number }];
  assert.deepEqual(rest, expected);
  assert.ok(took > 890 && took < 900, 'two pauses, of nearly 300 and 600 ms');
});
