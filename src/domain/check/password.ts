/** Passwords (R51): long, any script, never trimmed or cut; no composition rules, but no well-known ones. */
import { limits } from '../limits.js';
import { accept, reject, type Check } from './check.js';
import { isCommonPassword } from './password-blocklist.js';
import { isWellFormed, utf8Bytes } from './text.js';

export interface PasswordContext {
  /** A second factor is required at sign-in, so a shorter password will do. */
  readonly mfaRequired?: boolean;
  readonly username?: string | null;
  readonly email?: string | null;
  readonly accountName?: string | null;
  readonly productName?: string | null;
}

/** Checks a password; the value is the normalised form, which is what gets hashed. */
export function checkPassword(value: unknown, context: PasswordContext = {}): Check<string> {
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > limits.passwordBytes) return reject('password_too_long');
  if (!isWellFormed(value)) return reject('invalid_unicode');
  const password = normalisePassword(value);
  if (utf8Bytes(password) > limits.passwordBytes) return reject('password_too_long');
  if (/\p{Cc}/u.test(password)) return reject('password_control_char');
  if (Array.from(password).length < minimumLength(context)) return reject('password_too_short');
  if (isCommonPassword(password)) return reject('password_common');
  return mentions(password, contextWords(context)) ? reject('password_context') : accept(password);
}

/** One spelling for one password, so that every keyboard signs in. Blanks stay. */
export function normalisePassword(value: string): string {
  return value.normalize('NFC');
}

/** Fewest code points (R51). */
export function minimumLength(context: Pick<PasswordContext, 'mfaRequired'>): number {
  return context.mfaRequired ? limits.passwordMinWithMfa : limits.passwordMin;
}

function contextWords({ username, email, accountName, productName }: PasswordContext): string[] {
  const given = [username, email, email?.replace(/@.*$/s, ''), accountName, productName];
  return given.filter((word): word is string => !!word);
}

/**
 * Does the password lean on a word an attacker would try first? Longer words are found in any spelling of case
 * and separators, short ones only where they stand alone, so that "jane" does not forbid "janeiro".
 */
function mentions(password: string, words: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const dense = squeeze(text);
  const pieces = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.some((word) => {
    const wanted = squeeze(word.normalize('NFKC').toLowerCase());
    if (wanted.length < 3) return false;
    return wanted.length < 6 ? pieces.includes(wanted) : dense.includes(wanted);
  });
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
