import { atom } from 'nanostores';
import type { PersonAccess, PersonQuery, PersonSummary } from '../client/index.js';
import { localError } from '../client/errors.js';
import { emailKey } from '../domain/index.js';
import { limits } from '../domain/limits.js';
import { createLoadable } from './loadable.js';
import { createPagedList } from './paged-list.js';
import type { StoreContext } from './scope.js';

type PeopleQuery = Pick<PersonQuery, 'q' | 'sort' | 'role' | 'mfa' | 'status'>;

const changes = [
  'member.changed',
  'member.removed',
  'invitation.created',
  'invitation.revoked',
  'job.ended',
] as const;

/** The people of a partner account and of its clients, each once. */
export function createPeopleStore(context: StoreContext) {
  const { client, accountId, onDispose } = context;
  const $query = atom<PeopleQuery>({});
  const list = createPagedList<PersonSummary & { version?: number }, PeopleQuery>(context, {
    query: {},
    limit: () => limits.pageSize,
    idOf: ({ id }) => id,
    load: (query, window, signal) => client.people.list(accountId, { ...query, ...window }, { signal }),
  });
  for (const type of changes) onDispose(client.subscribe(type, () => list.started() && void list.refresh()));
  return {
    $query,
    $rows: list.$rows,
    refresh: list.refresh,
    goTo: list.goTo,
    ask(query: PeopleQuery): Promise<void> {
      $query.set(query);
      return list.ask(query);
    },
  };
}

export type PeopleStore = ReturnType<typeof createPeopleStore>;

/** Whom an access is about: an id as `people.list` gives it, or an address. */
export type PersonKey = { readonly id: string } | { readonly email: string };

/** Makes the store of one person’s access over all accounts (R88); give the same factory to the scope again. */
export const personAccessStore = (person: PersonKey) => (context: StoreContext) => {
  const { client, accountId } = context;
  let asked = false;
  const { $value, refresh } = createLoadable<PersonAccess>(
    context,
    async (signal) => {
      asked = true;
      return client.people.access(accountId, await idOf(person, context, signal), { signal });
    },
    ['job.ended', 'link.ended'],
  );
  // The person's accounts are many: a change on any of them counts.
  for (const type of accessChanges) {
    context.onDispose(client.subscribe(type, () => asked && void refresh()));
  }
  return { $access: $value, refresh };
};

const accessChanges = [
  ...(['member.changed', 'member.removed'] as const),
  ...(['invitation.changed', 'invitation.created', 'invitation.revoked'] as const),
] as const;

/** Somebody who was only invited has no login yet: they are found by their address. */
async function idOf(
  person: PersonKey,
  { client, accountId }: StoreContext,
  signal: AbortSignal,
): Promise<string> {
  if ('id' in person) return person.id;
  const key = emailKey(person.email);
  const { items } = await client.people.list(accountId, { q: person.email.slice(0, 200) }, { signal });
  const found = items.find(({ email }) => emailKey(email) === key);
  if (!found) throw localError('not-found');
  return found.id;
}

export type PersonAccessStore = ReturnType<ReturnType<typeof personAccessStore>>;
