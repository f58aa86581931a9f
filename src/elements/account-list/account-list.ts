import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AccountListItem } from '../../client/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { accountList } from '../../i18n/en/account-list.js';
import { common } from '../../i18n/en/common.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partMissing } from '../base/part-missing.js';
import { accountListStyles } from './account-list.styles.js';
import type { AccountListBody } from './list.js';
import { skeleton } from './skeleton.js';
import type { AccountAction, AccountColumn } from './view.js';

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
 * @event {CcAccountRestoreRequestEvent} cc-account-restore-request - A person wants to bring a closed account back.
 * @event {CcAccountRestoredEvent} cc-account-restored - It is open again, with its members.
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
 * @csspart open-button - Opens an account, or brings a closed one back; `open-button busy` meanwhile.
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
 * @cssprop --cc-account-list-list-height - Greatest height of one long list, above 200 accounts.
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
  /** Rows per page, 1 to 100. With 0 it is 50 up to 200 accounts, and one long list above that. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 0;
  /** What is looked for, such as `q=dental&status=overdue`; also `relationship`, `plan`, `seats`, `role` and `show`. */
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

  readonly #text = new StringsController(this, 'accountList', accountList);
  readonly #common = new StringsController(this, 'common', common);
  readonly #list = new LazyPart<AccountListBody>(
    this,
    async () => new (await import('./list.js')).AccountListBody(this),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#list.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.part?.stop();
  }

  protected override beforeStores(): void {
    this.#list.part?.settle();
  }

  protected override render(): TemplateResult {
    const { heading } = this.#text.t;
    return html`<section class="panel" part="frame" aria-label=${heading}>
      ${this.#list.part?.template(heading) ?? this.#waiting(heading)}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part, unreachable } = this.#list;
    const states = part?.states ?? { busy: !unreachable, failed: unreachable };
    for (const name of ['busy', 'empty', 'refused', 'failed', 'selecting'] as const) {
      this.setState(name, states[name] ?? false);
    }
    part?.drawn();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#list.part?.searchField ?? super.focusTarget;
  }

  #waiting(heading: string): TemplateResult {
    const { t } = this.#common;
    return html`<div class="panel-head" part="header">
        <div class="titles">
          <slot name="heading"><h2 class="title" part="heading">${heading}</h2></slot>
        </div>
      </div>
      <slot name="notice"></slot>
      <div class="below">
        ${this.#list.unreachable ? partMissing(t, () => this.#list.start()) : skeleton(8, t.loading)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-account-list': CcAccountList;
  }
}
