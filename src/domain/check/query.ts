/** Search words (domain.md 6): text, never a pattern. */
import { limits } from '../limits.js';
import { accept, reject, type Check } from './check.js';
import { isWellFormed } from './text.js';

/** Checks a query; the value has single blanks, none outside; no query is the empty one. */
export function checkQuery(value: unknown): Check<string> {
  if (value === undefined) return accept('');
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > 10 * limits.queryChars) return reject('query_too_long');
  if (!isWellFormed(value)) return reject('invalid_unicode');
  const query = value.replace(/\s+/gu, ' ').trim();
  if (/\p{Cc}/u.test(query)) return reject('query_control_char');
  return Array.from(query).length > limits.queryChars ? reject('query_too_long') : accept(query);
}
