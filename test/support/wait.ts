import { waitUntil as wait } from '@open-wc/testing';

/** Waits for a condition as long as a busy machine may need; only a failing test takes this long. */
export function waitUntil(condition: () => unknown, what?: string, timeout = 12_000): Promise<void> {
  return wait(condition as () => boolean, what, { timeout });
}
