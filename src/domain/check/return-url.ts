/** Where to go after sign-in or acceptance: a place of our own, compared as a parsed URL (P33, threat 25). */
import { accept, reject, type Check } from './check.js';

const longest = 2048;

export interface ReturnPolicy {
  /** Absolute address of the page or of the deployment; its origin is always allowed. */
  readonly base: string;
  /** Further origins, such as `https://portal.example.test`. */
  readonly allowedOrigins?: readonly string[];
}

/**
 * A path that starts with one slash, or a whole http(s) address of an allowed origin. The value is the whole
 * address again: a path alone could be read as `//elsewhere`.
 */
export function checkReturnUrl(value: unknown, policy: ReturnPolicy): Check<string> {
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > longest || /[\s\\\p{Cc}\p{Cf}\p{Cs}]/u.test(value)) return reject('return_url_refused');
  if (!/^(?:\/(?!\/)|https?:\/\/[^/])/i.test(value)) return reject('return_url_refused');
  let url: URL;
  try {
    url = new URL(value, policy.base);
  } catch {
    return reject('return_url_refused');
  }
  const origins = [new URL(policy.base).origin, ...(policy.allowedOrigins ?? [])];
  const clean = url.username === '' && url.password === '' && !url.pathname.startsWith('//');
  return clean && origins.includes(url.origin) ? accept(url.href) : reject('return_url_refused');
}
