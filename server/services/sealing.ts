import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Random } from '../ports.js';

const nonceBytes = 16;

/**
 * Makes a text unreadable for whoever has the rows but not the secret: SHA-256 in counter mode under a key that
 * is kept nowhere. It hides and does not sign; rows can be changed only by those who could also run the server.
 */
export function seal(text: string, secret: string, random: Random): string {
  const nonce = random.bytes(nonceBytes);
  return bytesToHex(concatBytes(nonce, masked(utf8ToBytes(text), secret, nonce)));
}

export function unseal(sealed: string, secret: string): string {
  const bytes = hexToBytes(sealed);
  return new TextDecoder().decode(masked(bytes.slice(nonceBytes), secret, bytes.slice(0, nonceBytes)));
}

function masked(bytes: Uint8Array, secret: string, nonce: Uint8Array): Uint8Array {
  const key = hmac(sha256, utf8ToBytes(secret), nonce);
  const result = bytes.slice();
  for (let start = 0; start < bytes.length; start += key.length) {
    const block = hmac(sha256, key, utf8ToBytes(String(start)));
    const part = result.subarray(start, start + block.length);
    part.forEach((byte, index) => (part[index] = byte ^ (block[index] ?? 0)));
  }
  return result;
}
