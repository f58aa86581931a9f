/** Roles as data (R1, R2, domain.md 2 and 5). */
import type { AccountKind } from './accounts.js';
import type { Capability } from './capabilities.js';
import type { RoleId } from './role-ids.js';
import { roleTables, type CellNote, type Placement } from './role-tables.js';

export * from './role-ids.js';

export interface RoleDefinition {
  readonly id: RoleId;
  /** Kinds of account the role can exist on (K18: no Partner Manager on a child). */
  readonly grantableOn: readonly AccountKind[];
  /** May it be handed out? Ownership only moves by transfer (R2, R54). */
  readonly assignable: boolean;
  /** Place in lists, ascending. */
  readonly order: number;
}

const anywhere: readonly AccountKind[] = ['parent', 'child', 'standalone'];

export const roleDefinitions: Readonly<Record<RoleId, RoleDefinition>> = {
  account_owner: { id: 'account_owner', grantableOn: anywhere, assignable: false, order: 0 },
  account_manager: { id: 'account_manager', grantableOn: anywhere, assignable: true, order: 1 },
  campaign_creator: { id: 'campaign_creator', grantableOn: anywhere, assignable: true, order: 2 },
  partner_manager: { id: 'partner_manager', grantableOn: ['parent'], assignable: true, order: 3 },
};

/** Where a role granted on this kind of account acts when it acts on that same account. */
export function placementOn(kind: AccountKind): Placement {
  return kind === 'parent' ? 'parent' : 'child';
}

/** What a role may do in one place; nothing where it cannot exist. */
export function capabilitiesAt(roleId: RoleId, placement: Placement): readonly Capability[] {
  return roleTables[roleId][placement]?.allow ?? [];
}

/** What a role granted on an account of this kind may do on that account. */
export function capabilitiesOnSelf(roleId: RoleId, kind: AccountKind): readonly Capability[] {
  return capabilitiesAt(roleId, placementOn(kind));
}

/** What a role granted on a parent may do on each of its children. */
export function capabilitiesOnChildren(roleId: RoleId): readonly Capability[] {
  return capabilitiesAt(roleId, 'children');
}

/** How far an allowed cell goes, or undefined where it is plain. */
export function noteAt(roleId: RoleId, placement: Placement, capability: Capability): CellNote | undefined {
  return roleTables[roleId][placement]?.notes?.[capability];
}

/**
 * What remains of a parent role on a child under the link's ceiling (R90, R91): the weaker of the two.
 * On children the four roles form a chain, each holding all of the one below, so one of the two always fits.
 */
export function effectiveRoleOnChild(roleId: RoleId, ceiling: RoleId | null | undefined): RoleId {
  if (!ceiling) return roleId;
  return capabilitiesOnChildren(roleId).length > capabilitiesOnChildren(ceiling).length ? ceiling : roleId;
}
