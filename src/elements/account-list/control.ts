import type { ReactiveController } from 'lit';
import type { AccountListStore } from '../../stores/account-list.js';
import { CcFilterChangedEvent } from '../shared/list.events.js';
import { QueryParamController } from '../shared/query-param.js';
import { noFilter, readFilter, writeFilter, type AccountFilter, type FilterName } from './filter.js';
import { columnLabel, type SortColumn } from './table.js';
import type { AccountListHost, Words } from './view.js';

export interface ControlDeps {
  readonly store: AccountListStore | undefined;
  readonly words: Words;
  say(text: string): void;
}

/** A count is said this long after the last key, so that nobody is talked into. */
const sayAfterMs = 500;

/** What a person does with the list as a whole: search, filter, sort, page. */
export class ListControl implements ReactiveController {
  readonly #host: AccountListHost;
  readonly #deps: () => ControlDeps;
  readonly #param: QueryParamController;
  #store: AccountListStore | undefined;
  #cancelSay: (() => void) | undefined;
  #sayCount = false;

  constructor(host: AccountListHost, deps: () => ControlDeps) {
    this.#host = host;
    this.#deps = deps;
    this.#param = new QueryParamController(host, (filter) => writeFilter(readFilter(filter)));
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keydown', this.#onPageKey);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('keydown', this.#onPageKey);
    this.#cancelSay?.();
  }

  /** Hands what the host says to the store; what a person chose has reached it already. */
  settle(store: AccountListStore | undefined): void {
    if (!store) return;
    this.#store = store;
    this.#param.settle(this.#host.stores?.accountId ?? '');
    store.setPageSize(this.#host.pageSize);
    const { filter, sort } = this.#host;
    const now = store.$query.get();
    const untouched = store.$rows.get().state === 'idle';
    if (!untouched && writeFilter(now) === writeFilter(readFilter(filter)) && now.sort === sort) return;
    void store.ask({ ...readFilter(filter), sort });
  }

  /** After drawing: says a count that is due. */
  drawn(loading: boolean, total: number | undefined): void {
    if (!this.#sayCount || loading || total === undefined) return;
    this.#sayCount = false;
    const { words, say } = this.#deps();
    say(words.t.found({ count: total }));
  }

  readonly onSearch = (event: Event): void => {
    this.#search((event.target as HTMLInputElement).value);
  };

  readonly onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#store?.$query.get().q) return;
    event.preventDefault();
    event.stopPropagation();
    this.#search('');
  };

  readonly onClearSearch = (): void => {
    this.#search('');
    this.searchField?.focus();
  };

  readonly onClearAll = (): void => {
    this.#change(noFilter);
    this.searchField?.focus();
  };

  readonly onDrop = (name: FilterName): void => {
    this.setFilter(name, '');
    this.searchField?.focus();
  };

  readonly onSort = (column: SortColumn): void => {
    const now = this.#host.sort || 'name';
    const next = now === column ? `-${column}` : column;
    const { store, words, say } = this.#deps();
    this.#host.sort = next;
    if (store) void store.ask({ ...store.$query.get(), sort: next });
    const said = next === column ? words.t.sortedUp : words.t.sortedDown;
    say(said({ column: columnLabel(column, words) }));
    this.#tell(false);
  };

  readonly onPage = (from: number): void => {
    void this.#store?.goTo(from);
    this.#host.renderRoot.querySelector('.table')?.scrollIntoView({ block: 'nearest' });
  };

  setFilter(name: FilterName, value: string): void {
    this.#change({ [name]: value });
  }

  get searchField(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.search input');
  }

  #search(q: string): void {
    this.#store?.search(q);
    this.#tell();
  }

  #change(patch: Partial<AccountFilter>): void {
    const store = this.#store;
    if (store) void store.ask({ ...store.$query.get(), ...patch });
    this.#tell();
  }

  /** Tells the host, and in a moment the person. */
  #tell(count = true): void {
    const host = this.#host;
    if (!this.#store) return;
    host.filter = writeFilter(this.#store.$query.get());
    this.#param.remember();
    const { filter, sort, stores } = host;
    host.dispatchEvent(new CcFilterChangedEvent({ accountId: stores?.accountId ?? '', filter, sort }));
    if (!count) return;
    this.#cancelSay?.();
    this.#cancelSay = stores?.clock.after(sayAfterMs, () => {
      this.#sayCount = true;
      host.requestUpdate();
    });
  }

  /** The search key works wherever nothing else takes text. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    const { searchKey } = this.#deps().words.t;
    if (!searchKey || event.key !== searchKey || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    const inside = event.composedPath().includes(this.#host);
    const { body } = this.#host.ownerDocument;
    if (target instanceof HTMLElement && (takesText(target) || (!inside && target !== body))) return;
    const field = this.searchField;
    if (!field?.checkVisibility()) return;
    event.preventDefault();
    field.focus();
    field.select();
  };
}

function takesText(target: HTMLElement): boolean {
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.localName);
}
