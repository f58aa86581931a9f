/** Invitation tokens (R46): `cci_` and 43 letters of base64url, 256 bits. */
import { accept, reject, type Check } from './check.js';

const pattern = /^cci_[A-Za-z0-9_-]{43}$/;

/** Longest paste the field looks at: a whole mail is not a link. */
const longestPaste = 2000;

/** Has it the exact form of a token? Whether it exists is the backend's answer. */
export function checkInviteToken(value: unknown): Check<string> {
  if (typeof value !== 'string') return reject('type_mismatch');
  return pattern.test(value) ? accept(value) : reject('invite_malformed');
}

/**
 * What the page does with a link as it arrived (A10): takes the part after `#`, joins what a mail program
 * wrapped, and drops the brackets, quotes and full stops that mail puts around a link. Escapes are not decoded.
 */
export function cleanInviteToken(pasted: string): string {
  if (pasted.length > longestPaste) return pasted;
  return pasted
    .slice(pasted.lastIndexOf('#') + 1)
    .replace(/[ \t\r\n]+/g, '')
    .replace(/^[<("'\[\u2018\u201c\u00ab]+/, '')
    .replace(/[>)"'\].,;:!?\u2019\u201d\u00bb\u2026]+$/, '');
}
