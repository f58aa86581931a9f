import {
  decideRole,
  problemOf,
  type AccountKind,
  type RoleContext,
  type RoleId,
} from '../../src/domain/index.js';
import { ProblemError } from '../problem.js';
import { requireCapability, type AccountAccess } from './access.js';

/** What the role decision looks at when somebody grants a role on this account. */
export function roleContextOf(access: AccountAccess, target?: RoleContext['target']): RoleContext {
  return {
    accountKind: access.account.kind as AccountKind,
    grants: access.grants,
    ceiling: access.ceiling,
    ...(target === undefined ? {} : { target }),
  };
}

/**
 * The role, if this actor may grant it here, asked inside the write that grants it (2c, R87, R91); otherwise
 * the problem of the first reason against it.
 */
export function requireRole(access: AccountAccess, roleId: unknown, target?: RoleContext['target']): RoleId {
  const decision = decideRole(roleId, roleContextOf(access, target));
  if (decision.available) return decision.roleId;
  const { reason } = decision;
  if (reason === 'forbidden') {
    requireCapability(access, 'users.manage');
    throw new ProblemError('forbidden', { requiredCapability: 'users.manage' });
  }
  const slug = problemOf(reason);
  const errors = slug === 'role-not-available' ? [{ pointer: '/roleId', code: reason }] : undefined;
  throw new ProblemError(slug, { code: reason, errors });
}
