import { foldForSearch, isId, type SeatUsage } from '../../src/domain/index.js';
import type { AccountListItem, AccountName } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOf, pageOfArray, type PageAsked, type PageFound } from '../paging.js';
import type { Find, Order } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { accountFields } from './accounts.js';
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
}

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
  const query = queryOf(reach, asked);
  // What must be worked out for each account can only be filtered and sorted after it was.
  if (asked.seats === undefined && asked.role === undefined && asked.sort?.by !== 'seats') {
    const found = await pageOf(context, 'accounts', query, asked);
    return { ...found, items: await itemsOf(context, reach, found.items) };
  }
  const all = await itemsOf(context, reach, await context.db.accounts.find(query));
  const wanted = all.filter((item) => matchesRole(item, asked.role) && matchesSeats(item.seats, asked.seats));
  if (asked.sort?.by === 'seats') wanted.sort(bySeats(asked.sort.direction));
  const order = `computed ${asked.sort?.by ?? 'name'} ${asked.sort?.direction ?? 'asc'}`;
  return pageOfArray(context, wanted, order, asked);
}

function queryOf(
  { own, parentIds }: Reach,
  asked: AccountListAsked,
): Pick<Find<'accounts'>, 'where'> & { orderBy: readonly Order<'accounts'>[] } {
  const { q = '', sort, status, plan, relationship = 'managed' } = asked;
  const children = [...own.values()].filter(({ kind }) => kind !== 'parent').map(({ id }) => id);
  const byId = isId('account', q);
  const by = sort && sort.by !== 'seats' ? columns[sort.by] : 'nameKey';
  const direction = sort && sort.by !== 'seats' ? sort.direction : 'asc';
  return {
    where: {
      // An id is looked for below the same parents, so that a known id finds nothing more than its name does.
      id: byId ? q : parentIds.length > 0 ? undefined : { in: children },
      parentId: parentIds.length > 0 ? { in: parentIds } : undefined,
      // A referred client gives no access, so it is none of the accounts one can enter.
      relationship: parentIds.length > 0 ? { in: relationship === 'managed' ? ['managed'] : [] } : undefined,
      nameKey: q === '' || byId ? undefined : { contains: foldForSearch(q) },
      status: status === undefined ? { not: 'closed' } : { in: [status].filter((one) => one !== 'closed') },
      planId: plan,
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

async function itemsOf(
  context: ReadContext,
  reach: Reach,
  rows: readonly Row<'accounts'>[],
): Promise<AccountListItem[]> {
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
): AccountListItem {
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

function matchesRole(item: AccountListItem, role: string | undefined): boolean {
  return role === undefined || item.roleId === role;
}

function matchesSeats(
  { limit, available, overLimit }: SeatUsage,
  wanted: 'free' | 'full' | 'over' | undefined,
): boolean {
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

function bySeats(direction: 'asc' | 'desc'): (a: AccountListItem, b: AccountListItem) => number {
  const sign = direction === 'asc' ? 1 : -1;
  return (a, b) => sign * (a.seats.used - b.seats.used);
}
