import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCcError, type CcError } from '../../src/client/index.js';
import { settle } from '../support/fake-clock.js';
import { accountId, base, bench, json, networkError, outcome, problem } from './wire.js';

async function failure(promise: Promise<unknown>): Promise<CcError> {
  const result = await outcome(promise);
  assert.ok('error' in result && isCcError(result.error), 'a CcError was expected');
  return result.error as CcError;
}

test('N01: no answer at all is given up after 10 s, three times, within 30 s', async () => {
  const { client, clock, wire } = bench(() => 'silence');
  const call = failure(client.me.get());
  await wire.started();
  await clock.advance(9_999);
  assert.equal(wire.requests.length, 1);
  assert.equal(wire.requests[0]?.signal.aborted, false);
  await clock.advance(1);
  assert.equal(wire.requests[0]?.signal.aborted, true);
  const started = clock.now().getTime() - 10_000;
  await clock.drain();
  assert.equal((await call).kind, 'timeout');
  assert.equal(wire.requests.length, 3);
  assert.ok(clock.now().getTime() - started <= 30_000);
});

test('N02: a body that stalls after its headers is given up after 10 s', async () => {
  const stalled = () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"id"')) }), {
      headers: { 'content-type': 'application/json' },
    });
  const { client, clock, wire } = bench((_, number) => (number === 1 ? stalled() : json({ id: 'usr_1' })));
  const call = client.me.get();
  await clock.advance(10_000);
  await clock.drain();
  assert.equal((await call).id, 'usr_1');
  assert.equal(wire.requests.length, 2);
});

for (const [what, text] of [
  ['truncated', '{"id":"usr_1",'],
  ['no JSON', 'OK'],
  ['empty', ''],
  ['a number', '7'],
  ['null', 'null'],
  ['a list', '[]'],
  ['without an id', '{"name":"Maya"}'],
] as const) {
  test(`N03: an answer that is ${what} is a typed error with the request id`, async () => {
    const headers = { 'content-type': 'application/json', 'x-request-id': 'req_17' };
    const { client, wire } = bench([new Response(text, { headers })]);
    const error = await failure(client.me.get());
    assert.equal(error.kind, 'response_invalid');
    assert.equal(error.code, 'response_invalid');
    assert.equal(error.requestId, 'req_17');
    assert.equal(wire.requests.length, 1, 'it is not asked again');
  });
}

test('R09: a page of a proxy with status 200 is not read as data, for a call without a result too', async () => {
  const page = () =>
    new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
  const { client } = bench(() => page());
  assert.equal((await failure(client.members.list(accountId))).kind, 'response_invalid');
  assert.equal(
    (await failure(client.members.remove(accountId, { id: 'mem_1', version: 1 }))).kind,
    'response_invalid',
  );
});

test('N07: after eight hours asleep one timer fires, one request goes out, and then there is data', async () => {
  const { client, clock, wire } = bench((_, number) => (number === 1 ? 'silence' : json({ id: 'usr_1' })));
  const call = client.me.get();
  await wire.started();
  await clock.advance(5_000);
  const before = clock.fired;
  await clock.sleep(8 * 3_600_000);
  assert.equal(clock.fired - before, 1);
  await clock.advance(300);
  assert.equal((await call).id, 'usr_1');
  assert.equal(wire.requests.length, 2);
  assert.equal(clock.waiting, 0);
});

test('N07: a connection that broke while asleep is tried again, though the time seems to be over', async () => {
  let breakDown = () => undefined as void;
  const broken = new Promise<Error>((done) => (breakDown = () => done(networkError())));
  const { client, clock, wire } = bench((_, number) => (number === 1 ? broken : json({ id: 'usr_1' })));
  const call = client.me.get();
  await settle();
  // The failure is noticed before the overdue timer is.
  clock.jump(8 * 3_600_000);
  breakDown();
  await settle();
  await clock.advance(300);
  assert.equal((await call).id, 'usr_1');
  assert.equal(wire.requests.length, 2);
});

test('N08: a read is repeated after 503, a write without a key is not repeated after 502', async () => {
  const read = bench([problem('unavailable'), json({ id: 'usr_1' })]);
  const got = read.client.me.get();
  await read.clock.drain();
  assert.equal((await got).id, 'usr_1');

  const write = bench([new Response('bad gateway', { status: 502 })]);
  const error = await failure(
    write.client.members.setRole(accountId, { id: 'mem_1', version: 3 }, 'campaign_creator'),
  );
  assert.equal(error.kind, 'unavailable');
  assert.equal(write.wire.requests.length, 1);
});

test('N09: an abort by the caller rejects at once and nothing is tried later', async () => {
  const { client, clock, wire, told } = bench(() => 'silence');
  const caller = new AbortController();
  const call = failure(client.me.get({ signal: caller.signal }));
  await wire.started();
  caller.abort(new Error('the element is gone'));
  const error = await call;
  assert.equal(error.kind, 'aborted');
  assert.equal((error.cause as Error).message, 'the element is gone');
  assert.equal(clock.waiting, 0);
  await clock.advance(60_000);
  assert.equal(wire.requests.length, 1);
  assert.deepEqual(told, [], 'giving up on purpose is no failure');
});

test('N09: nothing is sent for a caller who has already given up, nor between two tries', async () => {
  const early = bench(() => json({ id: 'usr_1' }));
  assert.equal((await failure(early.client.me.get({ signal: AbortSignal.abort() }))).kind, 'aborted');
  assert.equal(early.wire.requests.length, 0);

  const between = bench(() => problem('unavailable'));
  const caller = new AbortController();
  const call = failure(between.client.me.get({ signal: caller.signal }));
  await settle();
  caller.abort();
  assert.equal((await call).kind, 'aborted');
  await between.clock.advance(60_000);
  assert.equal(between.wire.requests.length, 1);
});

test('N10: a date in Retry-After is counted from the answer, not from our own clock', async () => {
  // The server is 10 minutes ahead and asks for 20 seconds.
  const server = { date: 'Sun, 22 Nov 2026 09:10:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 09:10:20 GMT' };
  const { client, clock, wire } = bench([problem('unavailable', {}, server), json({ id: 'usr_1' })]);
  const call = client.me.get();
  await clock.advance(19_999);
  assert.equal(wire.requests.length, 1);
  await clock.advance(1);
  assert.equal((await call).id, 'usr_1');
});

test('N11: unknown fields and values of a newer server are kept', async () => {
  const member = { id: 'mem_1', roleId: 'regional_manager', status: 'on_leave', badge: { colour: 'blue' } };
  const { client } = bench([json({ items: [member], nextCursor: null, total: 1, mood: 'fine' })]);
  const page = await client.members.list(accountId);
  assert.deepEqual(page, { items: [member], nextCursor: null, total: 1, mood: 'fine' });
});

test('N12: a redirect is refused and the credential does not follow it', async () => {
  const moved = () => new Response(null, { status: 307, headers: { location: 'https://evil.test/v1/me' } });
  const { client, wire } = bench(() => moved(), { getToken: () => 'secret' });
  const error = await failure(client.me.get());
  assert.equal(error.kind, 'response_invalid');
  assert.equal(wire.requests.length, 1);
  assert.equal(wire.requests[0]?.redirect, 'manual');
  assert.equal(new URL(wire.requests[0]?.url ?? '').origin, new URL(base).origin);
});

test('N12: an answer from another address is refused, even where a fetch of the host followed the way there', async () => {
  const foreign = json({ id: 'usr_1' });
  Object.defineProperty(foreign, 'redirected', { value: true });
  const { client } = bench([foreign]);
  assert.equal((await failure(client.me.get())).kind, 'response_invalid');
});

for (const id of ['..', '.', '', 'a/b', 'a?b', 'a#b', 'a%2fb', 'a\\b', ' acc_1', 'acc_1\n']) {
  test(`an id that could leave its place in the address is never sent: ${JSON.stringify(id)}`, async () => {
    const { client, wire } = bench(() => json({ id: 'x' }));
    const error = await failure(client.accounts.get(id));
    assert.equal(error.kind, 'malformed-request');
    assert.equal(error.code, 'account_id_malformed');
    assert.equal(wire.requests.length, 0);
  });
}

test('R08: items without an id and doubled ones are left out and reported once', async () => {
  const items = [
    { id: 'mem_1' },
    { name: 'nobody' },
    null,
    7,
    { id: '' },
    { id: 'mem_2' },
    { id: 'mem_1', again: true },
  ];
  const reports: unknown[] = [];
  const { client } = bench(() => json({ items, nextCursor: 'next' }), {
    onDiagnostic: (diagnostic) => diagnostic.type === 'items-skipped' && reports.push(diagnostic),
  });
  const page = await client.members.list(accountId);
  assert.deepEqual(page.items, [{ id: 'mem_1' }, { id: 'mem_2' }]);
  assert.equal(page.nextCursor, 'next');
  await client.members.list(accountId);
  assert.deepEqual(reports, [{ type: 'items-skipped', action: 'members.list', count: 5 }]);
});

test('no network is told as offline, with what fetch said', async () => {
  const { client, clock, wire } = bench(() => networkError());
  const call = failure(client.me.get());
  await clock.drain();
  const error = await call;
  assert.equal(error.kind, 'offline');
  assert.equal(error.status, undefined);
  assert.match(String(error.cause), /fetch failed/);
  assert.equal(wire.requests.length, 3);
});
