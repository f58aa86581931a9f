import { effectiveRoleOnChild, type RoleId } from '../../src/domain/index.js';
import type { PartnerPerson, PartnerPersonList } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import type { AccountAccess } from './access.js';

/** R90: the partner's people who reach this client, by name, with what their role amounts to here. */
export async function listPartnerPeople(
  { db }: ReadContext,
  { account, link, ceiling }: AccountAccess,
): Promise<PartnerPersonList> {
  const parent = link && (await db.accounts.get(link.parentId));
  if (!parent || parent.status === 'closed') return { parent: null, items: [] };
  const memberships = await db.memberships.find({
    where: { accountId: parent.id, status: 'active', gate: 'none' },
    orderBy: [['nameKey', 'asc']],
  });
  const userId = { in: memberships.map((membership) => membership.userId) };
  const users = new Map((await db.users.find({ where: { id: userId } })).map((user) => [user.id, user]));
  const entries = await db.entries.find({ where: { accountId: account.id, userId } });
  const enteredAt = new Map(entries.map((entry) => [entry.userId, entry.at]));
  const items = memberships.flatMap((membership): PartnerPerson[] => {
    const user = users.get(membership.userId);
    if (user?.status !== 'active') return [];
    const { id, displayName, username, email, mfaActive } = user;
    return [
      {
        userId: id,
        displayName,
        username,
        email,
        roleId: membership.roleId,
        effectiveRoleId: effectiveRoleOnChild(membership.roleId as RoleId, ceiling),
        mfaActive,
        since: later(membership.createdAt, link.activatedAt),
        lastEnteredAt: enteredAt.get(id) ?? null,
      },
    ];
  });
  return { parent: { id: parent.id, name: parent.name }, items };
}

/** The later of two moments as they are stored, which sort as text. */
const later = (at: string, other: string | null): string => (other !== null && other > at ? other : at);
