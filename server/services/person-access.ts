import {
  capabilitiesOnSelf,
  effectiveRoleOnChild,
  emailKey,
  invitationState,
  type InvitationState,
  type RoleId,
} from '../../src/domain/index.js';
import type { PersonAccess, PersonAccessItem } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { managedAccounts } from './managed-accounts.js';
import { summaryOf } from './people-list.js';

/** Who is meant: a login, or under `per_account` all logins of one proven address, and what was sent to it. */
export interface Identity {
  users: readonly Row<'users'>[];
  emailKey: string | null;
  email: string;
}

/** R88: everything one person reaches among the accounts whose people the caller manages. */
export async function personAccess(
  context: ReadContext,
  access: AccountAccess,
  personId: string,
): Promise<PersonAccess> {
  const accounts = await managedAccounts(context, access);
  const identity = await identityOf(context, personId, accounts);
  const items = await accessItems(context, access, accounts, identity);
  if (items.length === 0) throw new ProblemError('not-found');
  return { person: summaryOf(personId, identity, items), items };
}

async function identityOf(
  context: ReadContext,
  personId: string,
  accounts: readonly Row<'accounts'>[],
): Promise<Identity> {
  const { db } = context;
  const user = await db.users.get(personId);
  if (user) return identityOfUser(context, user);
  const invitation = await db.invitations.get(personId);
  if (!invitation || accounts.every(({ id }) => id !== invitation.accountId))
    throw new ProblemError('not-found');
  const accepted =
    invitation.acceptedUserId === null ? undefined : await db.users.get(invitation.acceptedUserId);
  return accepted ? identityOfUser(context, accepted) : identityOfAddress(context, invitation.email);
}

export async function identityOfUser({ db, config }: ReadContext, user: Row<'users'>): Promise<Identity> {
  const { email } = user;
  if (user.emailVerifiedAt === null) return { users: [user], emailKey: null, email };
  if (config.identityPolicy === 'one_identity') return { users: [user], emailKey: user.emailKey, email };
  const same = { emailKey: user.emailKey, emailVerifiedAt: { not: null }, status: { not: 'deleted' } };
  const users = await db.users.find({ where: same, orderBy: [['createdAt', 'asc']] });
  return { users, emailKey: user.emailKey, email };
}

export async function identityOfAddress({ db }: ReadContext, address: string): Promise<Identity> {
  const key = emailKey(address);
  const proven = { emailKey: key, emailVerifiedAt: { not: null }, status: { not: 'deleted' } };
  const users = await db.users.find({ where: proven, orderBy: [['createdAt', 'asc']] });
  return { users, emailKey: key, email: address };
}

/**
 * Direct grants first, that of the partner account at the top, since the rest may follow from it; then invitations,
 * then what the person reaches through the partner account.
 */
export async function accessItems(
  context: ReadContext,
  { account }: Pick<AccountAccess, 'account'>,
  accounts: readonly Row<'accounts'>[],
  { users, emailKey: key }: Identity,
): Promise<PersonAccessItem[]> {
  const { db } = context;
  const accountOf = new Map(accounts.map((one) => [one.id, one]));
  const order = new Map(accounts.map(({ id }, index) => [id, index]));
  const accountId = { in: [...accountOf.keys()] };
  const userOf = new Map(users.map((user) => [user.id, user]));
  const memberships = await db.memberships.find({
    where: { userId: { in: [...userOf.keys()] }, accountId, status: { not: 'removed' } },
  });
  const invitations =
    key === null ? [] : await db.invitations.find({ where: { emailKey: key, accountId, state: 'pending' } });
  const inPlace = <T extends { accountId: string }>(rows: T[]) =>
    rows.sort((a, b) => (order.get(a.accountId) ?? 0) - (order.get(b.accountId) ?? 0));
  return [
    ...inPlace(memberships).flatMap((row) =>
      directItem(row, accountOf.get(row.accountId), userOf.get(row.userId)),
    ),
    ...inPlace(invitations).flatMap((row) => invitedItem(context, row, accountOf.get(row.accountId))),
    ...(await inheritedItems(context, account, accounts, memberships, userOf)),
  ];
}

const named = ({ id, name, kind }: Row<'accounts'>): PersonAccessItem['account'] => ({ id, name, kind });

const nobody = { userId: null, username: null, mfaActive: null } as const;
const loginOf = ({ id, username, mfaActive }: Row<'users'>) => ({ userId: id, username, mfaActive });

function directItem(
  row: Row<'memberships'>,
  account: Row<'accounts'> | undefined,
  user: Row<'users'> | undefined,
): PersonAccessItem[] {
  if (!account || !user) return [];
  const { id, roleId, status, createdAt: since, lastActiveAt, version } = row;
  return [
    {
      ...{ account: named(account), kind: 'membership', roleId, status, through: null },
      ...{ membershipId: id, invitationId: null, since, lastActiveAt, version },
      ...loginOf(user),
    },
  ];
}

function invitedItem(
  { now }: ReadContext,
  row: Row<'invitations'>,
  account: Row<'accounts'> | undefined,
): PersonAccessItem[] {
  if (!account) return [];
  const { id, roleId, createdAt: since, expiresAt, version } = row;
  const state = invitationState({ state: row.state as InvitationState, expiresAt }, now);
  return [
    {
      ...{ account: named(account), kind: 'invitation', roleId, through: null },
      status: state === 'expired' ? 'expired' : 'pending',
      ...{ membershipId: null, invitationId: id, since, lastActiveAt: null, version },
      ...nobody,
    },
  ];
}

async function inheritedItems(
  { db }: ReadContext,
  parent: Row<'accounts'>,
  accounts: readonly Row<'accounts'>[],
  memberships: readonly Row<'memberships'>[],
  userOf: ReadonlyMap<string, Row<'users'>>,
): Promise<PersonAccessItem[]> {
  const source = memberships.find(({ accountId, status, gate, roleId }) => {
    const enters = capabilitiesOnSelf(roleId as RoleId, 'parent').includes('children.access');
    return accountId === parent.id && status === 'active' && gate === 'none' && enters;
  });
  const user = source && userOf.get(source.userId);
  if (!user || parent.kind !== 'parent') return [];
  const childId = { in: accounts.filter(({ id }) => id !== parent.id).map(({ id }) => id) };
  const links = await db.accountLinks.find({ where: { childId, state: 'active', relationship: 'managed' } });
  const linkOf = new Map(links.map((link) => [link.childId, link]));
  const entries = await db.entries.find({ where: { userId: user.id, accountId: childId } });
  const enteredAt = new Map(entries.map(({ accountId, at }) => [accountId, at]));
  return accounts.flatMap((account): PersonAccessItem[] => {
    const link = linkOf.get(account.id);
    if (!link) return [];
    const { activatedAt } = link;
    return [
      {
        ...{ account: named(account), kind: 'inherited', status: 'active' },
        roleId: effectiveRoleOnChild(source.roleId as RoleId, link.maxRole as RoleId | null),
        through: { accountId: parent.id, accountName: parent.name, roleId: source.roleId },
        ...{ membershipId: source.id, invitationId: null, version: null },
        since: activatedAt !== null && activatedAt > source.createdAt ? activatedAt : source.createdAt,
        lastActiveAt: enteredAt.get(account.id) ?? null,
        ...loginOf(user),
      },
    ];
  });
}
