import {
  isRoleId,
  roleAvailability,
  roleDefinitions,
  type RoleContext,
  type RoleReason,
} from '../../domain/index.js';

/** Kind of account a role is granted on, as far as roles differ: a standalone account is like a child. */
export type RoleScope = 'parent' | 'child';

/** A role as the backend lists it, or as a host writes it; words only for roles of the host's own. */
export interface RoleOption {
  readonly id: string;
  readonly available: boolean;
  readonly reason?: string | null;
  readonly order?: number;
  readonly label?: string;
  readonly description?: string;
}

/** Whose grants decide, for hosts that know them and want no call. */
export type RoleActor = Pick<RoleContext, 'grants' | 'ceiling'>;
/** Whose role changes; absent for somebody new. */
export type RoleTarget = NonNullable<RoleContext['target']>;

export interface RoleFacts {
  readonly roles: readonly RoleOption[] | undefined;
  readonly scope: RoleScope | undefined;
  readonly actor: RoleActor | undefined;
  readonly target: RoleTarget | undefined;
}

export interface RoleChoice {
  readonly scope: RoleScope;
  /** What can be chosen, in reading order. */
  readonly offered: readonly RoleOption[];
  /** What can't, and why; ownership is left out, which nobody expects in a list of roles to give (R2). */
  readonly refused: readonly RoleOption[];
  /** A reason that holds for every role, when nothing is offered. */
  readonly blocked: RoleReason | undefined;
}

/** What a picker offers, by the one role decision of the domain; undefined until the roles are known. */
export function roleChoice({ roles, scope, actor, target }: RoleFacts): RoleChoice | undefined {
  const kind = scope ?? scopeOf(roles);
  const decided = actor && roleAvailability({ accountKind: kind, ...actor, target });
  const listed = roles ?? decided?.map(({ roleId }) => ({ id: roleId, available: true }));
  if (!listed) return undefined;
  const judged = listed
    .map((role): RoleOption => {
      const decision = decided?.find(({ roleId }) => roleId === role.id);
      const reason = refusal(role, kind, target) ?? (decision?.available === false ? decision.reason : null);
      return reason ? { ...role, available: false, reason } : role;
    })
    .sort((one, other) => orderOf(one) - orderOf(other));
  const offered = judged.filter(({ available }) => available);
  return {
    scope: kind,
    offered,
    refused: judged.filter(({ available, reason }) => !available && reason !== 'role_not_grantable'),
    blocked: offered.length === 0 ? blockedBy(judged, target) : undefined,
  };
}

/** What holds whatever a list says: the kind of account (K18), and who the role is for. */
function refusal({ id, available, reason }: RoleOption, kind: RoleScope, target?: RoleTarget): string | null {
  if (isRoleId(id)) {
    if (!roleDefinitions[id].assignable) return 'role_not_grantable';
    if (!roleDefinitions[id].grantableOn.includes(kind)) return 'role_not_available';
  }
  if (target?.isOwner) return 'last_owner';
  if (target?.isActor) return 'role_self_change';
  return available ? null : (reason ?? 'forbidden');
}

/** A list without the account's kind still tells it: Partner Manager does not exist on a child. */
function scopeOf(roles: readonly RoleOption[] | undefined): RoleScope {
  const partner = roles?.find(({ id }) => id === 'partner_manager');
  return partner && partner.reason !== 'role_not_available' ? 'parent' : 'child';
}

function orderOf({ id, order }: RoleOption): number {
  return order ?? (isRoleId(id) ? roleDefinitions[id].order : Number.MAX_SAFE_INTEGER);
}

function blockedBy(roles: readonly RoleOption[], target: RoleTarget | undefined): RoleReason {
  if (target?.isOwner) return 'last_owner';
  if (target?.isActor) return 'role_self_change';
  const own = roles.every(({ reason }) => reason === 'role_not_grantable' || reason === 'role_not_available');
  return own && roles.length > 0 ? 'role_not_available' : 'forbidden';
}
