/** A moment as the clock, the wire or the store has it: `Date`, RFC 3339 text, or milliseconds. */
export type Instant = Date | string | number;

/** Milliseconds since 1970. */
export function toMillis(instant: Instant): number {
  if (typeof instant === 'number') return instant;
  return typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
}

/** Has the deadline come? It ends at the moment named, not after it (R37, P9). */
export function isPast(deadline: Instant, now: Instant): boolean {
  return toMillis(now) >= toMillis(deadline);
}

/** The moment this many seconds later. */
export function addSeconds(instant: Instant, seconds: number): Date {
  return new Date(toMillis(instant) + seconds * 1000);
}
