import { idPrefixes } from '../../src/domain/index.js';
import { sessionCookie } from '../auth/cookies.js';
import type { Config } from '../config.js';
import type { Endpoint } from '../endpoint.js';
import { kindsOfParam } from '../kernel/parse.js';
import type { z } from '../zod.js';
import { problemResponses, problemSchema } from './problems.js';
import { SchemaComponents, type JsonSchema } from './schemas.js';

/** The contract as OpenAPI 3.1, made from the very schemas that validate. */
export function createOpenApi(endpoints: readonly Endpoint[], config: Config): JsonSchema {
  const components = new SchemaComponents();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint, components);
  }
  return {
    openapi: '3.1.0',
    info: { title: config.productName, version: '1', description: 'Users of parent and child accounts.' },
    servers: [{ url: `${config.publicUrl}/v1` }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...components.all, Problem: problemSchema },
      headers: headerComponents,
      securitySchemes: {
        embedToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
      },
    },
  };
}

function operation(endpoint: Endpoint, components: SchemaComponents): JsonSchema {
  const { method, path, summary, tag, access, body, reply } = endpoint;
  const required = [{ embedToken: [] }, { session: [] }];
  const responses: Record<string, JsonSchema> = problemResponses(endpoint);
  for (const [status, schema] of Object.entries(reply)) {
    responses[status] = endpoint.watches ? events(endpoint.watches, components) : success(schema, components);
  }
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    // An empty requirement means that nobody needs to be signed in; whoever is, is recognised.
    security: access === 'public' ? [{}, ...required] : required,
    parameters: [
      ...pathParameters(path),
      ...queryParameters(endpoint, components),
      ...headerParameters(endpoint),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: components.of(body, 'input') } },
      },
    }),
    responses,
  };
}

function operationId(method: string, path: string): string {
  const words = path.split(/[/:-]+/).filter((word) => word !== '');
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + capital.join('');
}

function success(schema: z.ZodType | null, components: SchemaComponents): JsonSchema {
  return {
    description: schema ? 'Done.' : 'Done; nothing to tell.',
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ETag: { $ref: '#/components/headers/ETag' },
    },
    ...(schema && { content: { 'application/json': { schema: components.of(schema, 'output') } } }),
  };
}

/** Server-sent events; OpenAPI has no word for the data of one, so it stands beside the text. */
function events(data: z.ZodType, components: SchemaComponents): JsonSchema {
  const schema = {
    type: 'string',
    description: 'Events `ready`, `reset` and `change`; comments are signs of life.',
  };
  return {
    description: 'Open until either side ends it.',
    headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } },
    content: { 'text/event-stream': { schema, 'x-event-data': components.of(data, 'output') } },
  };
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: `^${prefixOf(name)}_[0-9A-Za-z]{22}$` },
  }));
}

function prefixOf(name: string): string {
  const [first = '', ...others] = kindsOfParam(name).map((kind) => idPrefixes[kind]);
  return others.length === 0 ? first : `(${[first, ...others].join('|')})`;
}

function queryParameters({ query }: Endpoint, components: SchemaComponents): JsonSchema[] {
  if (!query) return [];
  const { properties = {} } = components.of(query, 'input') as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

function headerParameters({
  idempotent,
  ifMatch,
  method,
  access,
  shownAccount,
  watches,
}: Endpoint): JsonSchema[] {
  const header = (name: string, required: boolean, description: string): JsonSchema => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  const parameters: JsonSchema[] = [];
  if (idempotent) {
    const words = 'A quoted string of at most 255 characters, or a bare UUID; the same one for a repeat.';
    parameters.push(header('Idempotency-Key', true, words));
  }
  if (watches) parameters.push(header('Last-Event-ID', false, 'Goes on behind this event.'));
  if (ifMatch) parameters.push(header('If-Match', true, 'ETag of the version that is changed.'));
  if (method !== 'GET' && access !== 'public' && shownAccount) {
    parameters.push(header('Cc-Account', false, 'Account the page was showing (R92).'));
  }
  return parameters;
}

const headerComponents: JsonSchema = {
  RequestId: { description: 'Names this call in logs.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'string' } },
  ETag: { description: 'Version, for If-Match; where the resource has one.', schema: { type: 'string' } },
};
