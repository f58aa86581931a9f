/** Effective access: what one person may do on one account, and which grant gave it (R4–R11, R91). */
import type { AccountKind, AccountStatus, Relationship } from './accounts.js';
import { capabilities, selfCapabilities, type Capability } from './capabilities.js';
import type { LinkState } from './links.js';
import type { MembershipGate, MembershipStatus } from './members.js';
import { capabilitiesOnChildren, capabilitiesOnSelf, type RoleId } from './roles.js';

/** A membership that reaches the account: on it, or on its parent. */
export interface Grant {
  readonly membershipId: string;
  readonly roleId: RoleId;
  /** Where the role was given; the account acted on is another one when inherited. */
  readonly grantAccountId: string;
  readonly source: 'direct' | 'inherited';
  readonly status: MembershipStatus;
  readonly gate: MembershipGate;
}

export interface EffectiveAccess {
  /** In the order of the tables; empty means the account does not exist for this person. */
  readonly capabilities: readonly Capability[];
  /** The live grants behind them (R11). */
  readonly grants: readonly Grant[];
}

/** The account acted on. */
export interface AccessAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly status: AccountStatus;
  /** On a parent: does the partnership use Single Billing (R6)? */
  readonly singleBilling: boolean;
}

/** One of the person's memberships, on any account. */
export interface AccessMembership {
  readonly id: string;
  readonly accountId: string;
  readonly roleId: RoleId;
  readonly status: MembershipStatus;
  readonly gate: MembershipGate;
}

/** The link between the account and its parent, in whatever state. */
export interface AccessLink {
  readonly parentId: string;
  readonly childId: string;
  readonly state: LinkState;
  readonly relationship: Relationship;
  readonly maxRole?: RoleId | null;
}

export interface AccessFacts {
  readonly account: AccessAccount;
  /** All of one person's memberships, or at least those on the account and on its parent. */
  readonly memberships: readonly AccessMembership[];
  readonly link?: AccessLink | null;
}

/** What one person may do on one account. */
export function effectiveAccess({ account, memberships, link }: AccessFacts): EffectiveAccess {
  if (account.status === 'closed') return { capabilities: [], grants: [] };
  const parentId = link && reachesChild(link, account) ? link.parentId : undefined;
  const grants = memberships.flatMap((membership): Grant[] => {
    if (membership.status !== 'active') return [];
    const direct = membership.accountId === account.id;
    if (!direct && membership.accountId !== parentId) return [];
    const { id, accountId, roleId, status, gate } = membership;
    const source = direct ? 'direct' : 'inherited';
    return [{ membershipId: id, roleId, grantAccountId: accountId, source, status, gate }];
  });
  const held = grantedCapabilities(grants, account.kind, link?.maxRole);
  if (!account.singleBilling) held.delete('singleBilling.manage');
  return { capabilities: capabilities.filter((capability) => held.has(capability)), grants };
}

/** Does the access allow it? */
export function can(access: Pick<EffectiveAccess, 'capabilities'>, capability: Capability): boolean {
  return access.capabilities.includes(capability);
}

/** What these live grants allow on an account of this kind: any grant suffices, inherited ones cut by the ceiling. */
export function grantedCapabilities(
  grants: readonly Grant[],
  kind: AccountKind,
  ceiling?: RoleId | null,
): Set<Capability> {
  return new Set(grants.flatMap((grant) => capabilitiesOf(grant, kind, ceiling)));
}

/** What one live grant gives on an account of this kind. A gate leaves only one's own affairs (R70). */
export function capabilitiesOf(
  grant: Grant,
  kind: AccountKind,
  ceiling?: RoleId | null,
): readonly Capability[] {
  if (grant.gate !== 'none') return selfCapabilities;
  if (grant.source === 'direct') return capabilitiesOnSelf(grant.roleId, kind);
  const reach = capabilitiesOnChildren(grant.roleId);
  if (!ceiling) return reach;
  const cap = capabilitiesOnChildren(ceiling);
  return reach.filter((capability) => cap.includes(capability));
}

/** Only an active, managed link carries the parent's grants down. */
function reachesChild(link: AccessLink, account: AccessAccount): boolean {
  return (
    account.kind === 'child' &&
    link.childId === account.id &&
    link.state === 'active' &&
    link.relationship === 'managed'
  );
}
