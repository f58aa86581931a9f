/** One-time codes: six digits of an authenticator or a mail, and recovery codes (R63–R66, C01, C07). */
import { accept, reject, type Check } from './check.js';

/** Crockford's letters: none that is read as another. 16 of them are 80 bits. */
const recoveryLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const recoveryPattern = /^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** Longer input is no code, whatever it holds. */
const longestInput = 100;

/** What a code field turned out to hold. */
export type TypedCode =
  { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'recovery'; readonly code: string };

/** The wire form of a code: exactly six ASCII digits, so that one code has one spelling. Null is no code. */
export function checkTotpCode(value: unknown): Check<string> {
  if (value === undefined || value === null) return reject('mfa_code_format');
  if (typeof value !== 'string') return reject('type_mismatch');
  return /^[0-9]{6}$/.test(value) ? accept(value) : reject('mfa_code_format');
}

/** The wire form of a recovery code: four groups of four capital letters or digits. */
export function checkRecoveryCode(value: unknown): Check<string> {
  if (value === undefined || value === null) return reject('mfa_code_format');
  if (typeof value !== 'string') return reject('type_mismatch');
  return recoveryPattern.test(value) ? accept(value) : reject('mfa_code_format');
}

/** What the field does: blanks and dashes go, digits of any script become ASCII, a recovery code is recognised. */
export function cleanTotpCode(typed: string): Check<TypedCode> {
  if (typed.length > longestInput) return reject('mfa_code_format');
  const code = squeeze(typed);
  if (/^[0-9]{6}$/.test(code)) return accept({ kind: 'totp', code });
  const recovery = checkRecoveryCode(cleanRecoveryCode(typed));
  return recovery.ok ? accept({ kind: 'recovery', code: recovery.value }) : recovery;
}

/** What the recovery field does: capitals, the letters that look like 0 and 1 read as such, groups of four. */
export function cleanRecoveryCode(typed: string): string {
  if (typed.length > longestInput) return typed;
  const letters = squeeze(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return letters.length === 16 ? (letters.match(/.{4}/g) ?? []).join('-') : letters;
}

/** A recovery code from 10 random bytes. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  let letters = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += recoveryLetters.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return (letters.match(/.{4}/g) ?? []).join('-');
}

function squeeze(typed: string): string {
  return typed
    .replace(/[\s\p{Pd}\u2212\u200b\ufeff]+/gu, '')
    .replace(/[^\p{ASCII}]/gu, (sign) => asciiDigit(sign) ?? sign);
}

/** The value of a digit of any script. Decimal digits stand in runs of ten, some of which touch each other. */
function asciiDigit(sign: string): string | undefined {
  const isDigit = (point: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(point));
  const point = sign.codePointAt(0) ?? 0;
  if (!isDigit(point)) return undefined;
  let distance = 0;
  while (isDigit(point - distance - 1)) distance += 1;
  return String(distance % 10);
}
