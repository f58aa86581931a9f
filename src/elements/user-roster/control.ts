import type { ReactiveController } from 'lit';
import { listLimits } from '../../domain/list-limits.js';
import { noFilter, writeFilter, type FilterName, type RosterFilter } from './filter.js';
import type { Roster } from './model.js';
import type { SortColumn } from './table.js';
import { CcFilterChangedEvent } from './user-roster.events.js';
import type { RosterHost } from './view.js';
import type { RosterWork } from './work.js';

/** A count is said this long after the last key, so that nobody is talked into. */
const sayAfterMs = 500;

/** What a person does with the list as a whole: search, filter, sort, page; and where focus goes when rows go. */
export class RosterControl implements ReactiveController {
  readonly #host: RosterHost;
  readonly #work: RosterWork;
  #rows: readonly string[] = [];
  #cancelSay: (() => void) | undefined;
  #sayCount = false;
  #sought = '';

  constructor(work: RosterWork) {
    this.#host = work.host;
    this.#work = work;
    this.#host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keydown', this.#onPageKey);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('keydown', this.#onPageKey);
    this.#cancelSay?.();
  }

  /** After drawing: says counts that are due, and looks after focus where a row has gone (R04). */
  drawn(seen: Roster): void {
    const { acting, data, say } = this.#work;
    const { t } = data.words;
    const before = this.#rows;
    this.#rows = seen.rows.map(({ entry }) => entry.id);
    const open = acting?.menus.rowId;
    if (open !== undefined && !this.#rows.includes(open)) {
      acting?.menus.close();
      say(t.goneMeanwhile);
      this.focusRow(neighbour(open, before, this.#rows));
    }
    if (this.#sought && !seen.busy && seen.state !== 'loading' && data.query.q === this.#sought) {
      const found = seen.rows.find(
        ({ entry }) => entry.kind === 'member' && entry.member.email === this.#sought,
      );
      this.#sought = '';
      this.focusRow((found ?? seen.rows[0])?.entry.id);
    }
    if (!this.#sayCount || seen.busy || seen.state === 'loading') return;
    this.#sayCount = false;
    say(t.found({ count: seen.total }));
  }

  /** Remembers the neighbours of a row; the answer puts focus there once the row is gone. */
  focusAfter(id: string): () => void {
    const before = this.#rows;
    return () =>
      void this.#host.updateComplete.then(() => {
        if (!this.#rows.includes(id)) this.focusRow(neighbour(id, before, this.#rows));
      });
  }

  readonly onSearch = (event: Event): void => {
    this.#search((event.target as HTMLInputElement).value);
  };

  readonly onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#work.data.roster?.$query.get().q) return;
    event.preventDefault();
    event.stopPropagation();
    this.#search('');
  };

  readonly onClearSearch = (): void => {
    this.#search('');
    this.#searchField?.focus();
  };

  readonly onClearAll = (): void => {
    this.#change(noFilter);
    this.#searchField?.focus();
  };

  readonly onDrop = (name: FilterName): void => {
    this.setFilter(name, '');
    this.#searchField?.focus();
  };

  readonly onSort = (column: SortColumn): void => {
    const { sort } = this.#host;
    const now = sort || 'name';
    // Who was here last is what people look for first.
    const first = column === 'lastActive' ? '-lastActive' : column;
    const other = first.startsWith('-') ? column : `-${column}`;
    const next = now === first ? other : first;
    this.#host.sort = next;
    const { data, say } = this.#work;
    const { roster, words } = data;
    void roster?.setQuery({ sort: next });
    const said = next.startsWith('-') ? words.t.sortedDown : words.t.sortedUp;
    say(said({ column: words.t[column] }));
    this.#tell();
  };

  readonly onPage = (by: -1 | 1): void => {
    const { roster } = this.#work.data;
    const from = roster?.$members.get().data?.from ?? 0;
    void roster?.goTo(from + by * this.#pageSize);
    this.#host.renderRoot.querySelector('.table')?.scrollIntoView({ block: 'nearest' });
  };

  readonly onInvitedPage = (by: -1 | 1): void => {
    const { roster } = this.#work.data;
    const from = roster?.$invitations.get().data?.from ?? 0;
    void roster?.goToInvitations(from + by * this.#pageSize);
  };

  /** Somebody who is named elsewhere: found by the address, whatever was looked for before. */
  showPerson(email: string): void {
    this.#sought = email;
    this.#change({ ...noFilter, q: email });
  }

  get #pageSize(): number {
    return this.#host.pageSize || listLimits.pageSize;
  }

  setFilter(name: FilterName, value: string): void {
    this.#change({ [name]: value });
  }

  #search(q: string): void {
    this.#work.data.roster?.search(q);
    this.#tell();
  }

  #change(patch: Partial<RosterFilter>): void {
    void this.#work.data.roster?.setQuery(patch);
    this.#tell();
  }

  /** Tells the host, and in a moment the person. */
  #tell(): void {
    const { roster } = this.#work.data;
    const host = this.#host;
    if (!roster) return;
    host.filter = writeFilter(roster.$query.get());
    this.#work.data.remember();
    const { filter, sort, stores } = host;
    host.dispatchEvent(new CcFilterChangedEvent({ accountId: stores?.accountId ?? '', filter, sort }));
    this.#cancelSay?.();
    this.#cancelSay = stores?.clock.after(sayAfterMs, () => {
      this.#sayCount = true;
      host.requestUpdate();
    });
  }

  /** The search key works wherever nothing else takes text. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    const { searchKey } = this.#work.data.words.t;
    if (!searchKey || event.key !== searchKey || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    const inside = event.composedPath().includes(this.#host);
    if (target instanceof HTMLElement && (takesText(target) || (!inside && target !== document.body))) return;
    const field = this.#searchField;
    if (!field?.checkVisibility()) return;
    event.preventDefault();
    field.focus();
    field.select();
  };

  /** Puts focus on a control of a row; on the search field where there is none. */
  focusRow(id: string | undefined, control = '.more'): void {
    const { renderRoot } = this.#host;
    const row = id === undefined ? undefined : renderRoot.querySelector(`[data-row="${CSS.escape(id)}"]`);
    const target =
      row?.querySelector<HTMLElement>(control) ??
      row?.querySelector<HTMLElement>('button') ??
      this.#searchField;
    (target ?? renderRoot.querySelector<HTMLElement>('button'))?.focus();
  }

  /** For what has taken itself away with its own press. */
  focusSearch(): void {
    this.focusRow(undefined);
  }

  get #searchField(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.search input');
  }
}

/** The next row that is still there, else the one before. */
function neighbour(id: string, before: readonly string[], now: readonly string[]): string | undefined {
  const at = before.indexOf(id);
  const left = new Set(now);
  return (
    before.slice(at + 1).find((one) => left.has(one)) ?? before.slice(0, at).findLast((one) => left.has(one))
  );
}

function takesText(target: HTMLElement): boolean {
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.localName);
}
