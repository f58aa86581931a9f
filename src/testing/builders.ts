import type {
  Account,
  AccountListItem,
  Capabilities,
  EffectiveAccess,
  Invitation,
  Me,
  Member,
  Page,
  PartnerPerson,
  Problem,
  RoleDefinition,
  SeatUsage,
  TrustedDevice,
} from '../client/index.js';
import { localError, type CcError, type ErrorKind } from '../client/errors.js';
import {
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  effectiveAccess,
  limits,
  problems,
  roleAvailability,
  roleDefinitions,
  seatUsage,
  type AccountKind,
  type ProblemSlug,
  type RoleId,
} from '../domain/index.js';

/** The moment at which everything built here happens. */
export const storyTime = '2026-11-22T09:00:00.000Z';

const day = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(Date.parse(storyTime) + days * day).toISOString();

/** An id that follows from a name, in the form of the backend's: the same name, the same id. */
export function idOf(prefix: string, name: string): string {
  const letters = name.replace(/[^0-9A-Za-z]/g, '').slice(0, 22);
  return `${prefix}_${letters.padEnd(22, '0')}`;
}

/** The partner account *Northwind Partners*, unless told otherwise. */
export function anAccount(given: Partial<Account> = {}): Account {
  const { name = 'Northwind Partners', kind = 'parent' } = given;
  return {
    id: idOf('acc', name),
    name,
    kind,
    status: 'active',
    planId: null,
    planName: null,
    parent: null,
    relationship: kind === 'child' ? 'managed' : null,
    singleBilling: false,
    mfaPolicy: 'encouraged',
    childCount: kind === 'parent' ? 240 : 0,
    closedAt: null,
    version: 1,
    ...given,
  };
}

/** The client *Harbour Lane Books* of a partner account, on the plan Standard. */
export function aClient(given: Partial<Account> = {}): Account {
  const { id, name } = anAccount();
  return anAccount({
    name: 'Harbour Lane Books',
    kind: 'child',
    planId: 'standard',
    planName: 'Standard',
    parent: { id, name },
    ...given,
  });
}

/** A member of the partner account: an active Account Manager, unless told otherwise. */
export function aMember(given: Partial<Member> = {}): Member {
  const { username = 'aisha.rahman', accountId = anAccount().id } = given;
  return {
    id: idOf('mem', `${username}${accountId.slice(4)}`),
    userId: idOf('usr', username),
    accountId,
    displayName: 'Aisha Rahman',
    username,
    email: `${username}@northwind.test`,
    roleId: 'account_manager',
    status: 'active',
    gate: 'none',
    source: 'invitation',
    mfaActive: true,
    you: false,
    invitedBy: null,
    suspendedAt: null,
    suspendedBy: null,
    createdAt: at(-90),
    lastActiveAt: at(-0.1),
    version: 1,
    ...given,
  };
}

/** As many members as asked for, with names in order: Person 001, Person 002, … */
export function someMembers(count: number, given: Partial<Member> = {}): Member[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return aMember({ displayName: `Person ${number}`, username: `person.${number}`, ...given });
  });
}

/** A pending invitation for a Campaign Creator, sent two days ago. */
export function anInvitation(given: Partial<Invitation> = {}): Invitation {
  const { email = 'priya.nair@northwind.test', accountId = anAccount().id } = given;
  return {
    id: idOf('inv', email),
    accountId,
    email,
    name: null,
    roleId: 'campaign_creator',
    proposedUsername: null,
    state: 'pending',
    delivery: 'sent',
    expiresAt: at(5),
    createdAt: at(-2),
    sentCount: 1,
    lastSentAt: at(-2),
    resendAvailableAt: null,
    invitedBy: { userId: idOf('usr', 'maya.okafor'), displayName: 'Maya Okafor', you: true },
    inviterMayGrant: true,
    bulkGrantId: null,
    message: null,
    version: 1,
    ...given,
  };
}

/** Somebody of the partner account who reaches a client. */
export function aPartnerPerson(given: Partial<PartnerPerson> = {}): PartnerPerson {
  const { username = 'hlindqvist' } = given;
  return {
    userId: idOf('usr', username),
    displayName: 'Hannah Lindqvist',
    username,
    email: `${username}@northwind.test`,
    roleId: 'partner_manager',
    effectiveRoleId: 'partner_manager',
    mfaActive: true,
    since: at(-90),
    lastEnteredAt: at(-3),
    ...given,
  };
}

/** The signed-in person. */
export function aMe(given: Partial<Me> = {}): Me {
  const { username = 'maya.okafor' } = given;
  return {
    id: idOf('usr', username),
    username,
    email: `${username}@northwind.test`,
    emailVerified: true,
    displayName: 'Maya Okafor',
    mfaActive: true,
    locale: 'en',
    currentAccountId: anAccount().id,
    version: 1,
    ...given,
  };
}

/** What somebody with this role on the account may do there. */
export function aViewer(roleId: RoleId, account: Account = anAccount(), userId = aMe().id): EffectiveAccess {
  const kind = account.kind as AccountKind;
  const membership = {
    id: idOf('mem', userId),
    accountId: account.id,
    roleId,
    status: 'active',
    gate: 'none',
  } as const;
  const { id, singleBilling } = account;
  const { capabilities, grants } = effectiveAccess({
    account: { id, kind, status: 'active', singleBilling },
    memberships: [membership],
  });
  const shown = grants.map(({ membershipId, source, grantAccountId }) => ({
    membershipId,
    source,
    roleId,
    grantAccountId,
  }));
  return { userId, targetAccountId: id, capabilities: [...capabilities], grants: shown };
}

/** The roles of an account as somebody with this role on it may grant them. */
export function someRoles(viewer: RoleId, account: Account = anAccount()): RoleDefinition[] {
  const kind = account.kind as AccountKind;
  const grants = [
    {
      membershipId: idOf('mem', 'viewer'),
      roleId: viewer,
      grantAccountId: account.id,
      source: 'direct',
      status: 'active',
      gate: 'none',
    } as const,
  ];
  return roleAvailability({ accountKind: kind, grants }).map((answer) => {
    const { grantableOn, assignable, order } = roleDefinitions[answer.roleId];
    return {
      id: answer.roleId,
      grantableOn: [...grantableOn],
      assignable,
      order,
      capabilitiesOnSelf: [...capabilitiesOnSelf(answer.roleId, kind)],
      capabilitiesOnChildren: kind === 'parent' ? [...capabilitiesOnChildren(answer.roleId)] : [],
      available: answer.available,
      reason: answer.available ? null : answer.reason,
    };
  });
}

/** Seats of a client on Standard: `someSeats({ used: 2, reserved: 1 })` is full. */
export function someSeats(
  given: { limit?: number | null; used?: number; reserved?: number } = {},
): SeatUsage {
  const { limit = 3, used = 1, reserved = 0 } = given;
  const plan =
    limit === null ? { planName: null, planUrl: null } : { planName: 'Standard', planUrl: '/plans' };
  return { accountId: aClient().id, ...seatUsage({ limit, members: used, pending: reserved }), ...plan };
}

/** A client in the list of accounts. */
export function aListedAccount(given: Partial<AccountListItem> = {}): AccountListItem {
  const account = aClient({ ...given, mfaPolicy: given.mfaPolicy ?? undefined });
  const seats = { ...someSeats(), accountId: account.id };
  return {
    ...account,
    seats,
    roleId: 'account_owner',
    source: 'inherited',
    lastActivityAt: at(-1),
    favourite: false,
    ...given,
  };
}

/** A browser that was remembered ten days ago. */
export function aTrustedDevice(given: Partial<TrustedDevice> = {}): TrustedDevice {
  return {
    id: idOf('dev', 'Firefox on Linux'),
    label: 'Firefox on Linux',
    current: true,
    firstSeenAt: at(-10),
    lastSeenAt: at(-1),
    expiresAt: at(20),
    lastCountry: null,
    ...given,
  };
}

/** What a backend with everything can do. */
export function someCapabilities(given: Partial<Capabilities> = {}): Capabilities {
  return {
    features: [
      ...['accounts', 'members', 'invitations', 'partner_people', 'own_sign_in', 'step_up'],
      ...['mfa', 'recovery_codes', 'mfa_policy', 'mfa_reset', 'trusted_devices'],
    ],
    identityPolicy: 'one_identity',
    limits: {
      inviteDays: limits.inviteLifeSeconds / 86_400,
      bulkAccounts: limits.bulkAccounts,
      csvRows: limits.csvRows,
      pageSize: limits.pageSize,
      pageSizeMax: limits.pageSizeMax,
      stepUpMinutes: limits.stepUpSeconds / 60,
      passwordMin: limits.passwordMin,
      passwordMinWithMfa: limits.passwordMinWithMfa,
    },
    productName: 'Northwind',
    plans: [
      { id: 'standard', name: 'Standard' },
      { id: 'premium', name: 'Premium' },
    ],
    ...given,
  };
}

/** A page that holds all there is. */
export function aPage<Item>(items: Item[], given: Partial<Page<Item>> = {}): Page<Item> {
  return { items, nextCursor: null, total: items.length, ...given };
}

/** A refusal as the client throws it, such as `aRefusal('seat-limit-reached', { limit: 3, used: 3 })`. */
export function aRefusal(kind: ProblemSlug, given: Partial<Problem> = {}): CcError {
  const { status, codes } = problems[kind];
  return localError(kind, {
    code: given.code ?? codes[0],
    status,
    requestId: 'req_0000000000000000000000',
    retryAfter: given.retryAfter,
    problem: given,
  });
}

/** A failure on the way, such as `aFailure('offline')`. */
export const aFailure = (kind: Exclude<ErrorKind, ProblemSlug>): CcError => localError(kind);
