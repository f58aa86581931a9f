import { foldForSearch } from '../../src/domain/index.js';
import type { Member, MemberSort } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import type { Order, Where } from '../stores/port.js';
import type { Row } from '../stores/schema.js';

export interface MembersAsked extends PageAsked {
  q?: string | undefined;
  sort?: { by: MemberSort; direction: 'asc' | 'desc' } | undefined;
  role?: string | undefined;
  status?: 'active' | 'suspended' | undefined;
  mfa?: 'on' | 'off' | undefined;
  lastActive?: { at: string; since: boolean } | undefined;
}

const columns: Readonly<Record<MemberSort, keyof Row<'memberships'> & string>> = {
  name: 'nameKey',
  role: 'roleOrder',
  status: 'status',
  mfa: 'mfaActive',
  lastActive: 'lastActiveAt',
  createdAt: 'createdAt',
};

/** Members of one account; search, filters and every order work together and in the store. */
export async function listMembers(
  context: ReadContext,
  accountId: string,
  asked: MembersAsked,
): Promise<PageFound<Member>> {
  const { by, direction } = asked.sort ?? { by: 'name', direction: 'asc' };
  const orderBy: Order<'memberships'>[] = [[columns[by], direction]];
  if (by !== 'name') orderBy.push(['nameKey', 'asc']);
  const page = await pageOf(context, 'memberships', { where: whereOf(accountId, asked), orderBy }, asked);
  return { ...page, items: await wireMembers(context, page.items) };
}

function whereOf(accountId: string, asked: MembersAsked): Where<'memberships'> {
  const { q = '', role, status, mfa, lastActive } = asked;
  return {
    accountId,
    status: status ?? { not: 'removed' },
    roleId: role,
    mfaActive: mfa === undefined ? undefined : mfa === 'on',
    lastActiveAt: lastActive && (lastActive.since ? { gte: lastActive.at } : { before: lastActive.at }),
    searchText: q === '' ? undefined : { contains: foldForSearch(q) },
  };
}

/** Memberships as they travel, with the person's facts beside them. */
export async function wireMembers(
  context: ReadContext,
  rows: readonly Row<'memberships'>[],
): Promise<Member[]> {
  const users = await context.db.users.find({ where: { id: { in: rows.map(({ userId }) => userId) } } });
  const userOf = new Map(users.map((user) => [user.id, user]));
  return rows.flatMap((row) => {
    const user = userOf.get(row.userId);
    return user ? [memberOf(context, row, user)] : [];
  });
}

/** One membership as it travels. */
export async function wireMember(context: ReadContext, row: Row<'memberships'>): Promise<Member> {
  const [member] = await wireMembers(context, [row]);
  if (!member) throw new Error('A membership has a user');
  return member;
}

function memberOf(context: ReadContext, row: Row<'memberships'>, user: Row<'users'>): Member {
  const { id, accountId, roleId, status, gate, source, invitedBy } = row;
  const { suspendedAt, suspendedBy, createdAt, lastActiveAt, version } = row;
  return {
    id,
    accountId,
    userId: user.id,
    displayName: user.displayName,
    username: user.username,
    email: user.email,
    roleId,
    status,
    gate: gate as Member['gate'],
    source: source as Member['source'],
    mfaActive: user.mfaActive,
    you: user.id === context.actor.user.id,
    invitedBy,
    suspendedAt,
    suspendedBy,
    createdAt,
    lastActiveAt,
    version,
  };
}
