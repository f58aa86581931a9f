import {
  can,
  effectiveAccess,
  linkState,
  type AccessLink,
  type AccessMembership,
  type AccountKind,
  type AccountStatus,
  type Capability,
  type EffectiveAccess,
  type LinkState,
  type RoleId,
} from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';

/** One account as one person may use it. */
export interface AccountAccess extends EffectiveAccess {
  account: Row<'accounts'>;
  /** The active managed link the inherited grants come through, if any. */
  link: Row<'accountLinks'> | null;
  /** Ceiling of that link (R91). */
  ceiling: RoleId | null;
}

/** Is this a write, whose reads may lock? */
export const isWrite = (context: ReadContext<Actor | null>): context is Context<Actor | null> =>
  'tx' in context;

/**
 * What a person may do on an account, or undefined when it does not exist for them. Inside a write the
 * account, its link and the person's own grants are locked first, so that what is decided here still holds
 * when it commits (R87, threat 2, V07): a limit of the account is never counted by two at a time.
 */
export async function accessOf(
  context: ReadContext<Actor | null>,
  userId: string,
  accountId: string,
): Promise<AccountAccess | undefined> {
  const { db } = context;
  const lock = isWrite(context);
  const account = await db.accounts.get(accountId, { lock });
  if (!account) return undefined;
  const link = account.kind === 'child' ? await activeLink(context, accountId) : null;
  const memberships = await db.memberships.find({
    where: { userId, accountId: { in: link ? [accountId, link.parentId] : [accountId] }, status: 'active' },
    lock: lock ? 'update' : undefined,
  });
  const access = effectiveAccess({
    account: accessAccount(account),
    memberships: memberships.map((row) => accessMembership(row, account)),
    link: link && accessLink(link),
  });
  if (access.grants.length === 0) return undefined;
  return { ...access, account, link, ceiling: (link?.maxRole ?? null) as RoleId | null };
}

/** The link through which a parent's people reach this child. */
export async function activeLink(
  context: ReadContext<Actor | null>,
  childId: string,
): Promise<Row<'accountLinks'> | null> {
  const where = { childId, state: 'active', relationship: 'managed' };
  return (await context.db.accountLinks.first(where, { lock: isWrite(context) })) ?? null;
}

/** As `accessOf` for the caller; an account out of reach is `not-found`, or `link-pending` (R5, R93). */
export async function requireRelation(context: ReadContext, accountId: string): Promise<AccountAccess> {
  const { user } = context.actor;
  const access = await accessOf(context, user.id, accountId);
  if (access && withinToken(context.actor, access.account)) return access;
  if (await hasAskedForLink(context, accountId)) throw new ProblemError('link-pending');
  throw new ProblemError('not-found');
}

/** An embed token may be limited to one account and its children (contracts.md 2). */
export function withinToken(actor: Actor, account: Row<'accounts'>): boolean {
  const { accountLimit } = actor;
  return accountLimit === null || account.id === accountLimit || account.parentId === accountLimit;
}

/** 403 unless the capability is there; a gated membership is told to enrol first (R70). */
export function requireCapability(access: AccountAccess, capability: Capability): void {
  if (can(access, capability)) return;
  if (access.grants.every((grant) => grant.gate !== 'none')) throw new ProblemError('mfa-enrolment-required');
  throw new ProblemError('forbidden', { requiredCapability: capability });
}

/** The account the caller may use in this way, for use-cases whose account is not named in the path. */
export async function requireAccess(
  context: ReadContext,
  accountId: string,
  capability: Capability,
): Promise<AccountAccess> {
  const access = await requireRelation(context, accountId);
  requireCapability(access, capability);
  return access;
}

/** Only those who may ask for links know that one was asked for. */
async function hasAskedForLink(context: ReadContext, childId: string): Promise<boolean> {
  const links = await context.db.accountLinks.find({
    where: { childId, state: 'pending', initiatedBy: 'parent' },
  });
  for (const link of links) {
    if (linkState({ state: link.state as LinkState, expiresAt: link.expiresAt }, context.now) !== 'pending') {
      continue;
    }
    const access = await accessOf(context, context.actor.user.id, link.parentId);
    if (access && can(access, 'links.request')) return true;
  }
  return false;
}

/** Rows hold text; the domain's closed lists are what the server itself wrote into them. */
export function accessAccount(account: Row<'accounts'>) {
  return {
    id: account.id,
    kind: account.kind as AccountKind,
    status: account.status as AccountStatus,
    singleBilling: account.singleBilling,
  };
}

/**
 * A membership as it counts on this account. R70: an account that asks for a factor asks everybody, whoever comes
 * through the partner account included.
 */
export function accessMembership(row: Row<'memberships'>, account: Row<'accounts'>): AccessMembership {
  const { id, accountId, roleId, status } = row;
  const stopped = account.mfaPolicy === 'required' && !row.mfaActive;
  const gate = stopped ? 'mfa_enrolment' : row.gate;
  return { id, accountId, roleId, status, gate } as AccessMembership;
}

export function accessLink(row: Row<'accountLinks'>): AccessLink {
  const { parentId, childId, state, relationship, maxRole } = row;
  return { parentId, childId, state, relationship, maxRole } as AccessLink;
}
