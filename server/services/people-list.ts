import { foldForSearch } from '../../src/domain/index.js';
import type { PersonAccessItem, PersonSummary } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOfArray, type PageAsked, type PageFound } from '../paging.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { managedAccounts } from './managed-accounts.js';
import type { Identity } from './person-access.js';

export interface PeopleAsked extends PageAsked {
  q?: string | undefined;
  sort?: { by: 'name' | 'email' | 'accounts' | 'lastActive'; direction: 'asc' | 'desc' } | undefined;
  role?: string | undefined;
  mfa?: 'on' | 'off' | undefined;
  status?: 'member' | 'invited' | undefined;
}

/** The people of a partner account and of its clients, each once, as far as the caller manages them. */
export async function listPeople(
  context: ReadContext,
  access: AccountAccess,
  asked: PeopleAsked,
): Promise<PageFound<PersonSummary>> {
  const { by, direction } = asked.sort ?? { by: 'name', direction: 'asc' };
  const people = await peopleOn(context, await managedAccounts(context, access));
  const found = people.filter((person) => matches(person, asked));
  const sign = direction === 'asc' ? 1 : -1;
  found.sort((a, b) => sign * compare[by](a, b) || compare.name(a, b) || (a.id < b.id ? -1 : 1));
  return pageOfArray(context, found, `people ${by} ${direction}`, asked);
}

async function peopleOn(
  { db, now }: ReadContext,
  accounts: readonly Row<'accounts'>[],
): Promise<PersonSummary[]> {
  const accountId = { in: accounts.map(({ id }) => id) };
  const memberships = await db.memberships.find({ where: { accountId, status: { not: 'removed' } } });
  const invitations = await db.invitations.find({
    where: { accountId, state: 'pending', expiresAt: { gt: now.toISOString() } },
    orderBy: [['createdAt', 'asc']],
  });
  const userIds = [...new Set(memberships.map(({ userId }) => userId))];
  const users = await db.users.find({ where: { id: { in: userIds } }, orderBy: [['createdAt', 'asc']] });
  const people = new Map<string, PersonSummary>();
  const keyOf = new Map<string, string>();
  for (const user of users) {
    // Under `per_account` the logins of one proven address are one person (2d).
    const key = user.emailVerifiedAt === null ? user.id : user.emailKey;
    keyOf.set(user.id, key);
    if (!people.has(key)) people.set(key, { ...personOf(user), memberships: 0, invitations: 0, roleIds: [] });
  }
  for (const { userId, roleId, lastActiveAt } of memberships) {
    const person = people.get(keyOf.get(userId) ?? '');
    if (!person) continue;
    person.memberships += 1;
    note(person, roleId, lastActiveAt);
  }
  for (const { id, email, emailKey, name, roleId } of invitations) {
    const person = people.get(emailKey) ?? { ...strangerOf(id, email, name), roleIds: [] };
    people.set(emailKey, person);
    person.invitations += 1;
    note(person, roleId, null);
  }
  return [...people.values()];
}

function note(person: PersonSummary, roleId: string, lastActiveAt: string | null): void {
  if (!person.roleIds.includes(roleId)) person.roleIds.push(roleId);
  if (lastActiveAt !== null && lastActiveAt > (person.lastActiveAt ?? '')) person.lastActiveAt = lastActiveAt;
}

const personOf = ({ id, email, displayName, username, mfaActive }: Row<'users'>) => ({
  ...{ id, userId: id, email, displayName, username, mfaActive },
  lastActiveAt: null,
});

/** Somebody of whom only an address is known; an invitation to it stands for them. */
const strangerOf = (id: string, email: string, displayName: string | null) => ({
  ...{ id, userId: null, email, displayName, username: null, mfaActive: null },
  ...{ memberships: 0, invitations: 0, lastActiveAt: null },
});

/** The same of one person, whose access has been looked up. */
export function summaryOf(
  id: string,
  { users: [user], email }: Identity,
  items: readonly PersonAccessItem[],
): PersonSummary {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  const direct = items.filter(({ kind }) => kind !== 'inherited');
  const person = user ? personOf(user) : strangerOf(id, email, null);
  const summary = {
    ...person,
    id,
    memberships: count('membership'),
    invitations: count('invitation'),
    roleIds: [],
  };
  for (const { roleId, lastActiveAt } of direct) note(summary, roleId, lastActiveAt);
  return summary;
}

function matches(person: PersonSummary, { q = '', role, mfa, status }: PeopleAsked): boolean {
  const words = foldForSearch(q);
  const texts = [person.displayName ?? '', person.username ?? '', person.email];
  return (
    (words === '' || texts.some((text) => foldForSearch(text).includes(words))) &&
    (role === undefined || person.roleIds.includes(role)) &&
    (mfa === undefined || person.mfaActive === (mfa === 'on')) &&
    (status === undefined || person.memberships > 0 === (status === 'member'))
  );
}

type Compare = (a: PersonSummary, b: PersonSummary) => number;

const byText = (textOf: (person: PersonSummary) => string): Compare => {
  return (a, b) => (textOf(a) === textOf(b) ? 0 : textOf(a) < textOf(b) ? -1 : 1);
};

const compare: Readonly<Record<'name' | 'email' | 'accounts' | 'lastActive', Compare>> = {
  name: byText(({ displayName, username, email }) => foldForSearch(displayName ?? username ?? email)),
  email: byText(({ email }) => foldForSearch(email)),
  accounts: (a, b) => a.memberships + a.invitations - (b.memberships + b.invitations),
  lastActive: byText(({ lastActiveAt }) => lastActiveAt ?? ''),
};
