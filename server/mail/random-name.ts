import type { Random } from '../ports.js';

/** 128 bits as lower-case hex: part of a message id, which mail software may fold in case. */
export function randomName(random: Random): string {
  return [...random.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
