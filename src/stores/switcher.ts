import { atom, map } from 'nanostores';
import type { AccountListItem, MyMembership } from '../client/index.js';
import { limits } from '../domain/limits.js';
import { wireQuery, anyAccount } from './account-list.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** An account one can go to. */
export interface SwitcherAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Null where there is none, or it is not known here. */
  readonly planName: string | null;
  readonly status: string;
}

/** What stands above the clients; few, and all of them known. */
export interface SwitcherGroups {
  /** What they match. */
  readonly q: string;
  readonly favourites: readonly SwitcherAccount[];
  readonly recent: readonly SwitcherAccount[];
  /** Partner accounts of one's own. */
  readonly partner: readonly SwitcherAccount[];
  /** Accounts with a role of one's own that are no clients of these. */
  readonly others: readonly SwitcherAccount[];
  /** Does the person work for a partner, so that the accounts below are its clients? */
  readonly ofPartner: boolean;
}

/** The clients that match, of which only those that were looked at are known. */
export interface SwitcherClients {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  /** What they match. */
  readonly q: string;
  readonly total: number;
  readonly items: ReadonlyMap<number, SwitcherAccount>;
  readonly error?: Error;
}

/** After the last key press, before a search is sent. */
const typingMs = 120;
/** Shown at the top; the rest is found by searching. */
const few = 5;
const page = limits.pageSize;

const nothing: SwitcherClients = { state: 'idle', q: '', total: 0, items: new Map() };

/**
 * The accounts a person may go to. Ten thousand are no burden: a page is asked for when it comes into view, and a
 * search is the backend's.
 */
export function createSwitcherStore(context: StoreContext) {
  const { client, accountId, clock, signal, onDispose } = context;
  const $clients = map<SwitcherClients>(nothing);
  const $q = atom('');
  const asked = new Set<number>();
  let search = new AbortController();
  let stopTyping = () => undefined as void;

  const groups = createLoadable<SwitcherGroups>(context, async (abort) => {
    const options = { signal: abort };
    const asked = $q.get();
    const { q } = wireQuery({ ...anyAccount, q: asked });
    const marked = (show: 'favourites' | 'recent') =>
      q ? [] : client.accounts.list({ show, limit: few }, options).then(({ items }) => items.map(ofList));
    const [own, favourites, recent] = await Promise.all([
      client.me.memberships({ q, limit: few * 2 }, options),
      marked('favourites'),
      marked('recent'),
    ]);
    const direct = own.items.filter(({ source, account }) => source === 'direct' && !account.parent);
    const partner = direct.filter(({ account }) => account.kind === 'parent').map(ofMembership);
    const others = direct.filter(({ account }) => account.kind !== 'parent').map(ofMembership);
    const ofPartner = await worksForPartner(abort);
    // Who works for no partner has their own accounts in the list below.
    // Where one is already is no place to go to.
    const elsewhere = recent.filter(({ id }) => id !== accountId);
    return { q: asked, favourites, recent: elsewhere, partner, others: ofPartner ? others : [], ofPartner };
  });

  let partnerKnown: boolean | undefined;
  /** Found out once, without the words of a search, which may hide the partner account itself. */
  async function worksForPartner(abort: AbortSignal): Promise<boolean> {
    if (partnerKnown === undefined) {
      const { items } = await client.me.memberships({ limit: 1 }, { signal: abort });
      partnerKnown = items[0]?.account.kind === 'parent';
    }
    return partnerKnown;
  }

  async function load(index: number): Promise<void> {
    const { signal: own } = search;
    const q = $q.get();
    asked.add(index);
    if (index === 0) $clients.setKey('state', 'loading');
    try {
      const query = { q: wireQuery({ ...anyAccount, q }).q, from: index * page, limit: page };
      const found = await client.accounts.list(query, { signal: AbortSignal.any([own, signal]) });
      if (own.aborted) return;
      const before = $clients.get();
      const items = new Map(before.q === q && before.state !== 'failed' ? before.items : []);
      found.items.forEach((item, at) => items.set(index * page + at, ofList(item)));
      $clients.set({ state: 'ready', q, total: found.total ?? items.size, items });
    } catch (error) {
      if (own.aborted || signal.aborted) return;
      asked.delete(index);
      if (index === 0) $clients.set({ ...nothing, q, state: 'failed', error: error as Error });
    }
  }

  /** Asks for everything anew; what is shown stays until the answer is there. */
  async function refresh(): Promise<void> {
    stopTyping();
    search.abort();
    search = new AbortController();
    asked.clear();
    await Promise.all([groups.refresh(), load(0)]);
  }

  onDispose(() => stopTyping());

  return {
    $q,
    $groups: groups.$value,
    $clients,
    refresh,
    /** The first look. */
    open(): void {
      if ($clients.get().state === 'idle') void load(0);
    },
    /** Searches once the person stops typing for a moment. */
    search(q: string): void {
      stopTyping();
      $q.set(q);
      stopTyping = clock.after(typingMs, () => void refresh());
    },
    /** These clients come into view. */
    look(from: number, to: number): void {
      const last = Math.min(to, $clients.get().total - 1);
      for (let index = Math.floor(Math.max(0, from) / page); index * page <= last; index += 1) {
        if (!asked.has(index)) void load(index);
      }
    },
    /** Makes another account the current one; the backend refuses where it can't be entered any more (W03). */
    async enter(id: string): Promise<void> {
      await client.me.setCurrent(id, { signal });
    },
  };
}

export type SwitcherStore = ReturnType<typeof createSwitcherStore>;

const ofList = ({ id, name, kind, planName, status }: AccountListItem): SwitcherAccount => {
  return { id, name, kind, planName, status };
};

const ofMembership = ({ account: { id, name, kind } }: MyMembership): SwitcherAccount => {
  return { id, name, kind, planName: null, status: 'active' };
};
