import { problems, problemSlugs, type ProblemSlug } from '../../src/domain/index.js';
import type { Endpoint } from '../endpoint.js';
import { problemTexts } from '../problem-texts.js';
import type { JsonSchema } from './schemas.js';

/** Kinds an endpoint may answer: its own, and those that follow from how it is declared. */
export function problemsOf(endpoint: Endpoint): ProblemSlug[] {
  const { access, body, idempotent, ifMatch, stepUp, method, shownAccount } = endpoint;
  const slugs = new Set<ProblemSlug>([...endpoint.problems, 'host-refused', 'unavailable', 'rate-limited']);
  const add = (when: boolean, ...more: ProblemSlug[]) => more.forEach((slug) => when && slugs.add(slug));
  add(true, 'unauthenticated', 'query-invalid', 'type-mismatch');
  add(endpoint.path.includes(':'), 'not-found');
  add(typeof access === 'object', 'malformed-request', 'not-found', 'link-pending', 'forbidden');
  add(typeof access === 'object', 'mfa-enrolment-required');
  add(access === 'session', 'forbidden');
  add(body !== undefined, 'malformed-request', 'body-too-large', 'unsupported-media-type');
  add(body !== undefined && typeof access === 'object', 'account-mismatch');
  add(method !== 'GET', 'origin-refused', 'malformed-request');
  add(method !== 'GET' && shownAccount && access !== 'public', 'account-changed');
  add(idempotent, 'idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused');
  add(idempotent, 'idempotency-in-progress');
  add(ifMatch, 'precondition-required', 'stale-version');
  add(stepUp !== false, 'step-up-required');
  return problemSlugs().filter((slug) => slugs.has(slug));
}

/** The answers of an endpoint that are problems, by status, each with the kinds it may have. */
export function problemResponses(endpoint: Endpoint): Record<string, JsonSchema> {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of problemsOf(endpoint)) {
    const { status } = problems[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  const responses: Record<string, JsonSchema> = {};
  for (const [status, slugs] of byStatus) responses[String(status)] = responseOf(status, slugs);
  return responses;
}

function responseOf(status: number, slugs: readonly ProblemSlug[]): JsonSchema {
  const codes = slugs.flatMap((slug) => [...problems[slug].codes]);
  const described = slugs.map((slug) => `\`${slug}\`: ${problemTexts[slug].title}.`);
  const waits = status === 429 || status === 503;
  return {
    description: described.join(' '),
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(waits ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
    },
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            {
              type: 'object',
              properties: {
                type: { enum: slugs.map((slug) => `/problems/${slug}`) },
                code: { enum: codes },
                status: { const: status },
              },
            },
          ],
        },
      },
    },
  };
}

/** RFC 9457 with the members of this API (domain.md 6). */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'code', 'title', 'status', 'instance', 'next'],
  properties: {
    type: { type: 'string', pattern: '^/problems/[a-z-]+$', description: 'The kind, to branch on.' },
    code: { type: 'string', description: 'The exact reason, to choose a text by.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Request id.' },
    next: { type: 'string', description: 'What to do.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' } },
        additionalProperties: false,
      },
    },
    retryAfter: { type: 'integer', description: 'Seconds, as in Retry-After.' },
    requiredCapability: { type: 'string' },
    current: { description: 'The resource as it is now, with `stale-version`.' },
    limit: { type: 'integer' },
    used: { type: 'integer' },
    reserved: { type: 'integer' },
    planUrl: { type: 'string' },
    account: {
      type: 'object',
      required: ['id', 'name'],
      properties: { id: { type: 'string' }, name: { type: 'string' } },
      additionalProperties: false,
    },
    suggestions: { type: 'array', items: { type: 'string' } },
    membershipId: { type: 'string' },
    invitationId: { type: 'string' },
    replaced: { type: 'boolean' },
    attemptsLeft: { type: 'integer' },
    currentAccountId: { type: 'string' },
  },
};
