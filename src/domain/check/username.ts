/** Usernames (R48, R50): a name of one's own, or one's own verified address; never somebody else's. */
import { limits } from '../limits.js';
import { accept, reject, type Check } from './check.js';
import { canonicalEmail, emailKey } from './email.js';
import { asciiLower, isWellFormed } from './text.js';

export interface UsernameContext {
  /** The person's own address, once they have proven it; null before. */
  readonly ownVerifiedEmail?: string | null;
}

/** Names that speak for the product or its staff; looked up without separators. */
const reserved = new Set(
  (
    'admin administrator sysadmin root superuser system security support help helpdesk service official staff ' +
    'moderator operator owner accountowner abuse postmaster hostmaster webmaster mailerdaemon noreply donotreply ' +
    'billing anonymous guest everyone nobody api www mail'
  ).split(' '),
);

/** Checks a username; the value is as typed. Whether it is free only the backend knows (R49). */
export function checkUsername(value: unknown, context: UsernameContext = {}): Check<string> {
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > limits.emailOctets) return reject('username_too_long');
  if (!isWellFormed(value)) return reject('invalid_unicode');
  if (value.includes('@')) return checkAddress(value, context.ownVerifiedEmail);
  if (value.length > limits.usernameMax) return reject('username_too_long');
  if (/[^A-Za-z0-9._-]/.test(value)) return reject('username_charset');
  if (value.length < limits.usernameMin) return reject('username_too_short');
  if (!/^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(value)) return reject('username_charset');
  return isReserved(value) ? reject('username_reserved') : accept(value);
}

/** What the field does before sending. */
export function cleanUsername(typed: string): string {
  return typed.trim();
}

/** Names with this same key are one name: compared without ASCII case. */
export function usernameKey(username: string): string {
  return asciiLower(username);
}

/** An address may be a username only where it is one's own and proven (R50). */
function checkAddress(value: string, own: string | null | undefined): Check<string> {
  const address = canonicalEmail(value);
  if (address === undefined) return reject('username_charset');
  const ownAddress = own ? canonicalEmail(own) : undefined;
  const isOwn = ownAddress !== undefined && emailKey(ownAddress) === emailKey(address);
  return isOwn ? accept(address) : reject('username_is_foreign_email');
}

function isReserved(username: string): boolean {
  return reserved.has(asciiLower(username).replace(/[._-]/g, ''));
}
