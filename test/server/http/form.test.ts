import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Endpoint } from '../../../server/endpoint.js';
import type { Answered } from '../../support/server.js';
import { isBound, nameOf, startSweep, type Sweep } from './sweep.js';

/** What can be said without knowing who asks is said to everybody, before anything is looked up (R93). */
describe('R93: the form of a request', () => {
  let sweep: Sweep;
  before(async () => {
    sweep = await startSweep();
  });
  after(() => sweep.server.close());

  async function each(
    which: (endpoint: Endpoint) => boolean,
    check: (endpoint: Endpoint) => Promise<void>,
  ): Promise<void> {
    const chosen = sweep.endpoints.filter(which);
    assert.ok(chosen.length > 0);
    for (const endpoint of chosen) await check(endpoint);
  }

  function refused(answer: Answered, endpoint: Endpoint, status: number, slug: string, code: string): void {
    const problem = answer.problem();
    const expected = { status, type: `/problems/${slug}`, code };
    const got = { status: answer.status, type: problem.type, code: problem.code };
    assert.deepEqual(got, expected, `${nameOf(endpoint)}: ${answer.text}`);
    assert.equal(problem.status, status);
    assert.ok(problem.title && problem.next && problem.instance, `${nameOf(endpoint)}: ${answer.text}`);
  }

  const hasBody = ({ body }: Endpoint) => body !== undefined;
  const takesNone = ({ query, method }: Endpoint) => query === undefined && method === 'GET';

  it('a malformed account id is named, also to strangers', () =>
    each(isBound, async (endpoint) => {
      const path = (valid: string) => valid.replace(/acc_\w+/, 'acc_1');
      const answer = await sweep.send(endpoint, { as: null, path });
      refused(answer, endpoint, 400, 'malformed-request', 'account_id_malformed');
    }));

  it('any other malformed id names nothing', () =>
    each(
      ({ path }) => /:(?!accountId)/.test(path) && !path.includes('challenge'),
      async (endpoint) => {
        const path = (valid: string) => valid.replace(/\/(?!acc)([a-z]{3})_\w+/, '/$1_1');
        const answer = await sweep.send(endpoint, { path });
        refused(answer, endpoint, 404, 'not-found', 'not_found');
      },
    ));

  it('V05: text that is not JSON, names a key twice or a prototype, or is nested too deep', () =>
    each(hasBody, async (endpoint) => {
      for (const raw of ['{"a":', '{"a":1,"a":2}', '{"__proto__":{}}', '['.repeat(40) + ']'.repeat(40), '']) {
        const answer = await sweep.send(endpoint, { as: null, raw });
        refused(answer, endpoint, 400, 'malformed-request', 'json_malformed');
      }
    }));

  it('bytes that are not UTF-8', () =>
    each(hasBody, async (endpoint) => {
      const raw = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
      const answer = await sweep.send(endpoint, { as: null, raw });
      refused(answer, endpoint, 400, 'malformed-request', 'json_malformed');
    }));

  it('text with half a surrogate pair', () =>
    each(hasBody, async (endpoint) => {
      const answer = await sweep.send(endpoint, { as: null, raw: '{"name":"\\ud83d"}' });
      refused(answer, endpoint, 422, 'type-mismatch', 'invalid_unicode');
    }));

  it('another media type', () =>
    each(hasBody, async (endpoint) => {
      for (const type of [
        'text/plain',
        'application/json; charset=utf-16',
        'application/x-www-form-urlencoded',
      ]) {
        const answer = await sweep.send(endpoint, { as: null, headers: { 'content-type': type } });
        refused(answer, endpoint, 415, 'unsupported-media-type', 'unsupported_media_type');
      }
    }));

  it('V04: more than 64 KiB', () =>
    each(hasBody, async (endpoint) => {
      const answer = await sweep.send(endpoint, { as: null, raw: `"${'x'.repeat(65 * 1024)}"` });
      refused(answer, endpoint, 413, 'body-too-large', 'body_too_large');
    }));

  it('a body that is no object', () =>
    each(hasBody, async (endpoint) => {
      for (const body of [[], 'text', 1, null]) {
        const answer = await sweep.send(endpoint, { as: null, body });
        refused(answer, endpoint, 422, 'type-mismatch', 'type_mismatch');
        assert.equal(answer.problem().errors?.[0]?.pointer, '');
      }
    }));

  it('AC-026: an account id in the body that is no text', () =>
    each(
      (endpoint) => hasBody(endpoint) && isBound(endpoint),
      async (endpoint) => {
        const { body } = await sweep.request(endpoint);
        const answer = await sweep.send(endpoint, { as: null, body: { ...body, accountId: ['acc_1'] } });
        refused(answer, endpoint, 422, 'type-mismatch', 'type_mismatch');
        assert.deepEqual(answer.problem().errors, [{ pointer: '/accountId', code: 'type_mismatch' }]);
      },
    ));

  it('query parameters that the endpoint does not know, or gets twice', () =>
    each(
      ({ query }) => query !== undefined,
      async (endpoint) => {
        for (const search of [
          '?admin=1',
          '?limit=1&limit=2',
          '?limit=0',
          '?limit=101',
          '?limit=ten',
          '?from=-1',
        ]) {
          const answer = await sweep.send(endpoint, { as: null, path: (valid) => valid + search });
          refused(answer, endpoint, 422, 'query-invalid', 'query_malformed');
        }
      },
    ));

  it('query parameters where none are taken', () =>
    each(takesNone, async (endpoint) => {
      const answer = await sweep.send(endpoint, { path: (valid) => `${valid}?admin=1` });
      refused(answer, endpoint, 422, 'query-invalid', 'query_malformed');
    }));

  it('R35: no Idempotency-Key, or one that is malformed', () =>
    each(
      ({ idempotent }) => idempotent,
      async (endpoint) => {
        const none = await sweep.send(endpoint, { as: null, key: null });
        refused(none, endpoint, 400, 'idempotency-key-missing', 'idempotency_key_missing');
        const long = await sweep.send(endpoint, { as: null, key: `"${'k'.repeat(300)}"` });
        refused(long, endpoint, 400, 'idempotency-key-malformed', 'idempotency_key_malformed');
      },
    ));

  it('R92: a Cc-Account header that is no account id', () =>
    each(
      ({ method }) => method !== 'GET',
      async (endpoint) => {
        const answer = await sweep.send(endpoint, { as: null, headers: { 'cc-account': 'acc_1' } });
        refused(answer, endpoint, 400, 'malformed-request', 'account_id_malformed');
      },
    ));
});
