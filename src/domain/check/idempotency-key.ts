/** Idempotency-Key (R35): a quoted string of at most 255 characters, or a bare UUID. */
import { limits } from '../limits.js';
import { accept, reject, type Check } from './check.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Checks the header; the value is the key without its quotes. */
export function checkIdempotencyKey(value: unknown): Check<string> {
  if (value === undefined || value === null || value === '') return reject('idempotency_key_missing');
  if (typeof value !== 'string') return reject('type_mismatch');
  // Twice the characters: every one could be escaped.
  if (value.length > 2 * limits.idempotencyKeyChars + 2) return reject('idempotency_key_malformed');
  if (uuid.test(value)) return accept(value);
  const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(value)?.[1];
  const key = quoted?.replace(/\\(["\\])/g, '$1');
  if (!key || key.length > limits.idempotencyKeyChars) return reject('idempotency_key_malformed');
  return accept(key);
}
