import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { scopeContext } from '../../context/keys.js';
import { provide } from '../../context/use.js';
import { WidthController } from '../../controllers/width.controller.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partMissing } from '../base/part-missing.js';
import { CcPlanOpenRequestEvent } from '../shared/plan-open.events.js';
import { RosterGround } from './ground.js';
import { addButton, header, type HeaderView } from './header.js';
import { InviteDoor } from './invite-door.js';
import type { RosterList } from './list.js';
import { skeleton } from './skeleton.js';
import { userRosterStyles } from './user-roster.styles.js';
import type { RosterActionsOf, RosterColumns } from './view.js';

/**
 * *Manage users*: the people of an account in groups — invited, members, and on a client account those who come
 * through its partner — with what each may do, and the ways to change it.
 *
 * @tagname cc-user-roster
 * @status experimental
 *
 * @example
 * <cc-provider base-url="/v1" account-id="acc_…">
 *   <cc-user-roster></cc-user-roster>
 * </cc-provider>
 *
 * @slot heading - In place of the title.
 * @slot header-actions - Beside Add New User.
 * @slot toolbar-end - At the end of the toolbar.
 * @slot notice - Between header and list.
 * @slot empty - In place of the text while the viewer is alone.
 * @slot no-results - In place of the text when nothing is found.
 * @slot error - In place of the text when the list can't be shown.
 * @slot footer - Beside the count.
 *
 * @event {CcRoleChangeRequestEvent} cc-role-change-request - A person chose another role for a member.
 * @event {CcRoleChangedEvent} cc-role-changed - A member has another role.
 * @event {CcMemberSuspendRequestEvent} cc-member-suspend-request - A person wants to suspend a member.
 * @event {CcMemberSuspendedEvent} cc-member-suspended - A member is suspended.
 * @event {CcMemberReactivateRequestEvent} cc-member-reactivate-request - A person wants to let a member in again.
 * @event {CcMemberReactivatedEvent} cc-member-reactivated - A member is active again.
 * @event {CcMemberRemoveRequestEvent} cc-member-remove-request - A person confirmed that a member goes.
 * @event {CcMemberRemovedEvent} cc-member-removed - A member is removed.
 * @event {CcMemberLeaveRequestEvent} cc-member-leave-request - The person confirmed leaving the account.
 * @event {CcMemberLeftEvent} cc-member-left - The person left the account.
 * @event {CcMemberOpenRequestEvent} cc-member-open-request - A person wants to see somebody's access.
 * @event {CcMemberOpenedEvent} cc-member-opened - Somebody's access is shown.
 * @event {CcMfaResetRequestEvent} cc-mfa-reset-request - A person confirmed that a member's second factor is reset.
 * @event {CcMfaClearedEvent} cc-mfa-cleared - A member has no second factor any more.
 * @event {CcInviteResendRequestEvent} cc-invite-resend-request - A person confirmed that an invite goes out again.
 * @event {CcInviteResentEvent} cc-invite-resent - An invite was sent again.
 * @event {CcInviteRevokeRequestEvent} cc-invite-revoke-request - A person confirmed that an invite is cancelled.
 * @event {CcInviteRevokedEvent} cc-invite-revoked - An invite is cancelled.
 * @event {CcInviteChangeRequestEvent} cc-invite-change-request - A person chose another role for an invite.
 * @event {CcInviteChangedEvent} cc-invite-changed - An invite carries another role.
 * @event {CcInviteLinkRequestEvent} cc-invite-link-request - A person wants an invite's URL.
 * @event {CcInviteLinkCopiedEvent} cc-invite-link-copied - An invite's URL is on the clipboard.
 * @event {CcInviteSendRequestEvent} cc-invite-send-request - A person corrected the address of an invite, or a line of a file invites somebody.
 * @event {CcInviteSentEvent} cc-invite-sent - An invite to a corrected address, or from a file, is on its way.
 * @event {CcFilterChangedEvent} cc-filter-changed - A person searched, filtered or sorted.
 * @event {CcRosterExportRequestEvent} cc-roster-export-request - A person wants the list as a file.
 * @event {CcRosterExportedEvent} cc-roster-exported - The file is there.
 * @event {CcSelectionChangedEvent} cc-selection-changed - A person selected people, or no longer selects them.
 * @event {CcPlanOpenRequestEvent} cc-plan-open-request - A person wants to see the plan.
 * @event {CcErrorEvent} cc-error - An act failed.
 *
 * @csspart frame - The box round everything.
 * @csspart header - Title, seats and Add New User.
 * @csspart heading - A title.
 * @csspart subheading - The line with the account.
 * @csspart add-button - Add New User.
 * @csspart seat-meter - The seats; its own parts are `seat-meter__track` and so on.
 * @csspart callout - Why nobody can be added; `callout stale` above a list that is not up to date.
 * @csspart toolbar - Search, filters, how fresh the list is.
 * @csspart search - The search field.
 * @csspart field - An input.
 * @csspart filter - A filter button; `filter applied` while it is on.
 * @csspart live - How fresh the list is.
 * @csspart table - The list.
 * @csspart column-header - A column's title.
 * @csspart group-header - A group's title.
 * @csspart row - A row; `row selected`, `row invited`, `row expired`, `row suspended`, `row partner`, and `row note` under one.
 * @csspart cell - A cell.
 * @csspart name - A person's name.
 * @csspart secondary - The line under it.
 * @csspart avatar - Initials, or an envelope.
 * @csspart badge - "You".
 * @csspart role-control - The role; `role-control locked` where it can't be chosen.
 * @csspart status - The status cell.
 * @csspart mfa - The second-factor cell.
 * @csspart last-active - The last-active cell.
 * @csspart row-actions - The button of a row's menu.
 * @csspart menu - A menu.
 * @csspart menu-item - An entry of a menu.
 * @csspart dialog - A dialog.
 * @csspart error - What went wrong.
 * @csspart hint - What went well.
 * @csspart state - The text in place of a list.
 * @csspart skeleton - Grey rows while the list loads.
 * @csspart footer - Count and paging.
 * @csspart pager - The paging buttons.
 * @csspart select-all - The box that selects a page, and the offer to select everybody.
 * @csspart bulk-bar - What can be done with those selected.
 * @csspart progress - How far it is.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-user-roster-row-height - Least height of a row.
 * @cssprop --cc-user-roster-list-height - Greatest height of one long list, above 200 members.
 * @cssprop --cc-user-roster-column-min-width - Least width of a host's own column.
 * @cssprop --cc-user-roster-card-min-width - Least width of a card, where cards stand beside each other.
 *
 * @cssstate busy - The list is being loaded.
 * @cssstate empty - The viewer is alone.
 * @cssstate failed - The list could not be loaded.
 * @cssstate refused - The viewer may not see the list.
 * @cssstate selecting - People are selected.
 * @cssstate narrow - Less than 480 px wide: people stand as cards.
 */
export class CcUserRoster extends CcElement {
  static override readonly tag = 'cc-user-roster';
  static override styles = userRosterStyles;
  /** Brings the invite dialog when it is first opened; set where this class is registered. */
  static loadInvite: (() => Promise<unknown>) | undefined;

  /** `auto` shows cards under 480 px of width; `table` and `cards` decide it. */
  @property() view: 'auto' | 'table' | 'cards' = 'auto';
  /** Rows per page, 1 to 100. With 0 it is 50 up to 200 members, and one long list above that. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 0;
  /** What is looked for, such as `q=chloe&status=expired`; also `role`, `mfa` and `lastActive` (`7d`, `-30d`, `never`). */
  @property() filter = '';
  /** Column, with `-` in front for descending: name, role, status, mfa, lastActive. */
  @property() sort = '';
  /** Lets people be selected, on all pages, to change, suspend, remove or invite again several at once. */
  @property({ converter: booleanAttribute, reflect: true }) selectable = false;
  /** Leaves out search and filters. */
  @property({ converter: booleanAttribute, reflect: true, attribute: 'without-search' }) withoutSearch =
    false;
  /** Leaves out Add New User. */
  @property({ converter: booleanAttribute, reflect: true, attribute: 'without-invite' }) withoutInvite =
    false;
  /**
   * Name of a parameter of the page's address that remembers search, filters and order; without it the address is
   * left alone. What people search for may be somebody's name.
   */
  @property({ attribute: 'query-param' }) queryParam?: string;
  /** Columns of the host's own, before the menu of a row; shown from 1040 px of width. */
  @property({ attribute: false }) columns: RosterColumns = [];
  /** Entries of the host's own in a row's menu. */
  @property({ attribute: false }) rowActions?: RosterActionsOf;

  readonly #width = new WidthController(this, 480, 720);
  readonly #inner = provide(this, scopeContext, undefined);
  readonly #ground = new RosterGround(this);
  readonly #invite = new InviteDoor(
    this,
    () => (this.constructor as typeof CcUserRoster).loadInvite,
    (email) => this.#list.part?.showPerson(email),
  );
  readonly #list = new LazyPart<RosterList>(
    this,
    async () => new (await import('./list.js')).RosterList(this, this.#ground),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#list.start();
  }

  /** Less than 480 px wide: people stand as cards. */
  get narrow(): boolean {
    return this.#width.below(480);
  }

  protected override beforeStores(): void {
    this.#inner.value = this.stores;
    this.#ground.settle();
  }

  protected override update(changed: PropertyValues<this>): void {
    // After the controllers have found their stores, before anything is drawn.
    this.#list.part?.look();
    this.setState('narrow', this.narrow);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { part: list, unreachable } = this.#list;
    const { t, common } = this.#ground.words;
    const head = this.#head;
    return html`<section
      class="panel ${this.settings.density ?? ''}"
      part="frame"
      aria-label=${t.heading}
      @focusin=${list?.onFocusMove}
      @focusout=${list?.onFocusMove}
      @pointerover=${list?.onPointer}
      @pointerleave=${list?.onPointer}
    >
      ${header(head)} ${list?.toolbar(this.#width.below(720))}
      <slot name="notice"></slot>
      ${list?.body(head.adds ? head.onAdd : undefined) ?? html`<div class="below">${unreachable ? partMissing(common, () => this.#list.start()) : skeleton(Math.min(this.pageSize || 6, 6), common.loading)}</div>`}
      ${list?.footer()} ${head.adds ? html`<div class="dock">${addButton(head, 'docked')}</div>` : nothing}
      ${list?.overlays()} ${this.#invite.template()}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part, unreachable } = this.#list;
    const { state = unreachable ? 'failed' : 'loading', busy = !unreachable } = part?.seen ?? {};
    this.setState('busy', busy || state === 'loading');
    this.setState('selecting', part?.selecting ?? false);
    for (const name of ['empty', 'failed', 'refused'] as const) this.setState(name, state === name);
    part?.drawn();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.search input') ?? super.focusTarget;
  }

  get #head(): HeaderView {
    const { words, viewer, seats } = this.#ground;
    const state = this.#list.part?.seen?.state;
    return {
      words,
      account: viewer.account,
      seats,
      meter: this.stores?.accountId ? (this.#list.part?.meter() ?? nothing) : nothing,
      live: this.#list.part?.live,
      adds: !this.withoutInvite && !viewer.readonly && state !== 'refused' && this.#invite.exists,
      leads: state !== 'empty' && state !== 'failed',
      onAdd: this.#onAdd,
      onPlan: this.#onPlan,
    };
  }

  readonly #onAdd = (event: Event): void => {
    if (this.#ground.hasSeat) void this.#invite.open(event.currentTarget as HTMLElement);
  };

  readonly #onPlan = (event: Event): void => {
    const accountId = this.stores?.accountId ?? '';
    const input = { planUrl: this.#ground.seats?.planUrl ?? null };
    // The link is followed unless the host has taken it over.
    if (!this.dispatchEvent(new CcPlanOpenRequestEvent({ accountId, input }))) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-user-roster': CcUserRoster;
  }
}
