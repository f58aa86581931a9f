import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Random } from '../ports.js';

/** What a secret opens. It is part of what is hashed, so one kind never passes for another (threat 13). */
export type SecretKind =
  | 'session'
  | 'invitation'
  | 'email-code'
  | 'challenge'
  | 'device'
  | 'password-reset'
  | 'email-undo'
  | 'recovery-code';

/** 256 unpredictable bits as 43 letters of base64url, behind a prefix where the kind has one. */
export function newSecret(random: Random, prefix = ''): string {
  return prefix + base64url(random.bytes(32));
}

/** What is stored and looked up instead of the secret itself. */
export function hashSecret(kind: SecretKind, secret: string): string {
  return sha256Hex(`${kind}:${secret}`);
}

/** SHA-256 of a text, in hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
