/** The role decision (domain.md 2c): one pure function, first reason wins, never a bare boolean. */
import type { AccountKind } from './accounts.js';
import { grantedCapabilities, type Grant } from './access.js';
import type { Capability } from './capabilities.js';
import {
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  isRoleId,
  roleDefinitions,
  roleIds,
  type RoleId,
} from './roles.js';

export const roleReasons = [
  'role_required',
  'role_unknown',
  'role_not_grantable',
  'role_not_available',
  'last_owner',
  'role_self_change',
  'forbidden',
  'role_above_actor',
  'role_above_ceiling',
] as const;
export type RoleReason = (typeof roleReasons)[number];

export type RoleAvailability =
  | { readonly roleId: RoleId; readonly available: true }
  | { readonly roleId: RoleId; readonly available: false; readonly reason: RoleReason };

export type RoleDecision =
  | { readonly available: true; readonly roleId: RoleId }
  | { readonly available: false; readonly reason: RoleReason };

/** Who grants, where, and to whom. */
export interface RoleContext {
  /** Kind of the account the role is granted on. */
  readonly accountKind: AccountKind;
  /** The actor's live grants that reach that account, as `effectiveAccess` returns them. */
  readonly grants: readonly Grant[];
  /** Ceiling of the link through which inherited grants come; null or absent means none (R91). */
  readonly ceiling?: RoleId | null;
  /** The member whose role changes; absent when somebody new is invited. */
  readonly target?: { readonly isOwner: boolean; readonly isActor: boolean };
}

/** May this role be granted here? `roleId` is whatever arrived. */
export function decideRole(roleId: unknown, context: RoleContext): RoleDecision {
  if (roleId === undefined || roleId === null || roleId === '') return refuse('role_required');
  if (!isRoleId(roleId)) return refuse('role_unknown');
  const role = roleDefinitions[roleId];
  if (!role.assignable) return refuse('role_not_grantable');
  if (!role.grantableOn.includes(context.accountKind)) return refuse('role_not_available');
  if (context.target?.isOwner) return refuse('last_owner');
  if (context.target?.isActor) return refuse('role_self_change');
  const grants = context.grants;
  if (grants.length === 0) return refuse('forbidden');

  const wanted = capabilitiesOnSelf(roleId, context.accountKind);
  if (!covers(grantedCapabilities(grants, context.accountKind), wanted)) return refuse('role_above_actor');
  if (context.accountKind === 'parent' && !covers(reachOnChildren(grants), capabilitiesOnChildren(roleId))) {
    return refuse('role_above_actor');
  }
  const held = grantedCapabilities(grants, context.accountKind, context.ceiling);
  if (!covers(held, wanted)) return refuse('role_above_ceiling');
  if (!held.has('users.manage')) return refuse('forbidden');
  return { available: true, roleId };
}

/** The same answer for every role, for a picker that says why a role is not offered (R1, R2). */
export function roleAvailability(context: RoleContext): RoleAvailability[] {
  return roleIds.map((roleId) => {
    const decision = decideRole(roleId, context);
    return decision.available ? decision : { roleId, available: false, reason: decision.reason };
  });
}

/** What the actor's grants on a parent allow on its children; a gate leaves nothing. */
function reachOnChildren(grants: readonly Grant[]): ReadonlySet<Capability> {
  return new Set(
    grants.filter((grant) => grant.gate === 'none').flatMap((grant) => capabilitiesOnChildren(grant.roleId)),
  );
}

function covers(held: ReadonlySet<Capability>, wanted: readonly Capability[]): boolean {
  return wanted.every((capability) => held.has(capability));
}

function refuse(reason: RoleReason): RoleDecision {
  return { available: false, reason };
}
