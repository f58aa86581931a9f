import { foldForSearch, isId, type SeatUsage } from '../../src/domain/index.js';
import type { AccountListItem, AccountName } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOf, pageOfArray, type PageAsked, type PageFound } from '../paging.js';
import type { Find, Order } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { accountFields } from './accounts.js';
import { itemWithoutAccess, restorable } from './accounts-without-access.js';
import { newestFirst, lastUses, markedBy, recentOf } from './account-uses.js';
import { reachAll, reachOf, type Reach, type Reached } from './reach.js';
import { seatsOfMany, wireSeats } from './seats.js';

export interface AccountListAsked extends PageAsked {
  q?: string | undefined;
  sort?: { by: 'name' | 'status' | 'plan' | 'seats' | 'createdAt'; direction: 'asc' | 'desc' } | undefined;
  status?: string | undefined;
  plan?: string | undefined;
  seats?: 'free' | 'full' | 'over' | undefined;
  relationship?: string | undefined;
  role?: string | undefined;
  source?: 'direct' | 'inherited' | undefined;
  parent?: string | undefined;
  show?: 'favourites' | 'recent' | undefined;
}

/** An item before it is known when it was last used, which is asked for one page only. */
type Item = Omit<AccountListItem, 'lastActivityAt' | 'favourite'>;

const columns = { name: 'nameKey', status: 'status', plan: 'planId', createdAt: 'createdAt' } as const;

/**
 * The clients of the partner accounts the caller works for; somebody who works for none sees the client
 * accounts of their own memberships, and never a sibling (R5).
 */
export async function listAccounts(
  context: ReadContext,
  asked: AccountListAsked,
): Promise<PageFound<AccountListItem>> {
  const reach = await reachOf(context);
  const recent = asked.show === 'recent' ? await recentOf(context) : undefined;
  const shown = asked.show === 'favourites' ? [...(await markedBy(context))] : recent && [...recent.keys()];
  const closed = asked.status === 'closed' ? await restorable(context, reach, asked.parent) : undefined;
  const query = queryOf(reach, asked, shown, closed);
  const found = isWorkedOut(asked)
    ? await pageWorkedOut(context, reach, query, asked, recent)
    : await pageFromStore(context, reach, query, asked);
  return { ...found, items: await withUses(context, found.items) };
}

type Query = Pick<Find<'accounts'>, 'where'> & { orderBy: readonly Order<'accounts'>[] };

/** What must be worked out for each account can only be filtered and sorted after it was. */
function isWorkedOut(asked: AccountListAsked): boolean {
  const { seats, role, source, sort, show } = asked;
  return (
    isWithoutAccess(asked) ||
    seats !== undefined ||
    role !== undefined ||
    source !== undefined ||
    sort?.by === 'seats' ||
    show === 'recent'
  );
}

/** Are those asked for that give no access? Then nothing may be found by what is not told of them. */
const isWithoutAccess = ({ relationship, status }: AccountListAsked): boolean =>
  relationship === 'referred' || status === 'closed';

async function pageFromStore(
  context: ReadContext,
  reach: Reach,
  query: Query,
  asked: AccountListAsked,
): Promise<PageFound<Item>> {
  const found = await pageOf(context, 'accounts', query, asked);
  return { ...found, items: await itemsOf(context, reach, found.items) };
}

async function pageWorkedOut(
  context: ReadContext,
  reach: Reach,
  query: Query,
  asked: AccountListAsked,
  recent: ReadonlyMap<string, string> | undefined,
): Promise<PageFound<Item>> {
  const rows = await context.db.accounts.find(query);
  const entered = await itemsOf(context, reach, rows);
  const all = isWithoutAccess(asked) ? withTheOthers(context, reach, rows, entered) : entered;
  const wanted = all.filter(
    (item) =>
      matchesRole(item, asked) &&
      matchesSeats(item.seats, asked.seats) &&
      (asked.plan === undefined || item.planId === asked.plan),
  );
  if (asked.sort?.by === 'seats') wanted.sort(bySeats(asked.sort.direction));
  else if (recent && !asked.sort) wanted.sort(newestFirst(recent));
  const by = asked.sort?.by ?? (recent ? 'recent' : 'name');
  return pageOfArray(context, wanted, `computed ${by} ${asked.sort?.direction ?? 'asc'}`, asked);
}

/** In the order of the rows; a token for one client tells of no other. */
function withTheOthers(
  context: ReadContext,
  { onlyChild }: Reach,
  rows: readonly Row<'accounts'>[],
  entered: readonly Item[],
): Item[] {
  const items = new Map(entered.map((item) => [item.id, item]));
  return rows.flatMap((row) => {
    const item = items.get(row.id) ?? (onlyChild === null ? itemWithoutAccess(context, row) : undefined);
    return item ? [item] : [];
  });
}

async function withUses(context: ReadContext, items: readonly Item[]): Promise<AccountListItem[]> {
  const ids = items.filter(({ source }) => source !== null).map(({ id }) => id);
  const [uses, marked] = await Promise.all([lastUses(context, ids), markedBy(context, ids)]);
  return items.map((item) => {
    return { ...item, lastActivityAt: uses.get(item.id) ?? null, favourite: marked.has(item.id) };
  });
}

function queryOf(
  { own, parentIds, onlyChild }: Reach,
  asked: AccountListAsked,
  shown?: readonly string[],
  closed?: readonly string[],
): Query {
  const { q = '', sort, status, plan, relationship = closed ? undefined : 'managed', parent } = asked;
  const children = [...own.values()].filter(({ kind }) => kind !== 'parent').map(({ id }) => id);
  const parents = parent === undefined ? parentIds : parentIds.filter((id) => id === parent);
  const byId = isId('account', q);
  const only = onlyChild === null ? undefined : [onlyChild];
  // An id is looked for below the same parents, so that a known id finds nothing more than its name does.
  const within = closed ?? (parentIds.length > 0 ? undefined : children);
  const ids = [byId ? [q] : undefined, shown, only, within];
  // The order tells as much as the value does.
  const hidden = sort?.by === 'seats' || (sort?.by === 'plan' && isWithoutAccess(asked));
  const by = sort && sort.by !== 'seats' && !hidden ? columns[sort.by] : 'nameKey';
  const direction = sort && !hidden ? sort.direction : 'asc';
  return {
    where: {
      id: inAll(ids),
      // A closed account has lost its partner account.
      parentId: !closed && (parentIds.length > 0 || parent !== undefined) ? { in: parents } : undefined,
      // A referred client gives no access, so it is none of the accounts one can enter.
      relationship: parentIds.length > 0 || asked.relationship !== undefined ? relationship : undefined,
      nameKey: q === '' || byId ? undefined : { contains: foldForSearch(q) },
      status: status ?? { not: 'closed' },
      planId: isWithoutAccess(asked) ? undefined : plan,
    },
    orderBy:
      by === 'nameKey'
        ? [['nameKey', direction]]
        : [
            [by, direction],
            ['nameKey', 'asc'],
          ],
  };
}

/** The ids that stand in every list; lists that are not given narrow nothing. */
function inAll(lists: readonly (readonly string[] | undefined)[]): { in: string[] } | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined);
  return first && { in: first.filter((id) => others.every((list) => list.includes(id))) };
}

async function itemsOf(
  context: ReadContext,
  reach: Reach,
  rows: readonly Row<'accounts'>[],
): Promise<Item[]> {
  const reached = await reachAll(context, reach, rows);
  const seats = await seatsOfMany(
    context,
    reached.map(({ account }) => account),
  );
  return reached.map((one) => itemOf(context, reach, one, seats.get(one.id)));
}

function itemOf(
  context: ReadContext,
  reach: Reach,
  { account, access, strongest }: Reached,
  seats: SeatUsage | undefined,
): Item {
  if (!seats) throw new Error('Seats are counted for every account of a list');
  return {
    ...accountFields(context, account),
    parent: parentIn(reach, access.grants.find(({ source }) => source === 'inherited')?.grantAccountId),
    childCount: 0,
    seats: wireSeats(context, account, seats),
    roleId: strongest.roleId,
    source: strongest.source,
  };
}

/** Name of an own partner account. */
export function parentIn({ own }: Reach, parentId: string | undefined): AccountName | null {
  const parent = parentId === undefined ? undefined : own.get(parentId);
  return parent ? { id: parent.id, name: parent.name } : null;
}

function matchesRole(item: Item, { role, source }: AccountListAsked): boolean {
  return (role === undefined || item.roleId === role) && (source === undefined || item.source === source);
}

function matchesSeats(seats: SeatUsage | null, wanted: 'free' | 'full' | 'over' | undefined): boolean {
  if (!seats) return wanted === undefined;
  const { limit, available, overLimit } = seats;
  switch (wanted) {
    case 'over':
      return overLimit;
    case 'full':
      return limit !== null && available === 0;
    case 'free':
      return available === null || available > 0;
    case undefined:
      return true;
  }
}

function bySeats(direction: 'asc' | 'desc'): (a: Item, b: Item) => number {
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => sign * ((a.seats?.used ?? -1) - (b.seats?.used ?? -1));
}
