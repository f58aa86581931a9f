import { isPast } from '../../src/domain/index.js';
import type { AccountListItem } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import { withinToken } from './access.js';
import { closing, ownerOf, restorableUntil } from './account-closing.js';
import { accountFields } from './accounts.js';
import type { Reach } from './reach.js';

/**
 * What is told of an account the caller can't enter but may know of: a client that was only referred, or a closed one
 * that they may bring back. What belongs to its own people is left out.
 */
export function itemWithoutAccess(
  context: ReadContext,
  account: Row<'accounts'>,
): Omit<AccountListItem, 'lastActivityAt' | 'favourite'> {
  return {
    ...accountFields(context, account),
    ...{ planId: null, planName: null, mfaPolicy: null, seats: null, roleId: null, source: null },
    ...{ parent: null, childCount: 0 },
  };
}

/**
 * The closed accounts that the caller may bring back (R85): own ones, and those that a partner account of theirs lost
 * by the closing. With `parent`, only what that partner account has lost.
 */
export async function restorable(
  context: ReadContext,
  { own }: Pick<Reach, 'own'>,
  parent: string | undefined,
): Promise<string[]> {
  const { db, actor, now } = context;
  const userId = actor.user.id;
  const memberships = await db.memberships.find({
    where: { userId, roleId: ownerOf.roleId, status: { in: ['active', 'removed'] } },
  });
  const lost = memberships.filter(({ status }) => status === 'removed');
  const parents = memberships
    .filter(({ accountId, status }) => status === 'active' && own.get(accountId)?.kind === 'parent')
    .map(({ accountId }) => accountId)
    .filter((id) => parent === undefined || id === parent);
  const links = await db.accountLinks.find({ where: { parentId: { in: parents }, endReason: closing } });
  const endOf = new Map<string, Set<string | null>>();
  const note = (accountId: string, at: string | null) =>
    endOf.set(accountId, (endOf.get(accountId) ?? new Set()).add(at));
  if (parent === undefined) for (const { accountId, removedAt } of lost) note(accountId, removedAt);
  for (const { childId, endedAt } of links) note(childId, endedAt);
  const accounts = await db.accounts.find({ where: { id: { in: [...endOf.keys()] }, status: 'closed' } });
  return accounts
    .filter((account) => withinToken(actor, account))
    .filter(({ id, closedAt }) => closedAt !== null && endOf.get(id)?.has(closedAt) === true)
    .filter(({ closedAt }) => !isPast(restorableUntil(closedAt ?? ''), now))
    .map(({ id }) => id);
}
