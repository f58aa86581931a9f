import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountListItem } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { limits } from '../../domain/index.js';
import { accountList } from '../../i18n/en/account-list.js';
import { common } from '../../i18n/en/common.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { anyAccount, createAccountListStore } from '../../stores/account-list.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { problemText } from '../base/problem-text.js';
import { safeHref } from '../base/safe-href.js';
import { cloneTemplate } from '../base/template-slot.js';
import { accountListStyles } from './account-list.styles.js';
import { isRefusal, ListActions } from './actions.js';
import { ListControl } from './control.js';
import { applied, type AccountFilter } from './filter.js';
import { footer } from './footer.js';
import { header } from './header.js';
import { ListMenus } from './menus.js';
import { bars, empty, failed, none, refused, skeleton } from './states.js';
import { settleTable, table } from './table.js';
import { toolbar } from './toolbar.js';
import type { AccountAction, AccountColumn, Words } from './view.js';
import { CountWithout } from './without.js';

/**
 * *Accounts*: the clients of a partner account, with plan, seats, and what the viewer may do in each; search,
 * filters, sorting, favourites, and a way in. Somebody of a client sees the accounts they can open (R5).
 *
 * @tagname cc-account-list
 * @status experimental
 *
 * @example
 * <cc-provider base-url="/v1" account-id="acc_…">
 *   <cc-account-list href-template="/accounts/{id}/users"></cc-account-list>
 * </cc-provider>
 *
 * @slot heading - In place of the title.
 * @slot header-actions - Beside the button that adds an account.
 * @slot toolbar-end - At the end of the toolbar.
 * @slot notice - Between header and list.
 * @slot empty - In place of the text while there is no account.
 * @slot no-results - In place of the text when nothing is found.
 * @slot error - In place of the text when the list can't be shown.
 * @slot footer - Beside the count.
 * @slot row-end - A `<template>` copied before Open in each row; `data-field` takes id, name, status or plan.
 *
 * @event {CcAccountChangeRequestEvent} cc-account-change-request - A person wants to open an account.
 * @event {CcAccountChangedEvent} cc-account-changed - The account is open; the host shows it.
 * @event {CcAccountAddRequestEvent} cc-account-add-request - A person wants to add an account.
 * @event {CcAccountAddOpenedEvent} cc-account-add-opened - The host shows its page for adding one.
 * @event {CcGrantOpenRequestEvent} cc-grant-open-request - A person wants to give access to the selected accounts.
 * @event {CcGrantOpenedEvent} cc-grant-opened - The host shows the dialog for it.
 * @event {CcSelectionChangedEvent} cc-selection-changed - A person selected accounts.
 * @event {CcFilterChangedEvent} cc-filter-changed - A person searched, filtered or sorted.
 * @event {CcErrorEvent} cc-error - An account was not opened or marked.
 *
 * @csspart frame - The box round everything.
 * @csspart header - Title, freshness and the button that adds an account.
 * @csspart heading - A title.
 * @csspart subheading - How many accounts of whom.
 * @csspart live - How fresh the list is.
 * @csspart add-button - Adds an account.
 * @csspart toolbar - Search and filters.
 * @csspart search - The search field.
 * @csspart field - An input.
 * @csspart filter - A filter button; `filter applied` while it is on.
 * @csspart callout - Above a list that is not up to date: `callout stale`.
 * @csspart table - The list.
 * @csspart column-header - A column's title.
 * @csspart select-all - Selects the page, or all that match.
 * @csspart row - A row; `row selected`, and `row note` under one.
 * @csspart cell - A cell.
 * @csspart avatar - An account's initials.
 * @csspart name - An account's name.
 * @csspart secondary - The line under it.
 * @csspart status - The status cell.
 * @csspart plan - The plan cell.
 * @csspart seats - The seats cell.
 * @csspart your-role - The role cell.
 * @csspart last-active - The last-activity cell.
 * @csspart open-button - Opens an account; `open-button busy` meanwhile.
 * @csspart row-actions - The button of a row's menu.
 * @csspart menu - A menu.
 * @csspart menu-item - An entry of a menu.
 * @csspart state - The text in place of a list.
 * @csspart skeleton - Grey rows while the list loads.
 * @csspart footer - Count and paging.
 * @csspart count - Which accounts of how many are shown.
 * @csspart bulk-bar - What can be done with the selected accounts.
 * @csspart pager - The paging buttons.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-account-list-row-height - Least height of a row.
 *
 * @cssstate busy - The list is being loaded.
 * @cssstate empty - There is no account.
 * @cssstate failed - The list could not be loaded.
 * @cssstate refused - The viewer may not see the list.
 * @cssstate selecting - Accounts are selected.
 */
export class CcAccountList extends CcElement {
  static override readonly tag: string = 'cc-account-list';
  static override styles = accountListStyles;

  /** `auto` shows cards under 480 px of width; `table` and `cards` decide it. */
  @property() view: 'auto' | 'table' | 'cards' = 'auto';
  /** Rows per page, 1 to 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 50;
  /** What is looked for, such as `q=dental&status=overdue`; also `plan`, `seats`, `role` and `show`. */
  @property() filter = '';
  /** Column, with `-` in front for descending: name, status, plan, seats. */
  @property() sort = '';
  /** Lets a person select accounts, to give somebody access to all of them. */
  @property({ converter: booleanAttribute, reflect: true }) selectable = false;
  /** Shows the button that asks the host to add an account. */
  @property({ converter: booleanAttribute, reflect: true }) addable = false;
  /** Leaves out search and filters. */
  @property({ converter: booleanAttribute, reflect: true, attribute: 'without-search' }) withoutSearch =
    false;
  /** Name of a parameter of the page's address that remembers filter and sort. */
  @property({ attribute: 'query-param' }) queryParam?: string;
  /** Address of an account's page with `{id}` in it; Open is then a link that the browser follows. */
  @property({ attribute: 'href-template' }) hrefTemplate?: string;
  /** Columns of the host's own, before the buttons of a row; shown from 1040 px of width. */
  @property({ attribute: false }) columns: readonly AccountColumn[] = [];
  /** Entries of the host's own in a row's menu. */
  @property({ attribute: false }) rowActions?: (account: AccountListItem) => readonly AccountAction[];

  #all: number | undefined;

  readonly #store = new StoreController(this, createAccountListStore);
  readonly #text = new StringsController(this, 'accountList', accountList);
  readonly #common = new StringsController(this, 'common', common);
  readonly #roleWords = new StringsController(this, 'roles', roles);
  readonly #problems = new StringsController(this, 'problems', problems);
  readonly #time = new TimeController(this);
  readonly #announce = new AnnounceController(this);
  readonly #actions: ListActions = new ListActions(this, () => ({
    store: this.#store.store,
    t: this.#text.t,
    problems: this.#problems.t,
    say: (text, urgent) => this.#announce.say(text, urgent),
    perform: (request, action, facts, retry) => this.perform(request, action, facts, retry),
  }));
  readonly #without = new CountWithout(() => this.requestUpdate());
  readonly #control: ListControl = new ListControl(this, () => ({
    store: this.#store.store,
    words: this.#words,
    say: (text) => this.#announce.say(text),
  }));
  readonly #menus: ListMenus = new ListMenus(this, () => ({
    words: this.#words,
    filter: this.#filter,
    plans: this.#store.store?.$backend.get().data?.plans ?? [],
    readonly: this.settings.readonly,
    item: (id) => this.#items.find((item) => item.id === id),
    own: (item) => this.rowActions?.(item) ?? [],
    setFilter: (name, value) => this.#control.setFilter(name, value),
    setFavourite: (item, favourite) => void this.#actions.setFavourite(item, favourite),
    copyId: (item) => void this.#actions.copyId(item),
  }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { stores } = this;
    this.#control.settle(stores?.accountId ? stores.use(createAccountListStore) : undefined);
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const filter = this.#filter;
    return html`<section class="panel" part="frame" aria-label=${words.t.heading}>
      ${header({
        words,
        account: this.#account,
        count: this.#count,
        updatedAt: this.#store.store?.$updatedAt.get(),
        old: this.#rows?.state === 'failed',
        onAdd: this.addable && !this.settings.readonly ? this.#actions.add : undefined,
      })}
      ${toolbar({
        words,
        filter,
        plans: this.#store.store?.$backend.get().data?.plans ?? [],
        searches: !this.withoutSearch && !this.#isEmpty,
        openAnchor: this.#menus.anchor,
        control: this.#control,
        onFilter: (name, anchor) => void this.#menus.open({ kind: 'filter', name }, anchor),
      })}
      <slot name="notice"></slot>
      <div class="below">${this.#bar()}${this.#list()}</div>
      ${this.#footer()} ${this.#menus.template()}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const rows = this.#rows;
    const loading = rows?.state === 'loading' || rows?.state === 'idle';
    const lost = rows?.state === 'failed' && !rows.data ? rows.error : undefined;
    this.setState('busy', loading);
    this.setState('empty', this.#isEmpty);
    for (const name of ['refused', 'failed'] as const) {
      this.setState(name, lost !== undefined && isRefusal(lost) === (name === 'refused'));
    }
    this.setState('selecting', this.#actions.selection.ids.size > 0);
    this.#control.drawn(loading, rows?.data?.total);
    settleTable(this.renderRoot, this.columns.length);
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#control.searchField ?? super.focusTarget;
  }

  get #words(): Words {
    const { language } = this;
    return { t: this.#text.t, common: this.#common.t, roles: this.#roleWords.t, time: this.#time, language };
  }

  get #rows() {
    return this.#store.store?.$rows.get();
  }

  get #account() {
    return this.#store.store?.$account.get().data;
  }

  get #items(): readonly AccountListItem[] {
    return this.#rows?.data?.items ?? [];
  }

  get #filter(): AccountFilter {
    return this.#store.store?.$query.get() ?? anyAccount;
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
      cause: lost && problemText(this.#problems.t, lost),
      updatedAt: this.#store.store?.$updatedAt.get(),
      onRetry: () => void this.refresh(),
    });
  }

  #list(): TemplateResult {
    const rows = this.#rows;
    const { store } = this.#store;
    const words = this.#words;
    if (rows?.state === 'failed' && !rows.data) {
      if (isRefusal(rows.error)) return refused(words);
      return failed(words, problemText(this.#problems.t, rows.error), rows.error, () => void this.refresh());
    }
    if (!rows?.data) return skeleton(8, words.common.loading);
    if (rows.data.total > 0) return this.#table(rows.data.total, rows.state === 'loading');
    if (!this.#isFiltered) {
      return empty(words, this.#account?.kind === 'parent');
    }
    return none({
      words,
      filter: this.#filter,
      plans: this.#store.store?.$backend.get().data?.plans ?? [],
      without: store && this.#without.of(store),
      onDrop: this.#control.onDrop,
      onClear: this.#control.onClearAll,
    });
  }

  #table(total: number, busy: boolean): TemplateResult {
    const words = this.#words;
    const account = this.#account;
    return table({
      words,
      caption: account?.kind === 'parent' ? words.t.caption({ partner: account.name }) : words.t.captionYours,
      items: this.#items,
      total,
      sort: this.sort || (this.#filter.show === 'recent' ? '' : 'name'),
      busy,
      layout: this.view,
      columns: this.columns,
      selected: this.selectable && !this.settings.readonly ? this.#actions.selection.ids : undefined,
      most: limits.bulkAccounts,
      opening: this.#actions.opening,
      failure: this.#actions.failure,
      openAnchor: this.#menus.anchor,
      hrefOf: ({ id }) => safeHref(this.hrefTemplate?.replace('{id}', encodeURIComponent(id))),
      extra: ({ id, name, planName, status }) =>
        cloneTemplate(this, 'row-end', { id, name, status, plan: planName ?? '' }),
      onSort: this.#control.onSort,
      onSelectPage: (on) => this.#actions.selection.set(this.#items, on),
      actions: this.#actions,
      onMenu: (item, anchor) => void this.#menus.open({ kind: 'row', id: item.id }, anchor),
    });
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
      pageSize: this.pageSize,
      onClear: this.#actions.clearSelection,
      onGrant: this.#actions.grant,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-account-list': CcAccountList;
  }
}
