/** Unpredictable bytes; a simulator hands in predictable ones. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** The randomness of the page. */
export const pageRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

/** A number from 0 up to, and without, 1. */
export function fraction(random: Random): number {
  return random.bytes(4).reduce((sum, byte) => (sum + byte) / 256, 0);
}

/**
 * A key for one intent of a person (R35). The same key must go along when the same intent is sent again.
 * A bare UUID; `crypto.randomUUID` itself is missing on pages without https.
 */
export function intentKey(random: Random = pageRandom): string {
  const bytes = random.bytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
