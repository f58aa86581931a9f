import type { Invitation, Member, PersonAccess, PersonAccessItem, PersonSummary } from '../client/index.js';
import { emailKey } from '../domain/index.js';
import {
  accessTo,
  enter,
  membersOf,
  pageOf,
  refuse,
  type AnyCall,
  type FakeAccount,
  type FakeWorld,
} from './fake-client-world.js';

/** One person as far as the viewer may know: what they hold and were offered, within the accounts they manage. */
export interface FakePerson {
  readonly id: string;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

/** The account and, below a partner account, every client whose people the viewer manages. */
export function managedAccounts(world: FakeWorld, account: FakeAccount): FakeAccount[] {
  const children = [...world.accounts.values()].filter(({ parent }) => parent?.id === account.id);
  return [account, ...children].filter(({ id }) => accessTo(world, id).capabilities.includes('users.manage'));
}

/** Everybody within these accounts, once: by their login, or by the address while they are only invited. */
export function peopleOf(world: FakeWorld, accounts: readonly FakeAccount[]): FakePerson[] {
  const ids = new Set(accounts.map(({ id }) => id));
  const members = accounts.flatMap(({ id }) => membersOf(world, id));
  const pending = [...world.invitations.values()].filter(
    ({ accountId, state }) => ids.has(accountId) && state === 'pending',
  );
  const people = new Map<string, { members: Member[]; invitations: Invitation[] }>();
  const userOf = new Map(members.map(({ email, userId }) => [emailKey(email), userId]));
  const at = (key: string) => {
    const known = people.get(key) ?? { members: [], invitations: [] };
    people.set(key, known);
    return known;
  };
  for (const member of members) at(member.userId).members.push(member);
  for (const one of pending) {
    const key = emailKey(one.email);
    at(userOf.get(key) ?? key).invitations.push(one);
  }
  return [...people.values()].map((person) => ({
    ...person,
    id: person.members[0]?.userId ?? person.invitations[0]?.id ?? '',
  }));
}

/** Everything that one person reaches there, and through what (R88). */
export function reachOf(
  accounts: readonly FakeAccount[],
  { members, invitations }: FakePerson,
): PersonAccessItem[] {
  const nameOf = ({ id, name, kind }: FakeAccount) => ({ id, name, kind });
  return accounts.flatMap((account): PersonAccessItem[] => {
    const blank = {
      membershipId: null,
      invitationId: null,
      through: null,
      lastActiveAt: null,
      version: null,
    };
    const here = { ...blank, account: nameOf(account) };
    const direct = members.filter(({ accountId }) => accountId === account.id);
    const offered = invitations.filter(({ accountId }) => accountId === account.id);
    const above = members.filter(
      ({ accountId, status }) => accountId === account.parent?.id && status === 'active',
    );
    const login = ({ userId, username, mfaActive }: Member) => ({ userId, username, mfaActive });
    const nobody = { userId: null, username: null, mfaActive: null };
    return [
      ...direct.map((one): PersonAccessItem => ({
        ...{ ...here, ...login(one), kind: 'membership', roleId: one.roleId, status: one.status },
        ...{
          membershipId: one.id,
          since: one.createdAt,
          lastActiveAt: one.lastActiveAt,
          version: one.version,
        },
      })),
      ...offered.map((one): PersonAccessItem => ({
        ...{ ...here, ...nobody, kind: 'invitation', roleId: one.roleId, status: 'pending' },
        ...{ invitationId: one.id, since: one.createdAt, version: one.version },
      })),
      ...above.map((one): PersonAccessItem => ({
        ...{ ...here, ...login(one), kind: 'inherited', roleId: one.roleId, status: 'active' },
        through: { accountId: one.accountId, accountName: account.parent?.name ?? '', roleId: one.roleId },
        since: one.createdAt,
      })),
    ];
  });
}

function summaryOf({ id, members, invitations }: FakePerson): PersonSummary {
  const [member] = members;
  const [invitation] = invitations;
  const active = members.flatMap(({ lastActiveAt }) => lastActiveAt ?? []).sort();
  return {
    ...{ id, userId: member?.userId ?? null, username: member?.username ?? null },
    ...{ email: member?.email ?? invitation?.email ?? '', mfaActive: member?.mfaActive ?? null },
    displayName: member?.displayName ?? invitation?.name ?? null,
    ...{ memberships: members.length, invitations: invitations.length },
    roleIds: [...new Set([...members, ...invitations].map(({ roleId }) => roleId))],
    lastActiveAt: active.at(-1) ?? null,
  };
}

/** People over a partner account and its clients, as the backend answers for them. */
export function peopleHandlers(world: FakeWorld) {
  function known(call: AnyCall) {
    const { account } = enter(world, call);
    const accounts = managedAccounts(world, account);
    if (accounts.length === 0) refuse('forbidden', { requiredCapability: 'users.manage' });
    return { accounts, people: peopleOf(world, accounts) };
  }

  return {
    'people.list': (call: AnyCall) =>
      pageOf(known(call).people.map(summaryOf), call.query, {
        text: ({ displayName, username, email }) => [displayName, username, email].join(' '),
        columns: {
          name: ({ displayName, email }) => displayName ?? email,
          email: ({ email }) => email,
          accounts: ({ memberships }) => String(memberships).padStart(6, '0'),
          lastActive: ({ lastActiveAt }) => lastActiveAt,
        },
        filters: {
          mfa: ({ mfaActive }) => (mfaActive ? 'on' : 'off'),
          status: ({ memberships }) => (memberships > 0 ? 'member' : 'invited'),
        },
      }),

    'people.access': (call: AnyCall): PersonAccess => {
      const { accounts, people } = known(call);
      const wanted = call.path[3] ?? '';
      const person = people.find(
        ({ id, invitations }) => id === wanted || invitations.some((one) => one.id === wanted),
      );
      if (!person) refuse('not-found');
      return { person: summaryOf(person), items: reachOf(accounts, person) };
    },
  };
}
