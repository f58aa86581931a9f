import { foldForSearch } from '../../src/domain/index.js';
import type { MyMembership } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { cursorBehind, pageOf, pageOfArray, type PageAsked, type PageFound } from '../paging.js';
import type { Row } from '../stores/schema.js';
import { parentIn } from './account-list.js';
import { reachAll, reachOf, type Reach } from './reach.js';

const ownOrder = 'own';

/**
 * Every account the caller can enter: first those of the own memberships, then the clients of own partner
 * accounts, each part by name.
 */
export async function listMyMemberships(
  context: ReadContext,
  asked: PageAsked & { q?: string | undefined },
): Promise<PageFound<MyMembership>> {
  const reach = await reachOf(context);
  const words = foldForSearch(asked.q ?? '');
  const own = [...reach.own.values()].filter((account) => isListedFirst(reach, account, words));
  own.sort((a, b) => rank(a) - rank(b) || (a.nameKey < b.nameKey ? -1 : 1));
  const page = await pageOfParts(context, reach, own, words, asked);
  return { ...page, items: await itemsOf(context, reach, page.items) };
}

/** Clients of own partner accounts come in the second part, also those with a membership of their own. */
function isListedFirst({ parentIds }: Reach, account: Row<'accounts'>, words: string): boolean {
  const second =
    account.parentId !== null && parentIds.includes(account.parentId) && account.relationship === 'managed';
  return !second && account.nameKey.includes(words);
}

function rank({ kind }: Row<'accounts'>): number {
  return kind === 'parent' ? 0 : 1;
}

/** One page over both parts, as if they were one list. */
async function pageOfParts(
  context: ReadContext,
  { parentIds, onlyChild }: Reach,
  own: Row<'accounts'>[],
  words: string,
  asked: PageAsked,
): Promise<PageFound<Row<'accounts'>>> {
  const query = {
    where: {
      id: onlyChild ?? undefined,
      parentId: { in: parentIds },
      relationship: 'managed',
      status: { not: 'closed' },
      nameKey: words === '' ? undefined : { contains: words },
    },
    orderBy: [['nameKey', 'asc']] as const,
  };
  const limit = asked.limit ?? context.config.limits.pageSize;
  if (asked.cursor !== undefined && !asked.cursor.startsWith(`${ownOrder}.`)) {
    return pageOf(context, 'accounts', query, asked);
  }
  const cursor = asked.cursor?.slice(ownOrder.length + 1);
  const first = pageOfArray(context, own, ownOrder, { ...asked, cursor });
  const from = asked.from === undefined ? undefined : Math.max(0, asked.from - own.length);
  const room = limit - first.items.length;
  const second = await pageOf(context, 'accounts', query, { limit: Math.max(1, room), from });
  const total = own.length + (second.total ?? 0);
  if (room > 0) return { items: [...first.items, ...second.items], nextCursor: second.nextCursor, total };
  return { items: first.items, nextCursor: nextOf(first, second, own, asked), total };
}

/** Behind a page that the first part filled: more of it, or the start of the second. */
function nextOf(
  first: PageFound<Row<'accounts'>>,
  second: PageFound<Row<'accounts'>>,
  own: readonly Row<'accounts'>[],
  asked: PageAsked,
): string | null {
  if (asked.from !== undefined) return null;
  if (first.nextCursor !== null) return `${ownOrder}.${first.nextCursor}`;
  return second.items.length > 0 ? `${ownOrder}.${cursorBehind(own, ownOrder)}` : null;
}

async function itemsOf(
  context: ReadContext,
  reach: Reach,
  accounts: readonly Row<'accounts'>[],
): Promise<MyMembership[]> {
  const reached = await reachAll(context, reach, accounts);
  return reached.map(({ account, access, strongest }) => {
    const inherited = access.grants.find(({ source }) => source === 'inherited');
    const { id, name, kind } = account;
    return {
      account: { id, name, kind, parent: parentIn(reach, inherited?.grantAccountId) },
      ...strongest,
      capabilities: [...access.capabilities],
    };
  });
}
