import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseStrictJson } from '../../../server/kernel/json.js';
import { startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

describe('bodies', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ scenario: world });
  });
  after(() => server.close());

  const chunks = (...texts: string[]): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
  const post = (raw: BodyInit, headers: Record<string, string> = {}) =>
    server.anonymous().send('POST', '/auth/sessions', { raw, headers });

  it('V04: counts the bytes that arrive in chunks, whatever was declared', async () => {
    const text = 'x'.repeat(1024);
    const big = await post(chunks('"', ...Array.from({ length: 65 }, () => text), '"'));
    assert.equal(big.status, 413);
    const lying = await post(chunks('"', ...Array.from({ length: 65 }, () => text), '"'), {
      'content-length': '10',
    });
    assert.equal(lying.status, 413);
    const most = `{"username":"${'u'.repeat(63 * 1024)}","password":"p"}`;
    assert.equal((await post(chunks(most.slice(0, 5), most.slice(5)))).status, 401);
  });

  it('stops reading when the limit is passed', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
      },
    });
    assert.equal((await post(endless)).status, 413);
    assert.ok(pulled < 10, `${String(pulled)} chunks were read`);
  });

  it('threat 27: gives up on a body that takes longer than 10 s', async () => {
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"username"')),
    });
    const waiting = post(silent);
    while (server.clock.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    server.clock.advance(10);
    const answer = await waiting;
    assert.equal(answer.status, 400);
    assert.equal(answer.problem().detail, 'The body took too long.');
    assert.equal(server.clock.waiting, 0);
  });

  it('refuses a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"a"'));
        controller.error(new Error('connection reset'));
      },
    });
    const answer = await post(broken);
    assert.equal(answer.status, 400);
    assert.equal(answer.problem().code, 'json_malformed');
  });

  it('HD-015: takes JSON in UTF-8 and nothing else', async () => {
    const body = '{"username":"nobody","password":"wrong"}';
    for (const type of [
      'application/json',
      'Application/JSON; charset=UTF-8',
      'application/json;charset="utf-8"',
    ]) {
      assert.equal((await post(body, { 'content-type': type })).status, 401, type);
    }
    for (const type of [
      'application/json; charset=utf-16',
      'text/json',
      'application/xml',
      'multipart/form-data',
    ]) {
      assert.equal((await post(body, { 'content-type': type })).status, 415, type);
    }
    assert.equal((await post(body, { 'content-encoding': 'gzip' })).status, 415);
  });

  it('names every wrong field by a JSON pointer, and the first one at the top', async () => {
    const answer = await server.anonymous().post('/auth/sessions', { username: 5, password: ['x'] });
    assert.equal(answer.status, 422);
    assert.equal(answer.problem().code, 'type_mismatch');
    assert.deepEqual(answer.problem().errors, [
      { pointer: '/username', code: 'type_mismatch' },
      { pointer: '/password', code: 'type_mismatch' },
    ]);
  });

  it('P5: null, objects and arrays never stand for a password', async () => {
    for (const password of [null, { $ne: '' }, [], ['northwind-demo-2026'], true, 0]) {
      const answer = await server.anonymous().post('/auth/sessions', { username: 'alpha.owner', password });
      assert.equal(answer.status, 422);
      assert.deepEqual(answer.problem().errors, [{ pointer: '/password', code: 'type_mismatch' }]);
    }
    const missing = await server.anonymous().post('/auth/sessions', { username: 'alpha.owner' });
    assert.equal(missing.status, 422);
  });
});

describe('V05: strict JSON', () => {
  const refused = [
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"b":1,"b":1}}',
    '[{"__proto__":1}]',
    '{"\\u005f_proto__":1}',
    '['.repeat(17) + ']'.repeat(17),
    '{"a":'.repeat(17) + '1' + '}'.repeat(17),
    "{'a':1}",
    '{"a":1,}',
    '\ufeff{}',
    '',
    'NaN',
  ];
  for (const text of refused) {
    it(`refuses ${text.slice(0, 40)}`, () => assert.throws(() => parseStrictJson(text), SyntaxError));
  }

  const taken = [
    '{"a":{"a":{"a":1}},"b":["a","a"]}',
    '[{"a":1},{"a":2}]',
    '"{\\"a\\":1,\\"a\\":2}"',
    '{"a":"}{][,\\\\","b":"\\""}',
    '{"constructor":1,"hasOwnProperty":2}',
    '['.repeat(16) + ']'.repeat(16),
    ' 5 ',
  ];
  for (const text of taken) {
    it(`takes ${text.slice(0, 40)}`, () => assert.deepEqual(parseStrictJson(text), JSON.parse(text)));
  }

  it('threat 27: takes linear time', () => {
    const text = `[${'"\\"{[,",'.repeat(8000)}1]`;
    // The best of some runs: the machine may be busy with something else.
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      parseStrictJson(text);
      return performance.now() - start;
    });
    assert.ok(Math.min(...times) < 50, String(times));
  });
});
