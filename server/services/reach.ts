import {
  capabilitiesOf,
  capabilitiesOnSelf,
  effectiveAccess,
  effectiveRoleOnChild,
  type EffectiveAccess,
  type Grant,
  type RoleId,
} from '../../src/domain/index.js';
import type { ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import { accessAccount, accessLink, accessMembership, withinToken } from './access.js';

/** All that one person can enter: own memberships, and the partner accounts whose clients come with them. */
export interface Reach {
  memberships: Row<'memberships'>[];
  /** Accounts of the memberships that are not closed, by id. */
  own: Map<string, Row<'accounts'>>;
  /** Own partner accounts whose children may be listed and entered (K7, K11, K17). */
  parentIds: string[];
  /** The one child an embed token is limited to; null without such a limit. */
  onlyChild: string | null;
}

/** The caller's reach. An embed token limited to one account leaves only that account and its children. */
export async function reachOf({ db, actor }: ReadContext): Promise<Reach> {
  const memberships = await db.memberships.find({ where: { userId: actor.user.id, status: 'active' } });
  const ids = memberships.map(({ accountId }) => accountId);
  const accounts = await db.accounts.find({ where: { id: { in: ids }, status: { not: 'closed' } } });
  const own = new Map(accounts.map((account) => [account.id, account]));
  const parentIds = memberships.flatMap((membership) => {
    const entersChildren =
      own.get(membership.accountId)?.kind === 'parent' &&
      membership.gate === 'none' &&
      capabilitiesOnSelf(membership.roleId as RoleId, 'parent').includes('children.access');
    return entersChildren ? [membership.accountId] : [];
  });
  for (const account of accounts) if (!withinToken(actor, account)) own.delete(account.id);
  const { accountLimit } = actor;
  if (accountLimit === null) return { memberships, own, parentIds, onlyChild: null };
  const isParent = parentIds.includes(accountLimit);
  return {
    ...{ memberships, own },
    parentIds: isParent ? [accountLimit] : parentIds,
    onlyChild: isParent ? null : accountLimit,
  };
}

/** An account of a list with what the caller may do there. */
export interface Reached {
  id: string;
  account: Row<'accounts'>;
  access: EffectiveAccess;
  strongest: StrongestGrant;
}

/** Works out the access to many accounts with one question to the store; those out of reach fall away. */
export async function reachAll(
  context: ReadContext,
  { memberships }: Pick<Reach, 'memberships'>,
  accounts: readonly Row<'accounts'>[],
): Promise<Reached[]> {
  const children = accounts.filter(({ kind }) => kind === 'child').map(({ id }) => id);
  const links = await context.db.accountLinks.find({
    where: { childId: { in: children }, state: 'active', relationship: 'managed' },
  });
  const linkOf = new Map(links.map((link) => [link.childId, link]));
  return accounts.flatMap((account) => {
    const link = linkOf.get(account.id);
    const access = effectiveAccess({
      account: accessAccount(account),
      memberships: memberships.map((row) => accessMembership(row, account)),
      link: link ? accessLink(link) : null,
    });
    const strongest = strongestGrant(access, account, (link?.maxRole ?? null) as RoleId | null);
    return strongest ? [{ id: account.id, account, access, strongest }] : [];
  });
}

export interface StrongestGrant {
  roleId: RoleId;
  source: Grant['source'];
  membershipId: string;
}

/** The grant that allows most, a direct one before an inherited one; its role is what it amounts to here (R90). */
export function strongestGrant(
  { grants }: EffectiveAccess,
  account: Row<'accounts'>,
  ceiling: RoleId | null,
): StrongestGrant | undefined {
  const { kind } = accessAccount(account);
  let best: StrongestGrant | undefined;
  let most = -1;
  for (const grant of [...grants].sort((a, b) => a.source.localeCompare(b.source))) {
    const size = capabilitiesOf(grant, kind, ceiling).length;
    if (size <= most) continue;
    most = size;
    const { membershipId, source } = grant;
    const roleId = source === 'direct' ? grant.roleId : effectiveRoleOnChild(grant.roleId, ceiling);
    best = { roleId, source, membershipId };
  }
  return best;
}
