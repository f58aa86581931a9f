import type { Decoder } from './decode.js';
import { CcError, localError, type ErrorKind } from './errors.js';
import { readRetryAfter } from './retry.js';
import type { Open, Problem } from './wire/index.js';

/** Reads a whole answer: the decoded value, or a thrown `CcError`. */
export async function readResponse<T>(
  response: Response,
  decode: Decoder<T>,
  now: Date,
  skipped: (count: number) => void,
): Promise<T> {
  const text = await response.text();
  const { status, headers } = response;
  const parts = { status, requestId: headers.get('x-request-id') ?? undefined };
  let body: unknown;
  let readable = true;
  try {
    // An HTML page of a proxy is never looked at as data (R09).
    if (text) body = /json/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : unreadable();
  } catch {
    readable = false;
  }
  if (!response.ok) throw refusal(body, { ...parts, retryAfter: readRetryAfter(headers, now) });
  try {
    // The API never redirects: whoever answered from another address is somebody else (N12).
    if (!readable || response.redirected) unreadable();
    return decode(body, skipped);
  } catch (cause) {
    throw localError('response_invalid', { ...parts, cause });
  }
}

function unreadable(): never {
  throw new TypeError('not an answer of this API');
}

function refusal(body: unknown, parts: { status: number; requestId?: string; retryAfter?: number }): CcError {
  const problem = (body ?? {}) as Partial<Problem>;
  const slug = /\/problems\/([\w-]+)$/.exec(String(problem.type))?.[1];
  if (!slug) return new CcError({ ...parts, ...named(kindOf(parts.status)) });
  const asked = Number(problem.retryAfter);
  return new CcError({
    ...parts,
    ...named(slug),
    ...(typeof problem.code === 'string' && { code: problem.code }),
    requestId: problem.instance ?? parts.requestId,
    retryAfter: parts.retryAfter ?? (asked > 0 ? asked : undefined),
    problem,
  });
}

const named = (kind: Open<ErrorKind>) => ({ kind, code: kind.replaceAll('-', '_') });

/** What a status means when something between us and the backend gave it. */
function kindOf(status: number): ErrorKind {
  if (status === 401) return 'unauthenticated';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'response_invalid';
}
