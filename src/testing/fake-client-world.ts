import type {
  Account,
  AccountLink,
  BulkGrant,
  BulkGrantItem,
  Invitation,
  LinkCode,
  Member,
  Offboarding,
  OffboardingItem,
  OwnershipTransfer,
  Page,
  PartnerPerson,
  Problem,
  SeatUsage,
} from '../client/index.js';
import type { Call } from '../client/call.js';
import {
  can,
  canAccept,
  effectiveAccess,
  foldForSearch,
  limits,
  seatUsage,
  type AccountKind,
  type AccountStatus,
  type Capability,
  type EffectiveAccess,
  type MembershipStatus,
  type ProblemCode,
  type ProblemSlug,
  type RoleId,
  type SeatGuard,
} from '../domain/index.js';
import { problemOf } from '../domain/problem-of.js';
import { aRefusal } from './builders.js';

/** An account, and how many people may use it; without a number as many as like. */
export type FakeAccount = Account & { readonly seatLimit?: number | null };

/** A link of an invitation that somebody holds. */
export interface FakeLink {
  readonly token: string;
  readonly invitationId: string;
  readonly channel: 'mail' | 'copied';
  readonly state: 'live' | 'replaced';
}

/** A link between a partner account and a client, whoever looks at it. */
export type FakePartnership = Omit<AccountLink, 'side' | 'remindersLeft'> & { readonly remindedAt?: string };

/** A job, with whose it is. */
export interface FakeJob {
  readonly actor: string;
  /** The partner account whose work it is. */
  readonly accountId: string;
  readonly job: BulkGrant | Offboarding;
  readonly items: readonly (BulkGrantItem | OffboardingItem)[];
  /** Gives these items another turn. */
  run(again: readonly (BulkGrantItem | OffboardingItem)[]): FakeJob['items'];
}

/** All that the fake backend knows. */
export interface FakeWorld {
  readonly accounts: Map<string, FakeAccount>;
  readonly members: Map<string, Member>;
  readonly invitations: Map<string, Invitation>;
  readonly links: FakeLink[];
  readonly partnerships: Map<string, FakePartnership>;
  /** Link codes that were made anew, by account. */
  readonly codes: Map<string, LinkCode>;
  /** Bulk grants and offboardings, which end in the moment they are started. */
  readonly jobs: Map<string, FakeJob>;
  readonly transfers: Map<string, OwnershipTransfer>;
  /** What accounts were before they were closed. */
  readonly closed: Map<string, { members: Member[]; parent: Account['parent']; status: string }>;
  /** User id of whoever is signed in. */
  viewer: string | null;
  now(): Date;
  /** A new name for something, such as `new 7`. */
  next(): string;
}

export type AnyCall = Call<unknown>;

/** Refuses as the backend would. */
export function refuse(kind: ProblemSlug, given: Partial<Problem> = {}): never {
  throw aRefusal(kind, given);
}

/** Refuses for a reason that a rule of the domain gave. */
export function refuseFor(code: ProblemCode, given: Partial<Problem> = {}): never {
  const kind = problemOf(code) ?? 'unavailable';
  return refuse(kind, { code, ...given });
}

/** What the viewer may do on an account: nothing at all where it is another one's (R5). */
export function accessTo(world: FakeWorld, accountId: string): EffectiveAccess {
  const account = world.accounts.get(accountId);
  if (!account) return { capabilities: [], grants: [] };
  const { id, parent, relationship, singleBilling } = account;
  const memberships = [...world.members.values()]
    .filter(({ userId }) => userId === world.viewer)
    .map((member) => ({
      ...member,
      roleId: member.roleId as RoleId,
      status: member.status as MembershipStatus,
    }));
  return effectiveAccess({
    account: {
      id,
      kind: account.kind as AccountKind,
      status: account.status as AccountStatus,
      singleBilling,
    },
    memberships,
    link: parent && {
      parentId: parent.id,
      childId: id,
      state: 'active',
      relationship: relationship === 'referred' ? 'referred' : 'managed',
    },
  });
}

/** The account of a call, with what the viewer may do there; refuses in the order of R93. */
export function enter(
  world: FakeWorld,
  { accountId = '' }: Pick<AnyCall, 'accountId'>,
  capability?: Capability,
): { account: FakeAccount; access: EffectiveAccess } {
  if (world.viewer === null) refuse('unauthenticated');
  const account = world.accounts.get(accountId);
  const access = accessTo(world, accountId);
  if (!account || access.capabilities.length === 0) refuse('not-found');
  if (capability && !can(access, capability)) refuse('forbidden', { requiredCapability: capability });
  return { account, access };
}

/** Refuses a write over a version that is not the current one (R14). */
export function match(call: AnyCall, current: { readonly version: number }): void {
  if (call.version !== current.version) refuse('stale-version', { current });
}

/** Members of an account who have not left. */
export function membersOf({ members }: FakeWorld, accountId: string): Member[] {
  return [...members.values()].filter(
    (member) => member.accountId === accountId && member.status !== 'removed',
  );
}

export function seatsOf(world: FakeWorld, account: FakeAccount): SeatUsage {
  const { id, seatLimit = null, planName } = account;
  const pending = [...world.invitations.values()].filter(
    ({ accountId, state }) => accountId === id && state === 'pending',
  );
  const members = membersOf(world, id).filter(({ status }) => status === 'active');
  const numbers = seatUsage({ limit: seatLimit, members: members.length, pending: pending.length });
  return { accountId: id, ...numbers, planName, planUrl: seatLimit === null ? null : '/plans' };
}

/** Refuses where a plan has no place left (R16). */
export function requireSeat(
  world: FakeWorld,
  account: FakeAccount,
  ask: (seats: SeatUsage) => SeatGuard = canAccept,
): void {
  const seats = seatsOf(world, account);
  const answer = ask(seats);
  if (answer.ok) return;
  const { limit, used, reserved } = answer;
  refuse('seat-limit-reached', { limit, used, reserved, planUrl: seats.planUrl ?? undefined });
}

/** The people of the partner account who reach a client (R90). */
export function partnerPeopleOf(world: FakeWorld, { parent }: FakeAccount): PartnerPerson[] {
  return membersOf(world, parent?.id ?? '')
    .filter(({ status }) => status === 'active')
    .map(({ userId, displayName, username, email, roleId, mfaActive, createdAt }) => {
      return {
        userId,
        displayName,
        username,
        email,
        roleId,
        effectiveRoleId: roleId,
        mfaActive,
        since: createdAt,
        lastEnteredAt: null,
      };
    });
}

export interface HowListed<Item> {
  /** What words are looked for in. */
  readonly text: (item: Item) => string;
  /** Columns by their wire name; the first one sorts unless another is asked for. */
  readonly columns: Readonly<Record<string, (item: Item) => string | null>>;
  readonly filters?: Readonly<Record<string, (item: Item) => unknown>>;
  readonly descending?: boolean;
}

/** Searches, filters, sorts and pages as a list of the backend does. */
export function pageOf<Item>(
  items: readonly Item[],
  query: Readonly<Record<string, unknown>> = {},
  { text, columns, filters = {}, descending = false }: HowListed<Item>,
): Page<Item> {
  const [first = ''] = Object.keys(columns);
  const { q = '', sort = `${descending ? '-' : ''}${first}`, limit = limits.pageSize, from, cursor } = query;
  if (String(q).length > limits.queryChars) refuse('query-invalid', { code: 'query_too_long' });
  const words = foldForSearch(String(q));
  const wanted = Object.entries(filters).filter(([name]) => query[name] !== undefined);
  const found = items.filter(
    (item) =>
      foldForSearch(text(item)).includes(words) && wanted.every(([name, of]) => of(item) === query[name]),
  );
  const column = columns[String(sort).replace(/^-/, '')];
  if (!column) refuse('query-invalid', { code: 'query_malformed' });
  const direction = String(sort).startsWith('-') ? -1 : 1;
  const key = (item: Item) => foldForSearch(column(item) ?? '');
  found.sort((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
  const start = Number(from ?? cursor ?? 0);
  const end = start + Number(limit);
  const nextCursor = from === undefined && end < found.length ? String(end) : null;
  return { items: found.slice(start, end), nextCursor, total: found.length };
}
