import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { problems, problemSlugs } from '../../../src/domain/index.js';
import { problemTexts } from '../../../server/problem-texts.js';
import { startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';
import { validRequests } from './requests.js';
import { nameOf } from './sweep.js';

interface Operation {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required?: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<
    string,
    { description: string; headers: Record<string, unknown>; content?: Record<string, unknown> }
  >;
}

describe('the OpenAPI document', () => {
  let server: TestServer;
  let text: string;
  let paths: Record<string, Record<string, Operation>>;
  before(async () => {
    server = await startServer({ scenario: world });
    const answer = await server.anonymous().get('/openapi.json');
    text = answer.text;
    paths = answer.json<{ paths: typeof paths }>().paths;
  });
  after(() => server.close());

  const all = (): [string, Operation][] =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    );

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(text) as Parameters<Validator['validate']>[0]);
    assert.deepEqual(result, { valid: true });
    assert.equal(validator.version, '3.1');
  });

  it('describes every endpoint once, and nothing else', () => {
    assert.deepEqual(
      all()
        .map(([name]) => name)
        .sort(),
      server.app.endpoints.map(nameOf).sort(),
    );
    assert.deepEqual(Object.keys(validRequests).sort(), server.app.endpoints.map(nameOf).sort());
    const ids = all().map(([, { operationId }]) => operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('names success, problems and headers of each', () => {
    for (const [name, { responses, security }] of all()) {
      const success = Object.keys(responses).filter((status) => status.startsWith('2'));
      assert.ok(success.length > 0, name);
      assert.ok(security.length > 0, name);
      for (const [status, { description, headers, content }] of Object.entries(responses)) {
        assert.ok(description && headers['X-Request-Id'], `${name} ${status}`);
        if (Number(status) >= 400) assert.deepEqual(Object.keys(content ?? {}), ['application/problem+json']);
        if (status === '429' || status === '503') assert.ok(headers['Retry-After'], `${name} ${status}`);
      }
    }
  });

  it('lists for each endpoint what it can answer besides its own problems', () => {
    const invite = paths['/accounts/{accountId}/invitations']?.['post'];
    assert.deepEqual(Object.keys(invite?.responses ?? {}), [
      ...['201', '400', '401', '403', '404', '409', '413', '415', '421', '422', '429', '503'],
    ]);
    const headers = invite?.parameters
      .filter((one) => one.in === 'header')
      .map(({ name, required }) => [name, required]);
    assert.deepEqual(headers, [
      ['Idempotency-Key', true],
      ['Cc-Account', false],
    ]);
    const patch = paths['/accounts/{accountId}/members/{memberId}']?.['patch'];
    assert.ok(patch?.responses['412'] && patch.responses['428'] && patch.responses['409']);
    assert.match(patch.responses['401']?.description ?? '', /step-up-required/);
    assert.equal(paths['/capabilities']?.['get']?.security.length, 3);
    assert.equal(paths['/me']?.['get']?.security.length, 2);
  });

  it('describes parameters as they are checked', () => {
    const list = paths['/accounts/{accountId}/members']?.['get'];
    const schema = (name: string) => list?.parameters.find((one) => one.name === name)?.schema;
    assert.deepEqual(schema('accountId'), { type: 'string', pattern: '^acc_[0-9A-Za-z]{22}$' });
    assert.deepEqual(schema('limit'), { type: 'integer', minimum: 1, maximum: 100 });
    assert.deepEqual((schema('sort') as { enum: string[] }).enum.slice(0, 4), [
      'name',
      '-name',
      'role',
      '-role',
    ]);
  });

  it('names every schema that it refers to', () => {
    const { components } = JSON.parse(text) as { components: Record<string, Record<string, unknown>> };
    for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
      assert.ok(components[kind]?.[name], `${kind}/${name}`);
    }
    assert.ok(!text.includes('$defs'));
  });

  it('every kind of problem has words and a next step', () => {
    assert.deepEqual(Object.keys(problemTexts).sort(), [...problemSlugs()].sort());
    for (const slug of problemSlugs()) {
      const { title, next } = problemTexts[slug];
      assert.match(title, /^[A-Z].*[^.]$/, slug);
      assert.match(next, /^[A-Z].*\.$/, slug);
      assert.ok(problems[slug].codes.length > 0);
    }
  });
});

describe('health', () => {
  it('is told without signing in and without a store being asked', async () => {
    const server = await startServer({ scenario: null });
    assert.deepEqual((await server.anonymous().get('/healthz')).json(), { status: 'ok' });
    assert.deepEqual((await server.anonymous().get('/readyz')).json(), { status: 'ready' });
    await server.close();
  });
});
