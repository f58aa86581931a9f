import { atom, type ReadableAtom } from 'nanostores';
import type { Account, AccountListItem, AccountQuery, Capabilities, FactType } from '../client/index.js';
import { accountStatuses, relationships } from '../domain/accounts.js';
import { limits } from '../domain/limits.js';
import { isRoleId } from '../domain/role-ids.js';
import { createAccountStore } from './account.js';
import { createLoadable, type Loadable } from './loadable.js';
import { createPagedList } from './paged-list.js';
import type { StoreContext } from './scope.js';

/** What a person looks for among the accounts. Empty means any. */
export interface AccountListQuery {
  readonly q: string;
  readonly status: string;
  /** Id of a plan. */
  readonly plan: string;
  /** `referred` for clients that give no access; those that are managed without it. */
  readonly relationship: string;
  /** `free`, `full` or `over`. */
  readonly seats: string;
  /** A role id for an own membership with that role, or `inherited` for access through the partner account. */
  readonly role: string;
  /** `favourites` or `recent`. */
  readonly show: string;
  /** A column of `accountSorts`, with `-` in front for descending. */
  readonly sort: string;
}

export const anyAccount: AccountListQuery = {
  q: '',
  relationship: '',
  status: '',
  plan: '',
  seats: '',
  role: '',
  show: '',
  sort: '',
};

export const accountSorts = ['name', 'status', 'plan', 'seats'] as const;
const seatStates = ['free', 'full', 'over'] as const;
const shows = ['favourites', 'recent'] as const;

/** After the last key press, before a search is sent. */
const typingMs = 250;

/** After one of these, in whatever account of the list, its row may be another. */
const changes: readonly FactType[] = [
  'account.changed',
  'account.closed',
  'member.changed',
  'member.removed',
  'invitation.created',
  'invitation.changed',
  'invitation.revoked',
  'invitation.accepted',
];

/** The clients of a partner account, or the accounts a person may enter where there is none. */
export function createAccountListStore(context: StoreContext) {
  const { client, clock, signal, onDispose } = context;
  const $query = atom<AccountListQuery>(anyAccount);
  const $pageSize = atom<number>(limits.pageSize);
  /** When the rows were last known to be right. */
  const $updatedAt = atom<Date | undefined>();
  const { $account } = context.use(createAccountStore);
  const backend = createLoadable<Capabilities>(context, (abort) => client.capabilities({ signal: abort }));
  let stopTyping = () => undefined as void;

  const list = createPagedList<AccountListItem, AccountListQuery>(context, {
    query: anyAccount,
    limit: () => $pageSize.get(),
    idOf: ({ id }) => id,
    async load(query, window, abort) {
      const asked = { ...wireQuery(query), parent: await parentId(), ...window };
      const page = await client.accounts.list(asked, { signal: abort });
      $updatedAt.set(clock.now());
      return page;
    },
  });

  /** The list belongs to a partner account where that is the account shown; else it is all one can enter. */
  async function parentId(): Promise<string | undefined> {
    const account = await settled($account);
    return account?.kind === 'parent' ? account.id : undefined;
  }

  function ask(query: AccountListQuery): Promise<void> {
    stopTyping();
    $query.set(query);
    return list.ask(query);
  }

  const shown = (id: string | undefined) => list.$rows.get().data?.items.some((item) => item.id === id);
  for (const type of changes) {
    onDispose(
      client.subscribe(type, (detail) => {
        if ('accountId' in detail && shown(detail.accountId)) void list.refresh();
      }),
    );
  }
  onDispose(() => stopTyping());

  return {
    $query,
    $rows: list.$rows,
    $updatedAt,
    $account,
    $backend: backend.$value,
    refresh: list.refresh,
    goTo: list.goTo,
    ask,
    /** Searches once the person stops typing. */
    search(q: string): void {
      stopTyping();
      $query.set({ ...$query.get(), q });
      stopTyping = clock.after(typingMs, () => void list.ask($query.get()));
    },
    setPageSize(size: number): void {
      const rows = Math.min(Math.max(1, Math.floor(size) || limits.pageSize), limits.pageSizeMax);
      if (rows === $pageSize.get()) return;
      $pageSize.set(rows);
      // Whatever was asked meanwhile was asked with the old size.
      void list.goTo(0);
    },
    /** How many match another query; for saying what a smaller change would bring. */
    async count(query: AccountListQuery): Promise<number> {
      const asked = { ...wireQuery(query), parent: await parentId(), limit: 1 };
      return (await client.accounts.list(asked, { signal })).total ?? 0;
    },
    /** Every account that matches, up to as many as one job may take. */
    async all(most: number = limits.bulkAccounts): Promise<AccountListItem[]> {
      const items: AccountListItem[] = [];
      const parent = await parentId();
      for (let total = most; items.length < Math.min(total, most);) {
        const asked = { ...wireQuery($query.get()), parent, from: items.length, limit: limits.pageSizeMax };
        const page = await client.accounts.list(asked, { signal });
        items.push(...page.items);
        total = page.items.length === 0 ? 0 : (page.total ?? items.length);
      }
      return items.slice(0, most);
    },
    /** Marks an account for oneself; the row shows it at once and goes back if that fails. */
    async setFavourite(item: AccountListItem, favourite: boolean): Promise<void> {
      list.replace({ ...item, favourite });
      try {
        await client.me.setFavourite({ accountId: item.id, favourite }, { signal });
      } catch (error) {
        list.replace(item);
        throw error;
      }
    },
    /** Brings a closed account back, with its members (R85). */
    restore: (id: string): Promise<Account> => client.accounts.restore(id, { signal }),
    /** Makes another account the current one; the backend refuses where it can't be entered any more (W03). */
    async enter(id: string): Promise<void> {
      await client.me.setCurrent(id, { signal });
    },
  };
}

export type AccountListStore = ReturnType<typeof createAccountListStore>;

/** The value once it is there, or nothing if it can't be loaded; asking for it starts the loading. */
function settled<Data>($value: ReadableAtom<Loadable<Data>>): Promise<Data | undefined> {
  return new Promise((resolve) => {
    const stop = $value.subscribe(({ state, data }) => {
      if (data === undefined && state !== 'failed') return;
      resolve(data);
      // Not while this very call is still to give the function that stops it.
      queueMicrotask(() => stop());
    });
  });
}

/** The query as it travels. Values that nobody knows are no filter. */
export function wireQuery(query: AccountListQuery): AccountQuery {
  const { q, relationship, status, plan, seats, role, show, sort } = query;
  return {
    q: q.trim().slice(0, limits.queryChars) || undefined,
    status: accountStatuses.find((known) => known === status),
    relationship: relationships.find((known) => known === relationship),
    plan: plan || undefined,
    seats: seatStates.find((known) => known === seats),
    role: isRoleId(role) ? role : undefined,
    source: role === 'inherited' ? 'inherited' : isRoleId(role) ? 'direct' : undefined,
    show: shows.find((known) => known === show),
    sort: accountSorts.some((known) => known === sort.replace(/^-/, '')) ? sort : undefined,
  };
}
