import { can, capabilitiesOnChildren } from '../../src/domain/index.js';
import type { AccountName } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { requireCapability, type AccountAccess } from './access.js';
import { reachTo } from './links.js';
import { reachAll, reachOf } from './reach.js';

/** May these people be looked at and managed: here, or, for a partner account, at least on its clients? */
export function managesPeople({ account, capabilities, grants }: AccountAccess): boolean {
  if (can({ capabilities }, 'users.manage')) return true;
  return (
    account.kind === 'parent' &&
    grants.some(
      ({ gate, roleId }) => gate === 'none' && capabilitiesOnChildren(roleId).includes('users.manage'),
    )
  );
}

export function requireManagesPeople(access: AccountAccess): void {
  if (!managesPeople(access)) requireCapability(access, 'users.manage');
}

/**
 * The account and, below a partner account, every client whose people the caller manages; a ceiling may leave some
 * out. The partner account's own people are known to all who manage people of its clients (R90).
 */
export async function managedAccounts(
  context: ReadContext,
  { account }: Pick<AccountAccess, 'account'>,
): Promise<Row<'accounts'>[]> {
  if (account.kind !== 'parent') return [account];
  const children = await context.db.accounts.find({
    where: { parentId: account.id, relationship: 'managed', status: { not: 'closed' } },
    orderBy: [['nameKey', 'asc']],
  });
  const reached = await reachAll(context, await reachOf(context), children);
  const managed = reached.filter(({ access }) => can(access, 'users.manage'));
  return [account, ...managed.map((one) => one.account)];
}

/** Names of these accounts, as far as the caller may know them: those they reach, and former clients. */
export async function namesOf(
  context: ReadContext,
  accountIds: readonly string[],
): Promise<(accountId: string) => AccountName> {
  const id = { in: [...new Set(accountIds)] };
  const accounts = await context.db.accounts.find({ where: { id } });
  const reach = await reachOf(context);
  const known = new Set((await reachAll(context, reach, accounts)).map((one) => one.id));
  const former = await context.db.accountLinks.find({
    where: { childId: id, parentId: { in: reach.parentIds }, activatedAt: { not: null } },
  });
  for (const { childId } of former) known.add(childId);
  const names = new Map(accounts.map(({ id: accountId, name }) => [accountId, name]));
  return (accountId) => ({ id: accountId, name: known.has(accountId) ? (names.get(accountId) ?? '') : '' });
}

/** The account of a job's item, for the person who started the job: gone, or closed, or there. */
export async function requireReach(context: ReadContext, accountId: string): Promise<AccountAccess> {
  const access = await reachTo(context, accountId);
  if (access) return access;
  throw new ProblemError((await wasClosed(context, accountId)) ? 'account-unavailable' : 'not-found');
}

/** Was it a client of an own partner account until it was closed? Then that may be said. */
async function wasClosed(context: ReadContext, accountId: string): Promise<boolean> {
  const account = await context.db.accounts.get(accountId);
  if (account?.status !== 'closed') return false;
  const links = await context.db.accountLinks.find({
    where: { childId: accountId, endReason: 'account_closed' },
  });
  for (const { parentId } of links) if (await reachTo(context, parentId)) return true;
  return false;
}
