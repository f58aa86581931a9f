import type {
  AccessAccount,
  AccessLink,
  AccessMembership,
  AccountKind,
  Grant,
  RoleId,
} from '../../src/domain/index.js';

export const parentId = 'acc_00000000000000000000PP';
export const childId = 'acc_00000000000000000000C1';
export const siblingId = 'acc_00000000000000000000C2';

/** A live grant on the account acted on. */
export function directGrant(roleId: RoleId, change: Partial<Grant> = {}): Grant {
  const base = { membershipId: `mem_${roleId}`, grantAccountId: parentId };
  return { ...base, roleId, source: 'direct', status: 'active', gate: 'none', ...change };
}

/** A live grant on the parent, seen from a child. */
export function inheritedGrant(roleId: RoleId, change: Partial<Grant> = {}): Grant {
  return directGrant(roleId, { source: 'inherited', ...change });
}

export function account(kind: AccountKind, change: Partial<AccessAccount> = {}): AccessAccount {
  const id = kind === 'parent' ? parentId : childId;
  return { id, kind, status: 'active', singleBilling: kind === 'parent', ...change };
}

export function membership(
  accountId: string,
  roleId: RoleId,
  change: Partial<AccessMembership> = {},
): AccessMembership {
  return { id: `mem_${roleId}_${accountId}`, accountId, roleId, status: 'active', gate: 'none', ...change };
}

/** The active, managed link between the parent and the child. */
export function link(change: Partial<AccessLink> = {}): AccessLink {
  return { parentId, childId, state: 'active', relationship: 'managed', maxRole: null, ...change };
}
