import type { Decoder } from './decode.js';
import { localError, type CcError, type ErrorKind } from './errors.js';
import { readRetryAfter } from './retry.js';
import type { Problem } from './wire/index.js';

/** Reads a whole answer: the decoded value, or a thrown `CcError`. */
export async function readResponse<T>(
  response: Response,
  decode: Decoder<T>,
  now: Date,
  skipped: (count: number) => void,
): Promise<T> {
  const { status, headers } = response;
  const text = await response.text();
  const parts = { status, requestId: headers.get('x-request-id') ?? undefined };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // An HTML page of a proxy stays undefined: it is never looked at as data (R09).
  }
  if (!response.ok) throw refusal(body, { ...parts, retryAfter: readRetryAfter(headers, now) });
  try {
    // The API never redirects: whoever answered from another address is somebody else (N12).
    if (response.redirected || (text && body === undefined)) throw new TypeError('not from this API');
    return decode(body, skipped);
  } catch (cause) {
    throw localError('response_invalid', { ...parts, cause });
  }
}

function refusal(body: unknown, parts: { status: number; requestId?: string; retryAfter?: number }): CcError {
  const problem = (body ?? {}) as Partial<Problem>;
  const slug = /\/problems\/([\w-]+)$/.exec(problem.type as string)?.[1];
  if (!slug) return localError(kindOf(parts.status), parts);
  const { code, instance, retryAfter } = problem;
  return localError(slug, {
    ...(code && { code }),
    status: parts.status,
    requestId: instance ?? parts.requestId,
    retryAfter: parts.retryAfter ?? (Number(retryAfter) || undefined),
    problem,
  });
}

/** What a status means when something between us and the backend gave it. */
function kindOf(status: number): ErrorKind {
  if (status === 401) return 'unauthenticated';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'response_invalid';
}
