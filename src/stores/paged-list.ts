import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { CcError, Page } from '../client/index.js';
import type { Loadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The part of a list that is shown. */
export interface Rows<Item> {
  readonly items: readonly Item[];
  /** Index of the first one in the whole list. */
  readonly from: number;
  /** All that match the query, also those not shown. */
  readonly total: number;
}

/** Which rows are asked for. */
export interface Window {
  readonly from: number;
  readonly limit: number;
}

export interface PagedList<Item, Query> {
  readonly $rows: ReadableAtom<Loadable<Rows<Item>>>;
  /** Shows the first page of another query. */
  ask(query: Query): Promise<void>;
  /** Shows the page that starts at this index; of another size, until something else is asked for. */
  goTo(from: number, size?: number): Promise<void>;
  refresh(): Promise<void>;
  /** The row with this id, if it is shown. */
  find(id: string): Item | undefined;
  /** Has it been asked for at all? */
  started(): boolean;
  /** Puts a newer version of a row in its place; rows that are not shown are left alone. */
  replace(item: Item): void;
  /** Takes a row out; what follows moves up. */
  drop(id: string): void;
}

export interface PagedListOptions<Item, Query> {
  readonly query: Query;
  readonly limit: () => number;
  readonly idOf: (item: Item) => string;
  /** Undefined where the query rules out every row, so that nothing has to be asked. */
  load(query: Query, window: Window, signal: AbortSignal): Promise<Page<Item>> | undefined;
}

/**
 * One page of a list at a time. The newest question wins, however late an older one is answered (R02, R03); rows stay
 * while the next ones load and when that fails (R01).
 */
export function createPagedList<Item extends { version?: number }, Query>(
  { signal, onDispose }: StoreContext,
  { query: first, limit, idOf, load }: PagedListOptions<Item, Query>,
): PagedList<Item, Query> {
  // Kept beside the atom: reading an atom that nobody listens to would count as looking at it.
  let shown: Loadable<Rows<Item>> = { state: 'idle' };
  const $rows = atom<Loadable<Rows<Item>>>(shown);
  let query = first;
  let from = 0;
  let size: number | undefined;
  let running: AbortController | undefined;

  const show = (next: Loadable<Rows<Item>>) => $rows.set((shown = next));

  async function refresh(): Promise<void> {
    if (signal.aborted) return;
    running?.abort();
    const own = (running = new AbortController());
    const start = from;
    const current = () => running === own && !signal.aborted;
    try {
      const asked = load(
        query,
        { from: start, limit: size ?? limit() },
        AbortSignal.any([own.signal, signal]),
      );
      if (asked) show({ state: 'loading', data: shown.data });
      const { items, total = items.length } = (await asked) ?? { items: [], total: 0 };
      if (!current()) return;
      const last = lastPage(total, size ?? limit());
      // Not again and again where a backend counts rows that it does not give.
      if (items.length === 0 && total > 0 && last < start) return await goTo(last, size);
      show({ state: 'ready', data: { items: items.map(keepNewer), from: start, total } });
    } catch (error) {
      if (current()) show({ state: 'failed', data: shown.data, error: error as CcError });
    }
  }

  function goTo(index: number, wanted?: number): Promise<void> {
    size = wanted;
    from = Math.max(0, index);
    return refresh();
  }

  function change(update: (rows: Rows<Item>) => Rows<Item>): void {
    if (shown.data) show({ ...shown, data: update(shown.data) });
  }

  const find = (id: string) => shown.data?.items.find((item) => idOf(item) === id);

  /** An answer that was on its way during a write may be older than what the write brought. */
  function keepNewer(item: Item): Item {
    const known = find(idOf(item));
    return known && version(known) > version(item) ? known : item;
  }

  onMount($rows, () => {
    if (shown.state === 'idle') void refresh();
  });
  onDispose(() => {
    running = undefined;
  });

  return {
    $rows,
    find,
    goTo,
    refresh,
    started: () => shown.state !== 'idle',
    ask(next) {
      query = next;
      return goTo(0);
    },
    // A row never goes back to a version older than the one shown (trust.md 5, invariant 7).
    replace: (item) =>
      change((rows) => {
        const items = rows.items.map((old) =>
          idOf(old) === idOf(item) && version(item) >= version(old) ? item : old,
        );
        return { ...rows, items };
      }),
    drop(id) {
      const before = shown.data;
      if (!before || !find(id)) return;
      const items = before.items.filter((item) => idOf(item) !== id);
      change((rows) => ({ ...rows, items, total: Math.max(0, rows.total - 1) }));
      const more = before.from + before.items.length < before.total;
      // An answer on its way may still hold the row: it is asked for again.
      if (more || (items.length === 0 && before.from > 0) || shown.state === 'loading') void refresh();
    },
  };
}

const version = (item: { version?: number }) => item.version ?? 0;

function lastPage(total: number, limit: number): number {
  return Math.floor((total - 1) / limit) * limit;
}
