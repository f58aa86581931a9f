import { ProblemError } from '../problem.js';

/** Strong entity tag of a version (RFC 9110 8.8.3). */
export function etag(version: number): string {
  return `"v${String(version)}"`;
}

/**
 * R14: 428 without a condition or with `*`, which names no version; 412 unless one strong tag of the list is
 * the current one. Weak tags never match, since a write needs the strong comparison (RFC 9110 13.1.1).
 */
export async function requireMatch(headers: Headers, version: number, current: () => unknown): Promise<void> {
  const condition = headers.get('if-match')?.trim() ?? '';
  if (condition === '' || condition === '*') throw new ProblemError('precondition-required');
  const tags = condition.split(',').map((tag) => tag.trim());
  if (tags.includes(etag(version))) return;
  throw new ProblemError('stale-version', { current: await current(), headers: { ETag: etag(version) } });
}
