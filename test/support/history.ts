import type { AuditEvent, AuditQuery } from '../../src/client/index.js';

/** Now, in these tests. */
export const historyNow = new Date('2026-11-22T12:00:00.000Z');

/** An entry so many hours before. */
export function anEntry(hoursAgo: number, action: string, more: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: `aud_${hoursAgo}`,
    at: new Date(historyNow.getTime() - hoursAgo * 3_600_000).toISOString(),
    actor: { userId: 'usr_maya', displayName: 'Maya Okafor', username: 'maya.okafor' },
    accountId: 'acc_1',
    action,
    targetType: 'membership',
    targetId: `mem_${hoursAgo}`,
    targetName: 'Tomasz Wilk',
    before: null,
    after: null,
    ip: '192.0.2.7',
    correlationId: `req_${hoursAgo}`,
    ...more,
  };
}

/** Answers like the backend: filtered by kind and person, newest first, page by page. */
export function pagesOf(events: () => readonly AuditEvent[], size = Infinity) {
  return (query: AuditQuery = {}) => {
    const kinds = query.types?.split(',');
    const found = events()
      .filter(
        ({ action }) => !kinds || kinds.some((kind) => action === kind || action.startsWith(`${kind}.`)),
      )
      .filter(({ actor }) => !query.actor || actor?.userId === query.actor)
      .filter(({ targetId }) => !query.target || targetId === query.target)
      .filter(({ at }) => (!query.since || at >= query.since) && (!query.until || at < query.until))
      .toSorted((one, other) => other.at.localeCompare(one.at));
    const from = Number(query.cursor ?? 0);
    const to = from + Math.min(size, query.limit ?? 50);
    return { items: found.slice(from, to), nextCursor: to < found.length ? String(to) : null };
  };
}
