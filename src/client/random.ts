/** Unpredictable bytes; a simulator hands in predictable ones. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** The randomness of the page. */
export const pageRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

/** A number from 0 up to, and without, 1. */
export const fraction = (random: Random): number => (random.bytes(1)[0] ?? 0) / 256;

/**
 * A key for one intent of a person (R35): a quoted string of 144 random bits. The same key must go along when the same
 * intent is sent again.
 */
export const intentKey = (random: Random = pageRandom): string =>
  `"${btoa(String.fromCharCode(...random.bytes(18)))}"`;
