import { newId } from '../services/new-id.js';
import type { Config } from '../config.js';
import type { Random } from '../ports.js';
import { allowOrigin } from './origin.js';

const safeId = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The caller's request id where it is harmless in logs and headers, else a new one. */
export function requestIdOf(request: Request, random: Random): string {
  const given = request.headers.get('x-request-id');
  return given !== null && safeId.test(given) ? given : newId(random, 'request');
}

/**
 * Address of the caller for budgets and audit. Only hops that trusted proxies appended count, so that nobody
 * chooses their own bucket (HD-020).
 */
export function callerAddress(request: Request, peer: string | null, config: Config): string | null {
  if (config.trustedHops === 0) return peer;
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-config.trustedHops) || peer;
}

/** The headers every answer carries. */
export function finish(request: Request, response: Response, requestId: string, config: Config): Response {
  const { headers } = response;
  headers.set('X-Request-Id', requestId);
  headers.set('Cache-Control', 'no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (config.publicUrl.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  headers.append('Vary', 'Authorization, Cookie');
  allowOrigin(request, headers, config);
  return response;
}
