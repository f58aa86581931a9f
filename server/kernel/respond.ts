import { problems } from '../../src/domain/index.js';
import type { Problem } from '../../src/client/wire/index.js';
import type { ProblemError } from '../problem.js';
import { problemTexts } from '../problem-texts.js';
import { sha256Hex } from '../services/secrets.js';
import { etag } from './conditional.js';

/** A JSON answer before the headers that every answer has. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
  cookies: string[];
  /** In place of the body. */
  stream?: ReadableStream<Uint8Array>;
  /** What the stream is to be made of; the kernel opens it. */
  watch?: { after: string | null };
  /** Whose session this answer starts. */
  sessionUserId?: string;
}

/** The answer of a handler: JSON and its ETag. */
export function answerOf(status: number, body: unknown, version?: number): Answer {
  if (body === undefined || body === null) {
    return { status, headers: version === undefined ? {} : { ETag: etag(version) }, body: null, cookies: [] };
  }
  const text = JSON.stringify(body);
  const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8' };
  const known = version ?? versionIn(body);
  // A view has no version of its own; its tag says whether the text is the same.
  headers['ETag'] = known === undefined ? `"${sha256Hex(text).slice(0, 32)}"` : etag(known);
  return { status, headers, body: text, cookies: [] };
}

/** Headers of a stream of events; the last one keeps a proxy from collecting it. */
export const eventHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
};

function versionIn(body: unknown): number | undefined {
  const version = (body as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : undefined;
}

/** A refusal with every field of the wire shape (RFC 9457). */
export function wireProblem({ slug, extras: given }: ProblemError, instance: string): Problem {
  const { headers: _headers, code, next, ...extras } = given;
  const { status, codes } = problems[slug];
  return {
    type: `/problems/${slug}`,
    code: code ?? codes[0],
    title: problemTexts[slug].title,
    status,
    next: next ?? problemTexts[slug].next,
    ...extras,
    instance,
  };
}

/** The same as an answer: `application/problem+json`. */
export function answerOfProblem(problem: ProblemError, requestId: string): Answer {
  const body = wireProblem(problem, requestId);
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    ...problem.extras.headers,
  };
  if (body.retryAfter !== undefined) headers['Retry-After'] = String(body.retryAfter);
  if (body.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  return { status: body.status, headers, body: JSON.stringify(body), cookies: [] };
}
