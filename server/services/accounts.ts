import { can, foldForSearch, type MfaPolicy } from '../../src/domain/index.js';
import type { Account, AccountName } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { accessOf, requireCapability, withinToken, type AccountAccess } from './access.js';
import { recordAudit } from './audit.js';
import { applyMfaPolicy } from './mfa-policy.js';
import { planOf } from './seats.js';
import { requireStepUp } from './step-up.js';

/** One account as this caller may see it. */
export async function wireAccount(context: ReadContext, access: AccountAccess): Promise<Account> {
  const { db } = context;
  const { account } = access;
  const childCount =
    account.kind === 'parent'
      ? await db.accounts.count({ parentId: account.id, relationship: 'managed', status: { not: 'closed' } })
      : 0;
  return {
    ...accountFields(context, account),
    parent: await visibleParent(context, access),
    childCount,
  };
}

/** The fields that follow from the row alone. */
export function accountFields(
  context: ReadContext,
  account: Row<'accounts'>,
): Omit<Account, 'parent' | 'childCount'> {
  const { id, name, kind, status, planId, relationship, singleBilling, mfaPolicy, closedAt, version } =
    account;
  const planName = planOf(context, account)?.name ?? null;
  return {
    id,
    name,
    kind,
    status,
    planId,
    planName,
    relationship,
    singleBilling,
    mfaPolicy,
    closedAt,
    version,
  };
}

/** R4: only people of the parent are told which one it is. */
async function visibleParent({ db }: ReadContext, { grants }: AccountAccess): Promise<AccountName | null> {
  const inherited = grants.find(({ source, gate }) => source === 'inherited' && gate === 'none');
  const parent = inherited && (await db.accounts.get(inherited.grantAccountId));
  return parent ? { id: parent.id, name: parent.name } : null;
}

export interface AccountChange {
  name?: string | undefined;
  mfaPolicy?: MfaPolicy | undefined;
  singleBilling?: boolean | undefined;
}

/** The decisions of a change, before its version is looked at: rights first, then a fresh proof (R93). */
export async function authoriseAccountChange(
  context: Context,
  access: AccountAccess,
  change: AccountChange,
): Promise<void> {
  const { name, mfaPolicy, singleBilling } = change;
  if (name !== undefined || mfaPolicy !== undefined) requireCapability(access, 'settings.manage');
  if (singleBilling !== undefined) await requireSingleBilling(context, access);
  if (mfaPolicy !== undefined || singleBilling !== undefined) requireStepUp(context);
}

/** R12: who manages Single Billing on the parent enrols its managed children one by one. */
async function requireSingleBilling(context: Context, access: AccountAccess): Promise<void> {
  const { user } = context.actor;
  const onParent = access.link && (await accessOf(context, user.id, access.link.parentId));
  const allowed =
    onParent && withinToken(context.actor, onParent.account) && can(onParent, 'singleBilling.manage');
  if (allowed && can(access, 'billing.manage')) return;
  throw new ProblemError('forbidden', { requiredCapability: 'singleBilling.manage' });
}

/** Writes the change; nothing happens, and nothing is told, where every value is what it was. */
export async function changeAccount(
  context: Context,
  { account }: AccountAccess,
  change: AccountChange,
): Promise<Row<'accounts'>> {
  const patch: Partial<Row<'accounts'>> = {};
  const before: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(change) as [
    keyof AccountChange,
    string | boolean | undefined,
  ][]) {
    if (value === undefined || account[field] === value) continue;
    Object.assign(patch, { [field]: value });
    before[field] = account[field];
  }
  if (Object.keys(patch).length === 0) return account;
  const after = { ...patch };
  if (patch.name !== undefined) patch.nameKey = foldForSearch(patch.name);
  const changed = await context.tx.accounts.update(account.id, patch);
  if (!changed) throw new ProblemError('not-found');
  if (patch.mfaPolicy !== undefined) await applyMfaPolicy(context, changed);
  await recordAudit(context, {
    accountId: account.id,
    action: 'account.updated',
    targetType: 'account',
    targetId: account.id,
    targetVersion: changed.version,
    before,
    after,
  });
  return changed;
}
