import type { Config } from '../config.js';
import { ProblemError } from '../problem.js';

/** Does this server answer for the host that was asked for? Links never follow the header (P34). */
export function checkHost(request: Request, config: Config): void {
  const url = new URL(request.url);
  const asked = (request.headers.get('host') ?? url.host).toLowerCase();
  const own = new URL(config.publicUrl).host;
  if (asked !== own && !config.allowedHosts.includes(asked)) throw new ProblemError('host-refused');
}

/** May a page of this origin call at all? */
export function isAllowedOrigin(origin: string, config: Config): boolean {
  return origin === new URL(config.publicUrl).origin || config.allowedOrigins.includes(origin);
}

/**
 * Refuses writes that another site's page makes a browser send (threat 17). Browsers send `Origin` with every
 * write, so a request with neither `Origin` nor `Sec-Fetch-Site` comes from a program, which has no
 * cookies but its own.
 */
export function checkWriteOrigin(request: Request, config: Config): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const own = origin === null || origin === new URL(config.publicUrl).origin;
  if (own ? site === null || site === 'same-origin' : isAllowedOrigin(origin, config)) return;
  throw new ProblemError('origin-refused');
}

const methods = 'GET, POST, PUT, PATCH, DELETE';
const requestHeaders =
  'Authorization, Content-Type, If-Match, Idempotency-Key, Cc-Account, X-Request-Id, Last-Event-ID';

/** Answer to the question a browser asks before a call from another origin. */
export function preflight(request: Request, config: Config): Response {
  const origin = request.headers.get('origin');
  if (origin === null || !isAllowedOrigin(origin, config)) throw new ProblemError('origin-refused');
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': requestHeaders,
      'Access-Control-Max-Age': '600',
    },
  });
}

/** Adds what lets an allowed page of another origin read the answer. */
export function allowOrigin(request: Request, headers: Headers, config: Config): void {
  headers.append('Vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null || !isAllowedOrigin(origin, config)) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Allow-Credentials', 'true');
  headers.set('Access-Control-Expose-Headers', 'ETag, Location, Retry-After, X-Request-Id');
}
