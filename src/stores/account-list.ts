import { atom } from 'nanostores';
import type { AccountListItem, AccountQuery } from '../client/index.js';
import { limits } from '../domain/limits.js';
import { createPagedList } from './paged-list.js';
import type { StoreContext } from './scope.js';
import { typing } from './typing.js';

/** What a person looks for among client accounts; what is absent is any. */
export type AccountListQuery = Omit<AccountQuery, 'limit' | 'cursor' | 'from'>;

/** The client accounts a person can enter: searched, filtered, sorted and paged by the backend. */
export function createAccountListStore(context: StoreContext) {
  const { client, clock, onDispose } = context;
  let query: AccountListQuery = {};
  let pageSize: number = limits.pageSize;
  const $query = atom(query);
  const list = createPagedList<AccountListItem, AccountListQuery>(context, {
    query,
    limit: () => pageSize,
    idOf: ({ id }) => id,
    load: (asked, window, signal) =>
      client.accounts.list({ ...asked, q: asked.q?.trim() || undefined, ...window }, { signal }),
  });

  const change = (patch: AccountListQuery) => $query.set((query = { ...query, ...patch }));
  const search = typing(clock, () => void list.ask(query));
  const releases = [
    client.subscribe('account.changed', ({ value }) => {
      const shown = list.find(value.id);
      if (shown) list.replace({ ...shown, ...value });
    }),
    client.subscribe('signed-in', () => {
      if (list.started()) void list.refresh();
    }),
    search.stop,
  ];
  onDispose(() => {
    for (const release of releases) release();
  });

  return {
    $query,
    $accounts: list.$rows,
    /** Filters or sorts, and asks at once. */
    setQuery(patch: AccountListQuery): Promise<void> {
      change(patch);
      search.stop();
      return list.ask(query);
    },
    /** Searches once the person stops typing; the words are in `$query` at once. */
    search(q: string): void {
      change({ q });
      search.start();
    },
    /** Shows the page that starts at this index. */
    goTo: list.goTo,
    /** Rows per page, 1 to 100. */
    setPageSize(size: number): void {
      const next = Math.min(limits.pageSizeMax, Math.max(1, Math.trunc(size) || limits.pageSize));
      if (next === pageSize) return;
      pageSize = next;
      if (list.started()) void list.goTo(0);
    },
    refresh: list.refresh,
    account: list.find,
  };
}

export type AccountListStore = ReturnType<typeof createAccountListStore>;
