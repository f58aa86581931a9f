import { atom, type ReadableAtom } from 'nanostores';
import type { AuditEvent, AuditQuery, CcError } from '../client/index.js';
import { listLimits } from '../domain/list-limits.js';
import { createLiveStore } from './live.js';
import type { Loadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** What is looked for; several are read as one list, each entry once. */
export type AuditFilter = Omit<AuditQuery, 'limit' | 'cursor' | 'from'>;

export interface AuditEntries {
  /** Newest first. */
  readonly items: readonly AuditEvent[];
  /** Is there more behind them? */
  readonly more: boolean;
}

/** Loading what lies behind: on its way, or why not. */
export interface OlderState {
  readonly busy: boolean;
  readonly error?: CcError;
}

/** A part of the history that somebody looks at. Close it when nobody does. */
export interface AuditTrail {
  readonly $entries: ReadableAtom<Loadable<AuditEntries>>;
  readonly $older: ReadableAtom<OlderState>;
  /** How many new entries wait to be shown. */
  readonly $waiting: ReadableAtom<number>;
  /** Looks for something else; the newest question wins (R03). */
  ask(filters: readonly AuditFilter[]): Promise<void>;
  older(): Promise<void>;
  refresh(): Promise<void>;
  /** New entries come by themselves, told by the stream and by what this page does. */
  follow(on: boolean): void;
  /** While it is held, nothing moves by itself. */
  hold(on: boolean): void;
  /** Shows what waits. */
  show(): void;
  /** Everything that matches, page after page. */
  all(stop: AbortSignal, read?: (count: number) => void): Promise<readonly AuditEvent[]>;
  close(): void;
}

/** Changes that come together are looked at together. */
const togetherMs = 250;

/** One list of the backend, read page by page. */
interface Source {
  readonly filter: AuditFilter;
  readonly ahead: AuditEvent[];
  /** Undefined before the first page, null after the last. */
  cursor: string | null | undefined;
}

/** The history of an account (`cc-audit-log`), or what concerns one person of it (`cc-user-detail`). */
export function createAuditStore(context: StoreContext) {
  const { client, accountId, clock, signal, onDispose, use } = context;
  const open = new Set<AuditTrail>();
  onDispose(() => {
    for (const trail of open) trail.close();
  });

  function trail(filters: readonly AuditFilter[]): AuditTrail {
    let shown: Loadable<AuditEntries> = { state: 'idle' };
    const $entries = atom<Loadable<AuditEntries>>(shown);
    const $older = atom<OlderState>({ busy: false });
    const $waiting = atom(0);
    let news: readonly AuditEvent[] = [];
    let sources: Source[] = [];
    let asked = filters;
    let running = new AbortController();
    let held = false;
    let releases: (() => void)[] = [];
    let cancel: (() => void) | undefined;

    const show = (next: Loadable<AuditEntries>) => $entries.set((shown = next));
    const wait = (items: readonly AuditEvent[]) => {
      news = items;
      $waiting.set(items.length);
    };
    const stopped = (own: AbortController) => own !== running || own.signal.aborted || signal.aborted;

    async function page(source: Pick<Source, 'filter' | 'cursor'>, limit: number, stop: AbortSignal) {
      const cursor = source.cursor ?? undefined;
      const query = { ...source.filter, limit, ...(cursor && { cursor }) };
      return client.audit.list(accountId, query, { signal: AbortSignal.any([stop, signal]) });
    }

    /** The next entries of all sources, in the order they happened. */
    async function next(from: readonly Source[], count: number, stop: AbortSignal): Promise<AuditEvent[]> {
      const items: AuditEvent[] = [];
      while (items.length < count) {
        await Promise.all(
          from.map(async (source) => {
            while (source.ahead.length === 0 && source.cursor !== null) {
              const read = await page(source, listLimits.pageSize, stop);
              source.cursor = read.nextCursor;
              source.ahead.push(...read.items);
            }
          }),
        );
        const newest = from.reduce<Source | undefined>((best, source) => {
          const [head] = source.ahead;
          return head && (!best?.ahead[0] || head.at > best.ahead[0].at) ? source : best;
        }, undefined);
        const entry = newest?.ahead.shift();
        if (!entry) break;
        // What a person did to themselves is in two lists.
        for (const { ahead } of from) {
          const twin = ahead.findIndex(({ id }) => id === entry.id);
          if (twin >= 0) ahead.splice(twin, 1);
        }
        if (!items.some(({ id }) => id === entry.id)) items.push(entry);
      }
      return items;
    }

    const left = () => sources.some(({ ahead, cursor }) => ahead.length > 0 || cursor !== null);
    const fresh = () => asked.map((filter): Source => ({ filter, ahead: [], cursor: undefined }));

    async function refresh(): Promise<void> {
      running.abort();
      const own = (running = new AbortController());
      const from = fresh();
      show({ state: 'loading', data: shown.data });
      $older.set({ busy: false });
      try {
        const items = await next(from, listLimits.pageSize, own.signal);
        if (stopped(own)) return;
        sources = from;
        wait([]);
        show({ state: 'ready', data: { items, more: left() } });
      } catch (error) {
        if (!stopped(own)) show({ state: 'failed', data: shown.data, error: error as CcError });
      }
    }

    async function older(): Promise<void> {
      if ($older.get().busy || !shown.data) return;
      const own = running;
      $older.set({ busy: true });
      try {
        const known = new Set(shown.data.items.map(({ id }) => id));
        const items = (await next(sources, listLimits.pageSize, own.signal)).filter(
          ({ id }) => !known.has(id),
        );
        if (stopped(own)) return;
        $older.set({ busy: false });
        show({ state: 'ready', data: { items: [...shown.data.items, ...items], more: left() } });
      } catch (error) {
        if (!stopped(own)) $older.set({ busy: false, error: error as CcError });
      }
    }

    /** What has happened since; where more has than one page holds, everything is read again. */
    async function look(): Promise<void> {
      cancel = undefined;
      if (shown.state !== 'ready') return;
      const own = running;
      const before = shown.data.items;
      const known = new Set([...news, ...before].map(({ id }) => id));
      const oldest = before.at(-1)?.at ?? '';
      try {
        const pages = await Promise.all(
          fresh().map((source) => page(source, listLimits.pageSize, own.signal)),
        );
        if (stopped(own)) return;
        const gap = pages.some(
          ({ items, nextCursor }) =>
            nextCursor !== null && items.length > 0 && !items.some(({ id }) => known.has(id)),
        );
        if (gap && before.length > 0) return await refresh();
        const found = new Map(
          pages
            .flatMap(({ items }) => items)
            .filter(({ id, at }) => !known.has(id) && at >= oldest)
            .map((entry) => [entry.id, entry]),
        );
        if (found.size === 0) return;
        wait([...found.values(), ...news].sort((one, other) => other.at.localeCompare(one.at)));
        if (!held) reveal();
      } catch {
        // The next change looks again; what is shown stays true.
      }
    }

    function reveal(): void {
      if (!shown.data || news.length === 0) return;
      const { items, more } = shown.data;
      show({ ...shown, data: { items: [...news, ...items], more } });
      wait([]);
    }

    const soon = () => {
      cancel ??= clock.after(togetherMs, () => void look());
    };

    function follow(on: boolean): void {
      if (on === releases.length > 0) return;
      for (const release of releases.splice(0)) release();
      cancel?.();
      cancel = undefined;
      if (!on) return;
      releases = [
        use(createLiveStore).$state.listen(() => undefined),
        client.subscribe('*', (detail, type) => {
          const about = 'accountId' in detail ? detail.accountId : undefined;
          if (type !== 'failure' && (about === undefined || about === accountId)) soon();
        }),
      ];
    }

    const self: AuditTrail = {
      $entries,
      $older,
      $waiting,
      ask(next) {
        asked = next;
        return refresh();
      },
      older,
      refresh,
      follow,
      hold(on) {
        held = on;
        if (!on) reveal();
      },
      show: reveal,
      async all(stop, read) {
        const from = fresh();
        const items: AuditEvent[] = [];
        for (;;) {
          const some = await next(from, listLimits.pageSizeMax, stop);
          items.push(...some);
          read?.(items.length);
          if (some.length === 0) return items;
        }
      },
      close() {
        follow(false);
        running.abort();
        open.delete(self);
      },
    };
    open.add(self);
    void refresh();
    return self;
  }

  return { open: trail };
}

export type AuditStore = ReturnType<typeof createAuditStore>;
