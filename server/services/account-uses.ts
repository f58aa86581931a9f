import type { Context, ReadContext } from '../context.js';
import { newId } from './new-id.js';

/** How many accounts "recent" means: one screen of a switcher. */
const recentAccounts = 12;

/** When each account was last used by anybody, their own people or those of the partner. */
export async function lastUses(
  { db }: ReadContext,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const uses = new Map<string, string>();
  const note = (accountId: string, at: string | null | undefined) => {
    if (at && at > (uses.get(accountId) ?? '')) uses.set(accountId, at);
  };
  for (const { accountId, at } of await db.entries.find({ where: { accountId: { in: accountIds } } })) {
    note(accountId, at);
  }
  await Promise.all(
    accountIds.map(async (accountId) => {
      const newest = { orderBy: [['lastActiveAt', 'desc']] } as const;
      note(accountId, (await db.memberships.first({ accountId, status: 'active' }, newest))?.lastActiveAt);
    }),
  );
  return uses;
}

/** The accounts that the caller was last in, with the time: through the partner, or on a membership there. */
export async function recentOf({ db, actor }: ReadContext): Promise<Map<string, string>> {
  const userId = actor.user.id;
  const entries = await db.entries.find({
    where: { userId },
    orderBy: [['at', 'desc']],
    limit: recentAccounts,
  });
  const memberships = await db.memberships.find({
    where: { userId, status: 'active' },
    orderBy: [['lastActiveAt', 'desc']],
    limit: recentAccounts,
  });
  const uses = [
    ...entries.map(({ accountId, at }) => [accountId, at] as const),
    ...memberships.map(({ accountId, lastActiveAt }) => [accountId, lastActiveAt ?? ''] as const),
  ].filter(([, at]) => at !== '');
  return new Map(uses.sort(([, a], [, b]) => b.localeCompare(a)).slice(0, recentAccounts));
}

/** Compares items by these times. */
export function newestFirst(
  times: ReadonlyMap<string, string>,
): (a: { id: string }, b: { id: string }) => number {
  return (a, b) => (times.get(b.id) ?? '').localeCompare(times.get(a.id) ?? '');
}

/** Which accounts the caller marked, of these or of all. */
export async function markedBy(
  { db, actor }: ReadContext,
  accountIds?: readonly string[],
): Promise<Set<string>> {
  const marks = await db.favourites.find({
    where: { userId: actor.user.id, accountId: accountIds && { in: accountIds } },
  });
  return new Set(marks.map(({ accountId }) => accountId));
}

/** Marks an account, or takes the mark away; doing it twice changes nothing. */
export async function setFavourite(
  { tx, actor, random, now }: Context,
  accountId: string,
  marked: boolean,
): Promise<void> {
  const whose = { userId: actor.user.id, accountId };
  if (!marked) {
    await tx.favourites.remove(whose);
    return;
  }
  await tx.hold(`favourites ${whose.userId}`);
  if (await tx.favourites.first(whose)) return;
  await tx.favourites.insert({ id: newId(random, 'favourite'), ...whose, createdAt: now.toISOString() });
}
