import {
  roleDefinitions,
  type MembershipSource,
  type MfaPolicy,
  type RoleId,
} from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { gateOf, resetPending } from './mfa-policy.js';
import { newId } from './new-id.js';
import { personColumns } from './people.js';

export interface NewMembership {
  account: Row<'accounts'>;
  user: Row<'users'>;
  roleId: RoleId;
  source: MembershipSource;
  /** User id of whoever let the person in. */
  invitedBy: string | null;
}

/**
 * Makes a person a member. The caller has locked the account row, and has decided role and seat in this
 * transaction. Raises the unique rule `member_once` for somebody who is a member already.
 */
export async function addMembership(
  context: Context<Actor | null>,
  { account, user, roleId, source, invitedBy }: NewMembership,
): Promise<Row<'memberships'>> {
  const resetRequired = await resetPending(context.tx, user.id);
  const [membership] = await context.tx.memberships.insert({
    id: newId(context.random, 'membership'),
    userId: user.id,
    accountId: account.id,
    roleId,
    roleOrder: roleDefinitions[roleId].order,
    status: 'active',
    gate: gateOf(account.mfaPolicy as MfaPolicy, user.mfaActive, resetRequired),
    source,
    invitedBy,
    suspendedAt: null,
    suspendedBy: null,
    removedAt: null,
    createdAt: context.now.toISOString(),
    lastActiveAt: null,
    ...personColumns(user),
    version: 1,
  });
  if (!membership) throw new Error('The store returned no row for an insert');
  await recordAudit(context, {
    accountId: account.id,
    action: 'member.added',
    targetType: 'membership',
    targetId: membership.id,
    targetVersion: membership.version,
    after: { userId: user.id, roleId, source },
  });
  return membership;
}
