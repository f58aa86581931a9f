import { html, nothing, type TemplateResult } from 'lit';
import type { AccountListItem } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { WidthController } from '../../controllers/width.controller.js';
import { limits } from '../../domain/index.js';
import { accountRows } from '../../i18n/en/account-rows.js';
import { common } from '../../i18n/en/common.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { anyAccount, createAccountListStore, type AccountListStore } from '../../stores/account-list.js';
import type { CustomState } from '../base/cc-element.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { safeHref } from '../base/safe-href.js';
import { cloneTemplate } from '../base/template-slot.js';
import { isRefusal, ListActions } from './actions.js';
import { ListControl } from './control.js';
import { applied, filterNames, type AccountFilter, type FilterName, type Plan } from './filter.js';
import { footer } from './footer.js';
import { header } from './header.js';
import { accountRowStyles } from './list.styles.js';
import { ListMenus } from './menus.js';
import { skeleton } from './skeleton.js';
import { bars, empty, failed, none, refused } from './states.js';
import { firstRow, settleTable, table, type TableView } from './table.js';
import { toolbar } from './toolbar.js';
import type { AccountListHost, Words } from './view.js';
import type { AccountWindow } from './window.js';
import { CountWithout } from './without.js';

/** Up to so many accounts the list has pages. */
const pagedUpTo = 200;

/** The accounts and what is done with them: fetched right after the frame is drawn. */
export class AccountListBody {
  readonly #host: AccountListHost;
  readonly #store: StoreController<AccountListStore>;
  readonly #text: StringsController<'accountRows'>;
  readonly #common: StringsController<'common'>;
  readonly #roleWords: StringsController<'roles'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  readonly #announce: AnnounceController;
  readonly #actions: ListActions;
  readonly #without: CountWithout;
  readonly #control: ListControl;
  readonly #menus: ListMenus;
  readonly #width: WidthController;
  readonly #window: LazyPart<AccountWindow>;
  #view: TableView | undefined;
  #all: number | undefined;

  constructor(host: AccountListHost) {
    this.#host = host;
    this.#store = new StoreController(host, createAccountListStore);
    this.#text = new StringsController(host, 'accountRows', accountRows);
    this.#common = new StringsController(host, 'common', common);
    this.#roleWords = new StringsController(host, 'roles', roles);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#time = new TimeController(host);
    this.#announce = new AnnounceController(host);
    this.#without = new CountWithout(() => host.requestUpdate());
    this.#actions = new ListActions(host, () => ({
      store: this.#store.store,
      t: this.#text.t,
      problems: this.#problems.t,
      say: (text, urgent) => this.#announce.say(text, urgent),
      perform: (request, action, facts, retry) => perform(host, request, action, facts, retry),
    }));
    this.#control = new ListControl(host, () => ({
      store: this.#store.store,
      words: this.#words,
      say: (text) => this.#announce.say(text),
    }));
    this.#menus = new ListMenus(host, () => ({
      words: this.#words,
      filter: this.#filter,
      plans: this.#plans,
      names: this.#filters,
      readonly: host.settings.readonly,
      item: (id) => this.#items.find((item) => item.id === id),
      own: (item) => host.rowActions?.(item) ?? [],
      setFilter: (name, value) => this.#control.setFilter(name, value),
      setFavourite: (item, favourite) => void this.#actions.setFavourite(item, favourite),
      copyId: (item) => void this.#actions.copyId(item),
    }));
    this.#width = new WidthController(host, 480);
    this.#window = new LazyPart(
      host,
      async () => new (await import('./window.js')).AccountWindow(host, () => this.#store.store, this.#menus),
    );
    adoptLate(host.renderRoot, accountRowStyles);
  }

  get searchField(): HTMLInputElement | null {
    return this.#control.searchField;
  }

  /** What hosts may style by. */
  get states(): Partial<Record<CustomState, boolean>> {
    const rows = this.#rows;
    const lost = rows?.state === 'failed' && !rows.data ? rows.error : undefined;
    return {
      busy: this.#isLoading,
      empty: this.#isEmpty,
      refused: lost !== undefined && isRefusal(lost),
      failed: lost !== undefined && !isRefusal(lost),
      selecting: this.#actions.selection.ids.size > 0,
    };
  }

  /** Hands what the host says to the store, before it is listened to. */
  settle(): void {
    const { stores } = this.#host;
    this.#control.settle(stores?.accountId ? stores.use(createAccountListStore) : undefined);
  }

  /** Everything inside the frame. */
  template(heading: string): TemplateResult {
    const words = this.#words;
    const host = this.#host;
    return html`${header({
        words,
        heading,
        account: this.#account,
        count: this.#count,
        updatedAt: this.#store.store?.$updatedAt.get(),
        old: this.#rows?.state === 'failed',
        onAdd: host.addable && !host.settings.readonly ? this.#actions.add : undefined,
      })}
      ${toolbar({
        words,
        filter: this.#filter,
        plans: this.#plans,
        names: this.#filters,
        searches: !host.withoutSearch && !this.#isEmpty,
        openAnchor: this.#menus.anchor,
        control: this.#control,
        onFilter: (name, anchor) => void this.#menus.open({ kind: 'filter', name }, anchor),
      })}
      <slot name="notice"></slot>
      <div class="below">${this.#bar()}${this.#list()}</div>
      ${this.#footer()} ${this.#menus.template()}`;
  }

  drawn(): void {
    this.#control.drawn(this.#isLoading, this.#rows?.data?.total);
    settleTable(this.#host.renderRoot, this.#host.columns.length);
    if (this.#view) this.#windowPart?.drawn(this.#view, firstRow);
  }

  stop(): void {
    this.#window.part?.stop();
  }

  get #words(): Words {
    const { language } = this.#host;
    return { t: this.#text.t, common: this.#common.t, roles: this.#roleWords.t, time: this.#time, language };
  }

  get #rows() {
    return this.#store.store?.$rows.get();
  }

  get #isLoading(): boolean {
    return this.#rows?.state === 'loading' || this.#rows?.state === 'idle';
  }

  /** More than can be turned over page by page, where the host asks for no pages and rows are of one height. */
  get #isLong(): boolean {
    const { pageSize, view } = this.#host;
    const many = (this.#rows?.data?.total ?? 0) > pagedUpTo;
    return many && pageSize === 0 && view !== 'cards' && !this.#width.below(480);
  }

  /** Draws one long list; undefined where there are pages, or while its code is on the way. */
  get #windowPart(): AccountWindow | undefined {
    return this.#isLong ? this.#window.part : undefined;
  }

  get #plans(): readonly Plan[] {
    return this.#store.store?.$backend.get().data?.plans ?? [];
  }

  get #account() {
    return this.#store.store?.$account.get().data;
  }

  get #items(): readonly AccountListItem[] {
    return this.#rows?.data?.items ?? [];
  }

  /** Only a partner account has clients that it doesn't manage. */
  get #filters(): readonly FilterName[] {
    const ofPartner = this.#account?.kind === 'parent';
    return ofPartner ? filterNames : filterNames.filter((name) => name !== 'relationship');
  }

  get #filter(): AccountFilter {
    return this.#store.store?.$query.get() ?? anyAccount;
  }

  /** Nobody can be given access to what the viewer can't enter. */
  get #selects(): boolean {
    const { status, relationship } = this.#filter;
    const entered = status !== 'closed' && relationship !== 'referred';
    return this.#host.selectable && !this.#host.settings.readonly && entered;
  }

  get #isFiltered(): boolean {
    return this.#filter.q !== '' || applied(this.#filter).length > 0;
  }

  get #isEmpty(): boolean {
    const rows = this.#rows;
    return rows?.state === 'ready' && rows.data.total === 0 && !this.#isFiltered;
  }

  /** All accounts of the list, which is known for sure while nothing is filtered. */
  get #count(): number | undefined {
    const rows = this.#rows;
    if (rows?.state === 'ready' && !this.#isFiltered) this.#all = rows.data.total;
    const account = this.#account;
    return this.#all ?? (account?.kind === 'parent' ? account.childCount : undefined);
  }

  #bar(): unknown {
    const rows = this.#rows;
    const { failure } = this.#actions;
    const listed = this.#items.some(({ id }) => id === failure?.id);
    const lost = rows?.state === 'failed' && rows.data ? rows.error : undefined;
    return bars({
      words: this.#words,
      gone: listed ? undefined : failure?.text,
      done: this.#actions.done,
      cause: lost && problemText(this.#problems.t, lost),
      updatedAt: this.#store.store?.$updatedAt.get(),
      onRetry: () => void this.#host.refresh(),
    });
  }

  #list(): TemplateResult {
    const rows = this.#rows;
    const { store } = this.#store;
    const words = this.#words;
    if (rows?.state === 'failed' && !rows.data) {
      if (isRefusal(rows.error)) return refused(words);
      return failed(
        words,
        problemText(this.#problems.t, rows.error),
        rows.error,
        () => void this.#host.refresh(),
      );
    }
    if (this.#isLong) this.#window.startOnce();
    const comes = this.#isLong && !this.#window.part && !this.#window.unreachable;
    if (!rows?.data || comes) return skeleton(8, words.common.loading);
    if (rows.data.total > 0) return this.#table(rows.data.total, rows.state === 'loading');
    if (!this.#isFiltered) {
      return empty(words, this.#account?.kind === 'parent');
    }
    return none({
      words,
      filter: this.#filter,
      plans: this.#plans,
      without: store && this.#without.of(store),
      onDrop: this.#control.onDrop,
      onClear: this.#control.onClearAll,
    });
  }

  #table(total: number, busy: boolean): TemplateResult {
    const host = this.#host;
    const words = this.#words;
    const account = this.#account;
    this.#view = {
      words,
      caption: account?.kind === 'parent' ? words.t.caption({ partner: account.name }) : words.t.captionYours,
      items: this.#items,
      total,
      sort: host.sort || (this.#filter.show === 'recent' ? '' : 'name'),
      busy,
      layout: host.view,
      columns: host.columns,
      selected: this.#selects ? this.#actions.selection.ids : undefined,
      most: limits.bulkAccounts,
      readonly: host.settings.readonly,
      opening: this.#actions.opening,
      failure: this.#actions.failure,
      openAnchor: this.#menus.anchor,
      hrefOf: ({ id }) => safeHref(host.hrefTemplate?.replace('{id}', encodeURIComponent(id))),
      extra: ({ id, name, planName, status }) =>
        cloneTemplate(host, 'row-end', { id, name, status, plan: planName ?? '' }),
      onSort: this.#control.onSort,
      windowed: this.#windowPart !== undefined,
      onSelectPage: (on) => this.#actions.selection.set(this.#items, on),
      onSelectAll: (on) => void (on ? this.#actions.selectAll() : this.#actions.clearSelection()),
      actions: this.#actions,
      onMenu: (item, anchor) => void this.#menus.open({ kind: 'row', id: item.id }, anchor),
    };
    return table(this.#view);
  }

  #footer(): unknown {
    const rows = this.#rows?.data;
    if (!rows || rows.total === 0) return nothing;
    const words = this.#words;
    const { from, items, total } = rows;
    return footer({
      words,
      from,
      shown: items.length,
      total,
      selected: this.#actions.selection.ids.size,
      onPage: this.#control.onPage,
      pageSize: this.#host.pageSize || limits.pageSize,
      windowed: this.#windowPart !== undefined,
      onClear: this.#actions.clearSelection,
      onGrant: this.#actions.grant,
    });
  }
}
