import { atom } from 'nanostores';
import type { PersonAccess, PersonQuery, PersonSummary } from '../client/index.js';
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

/** Makes the store of one person’s access over all accounts (R88); give the same factory to the scope again. */
export const personAccessStore = (personId: string) => (context: StoreContext) => {
  const { client, accountId } = context;
  let asked = false;
  const { $value, refresh } = createLoadable<PersonAccess>(
    context,
    (signal) => {
      asked = true;
      return client.people.access(accountId, personId, { signal });
    },
    ['job.ended', 'link.ended'],
  );
  // The person's accounts are many: a change on any of them counts.
  for (const type of ['member.changed', 'member.removed', 'invitation.revoked'] as const) {
    context.onDispose(client.subscribe(type, () => asked && void refresh()));
  }
  return { $access: $value, refresh };
};

export type PersonAccessStore = ReturnType<ReturnType<typeof personAccessStore>>;
