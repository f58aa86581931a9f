import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { userDetailStyles } from './user-detail.styles.js';
import type { DetailWork } from './work.js';

/**
 * One member of one account: who they are, what they may do here and on clients and through what, their second
 * factor, what happened, and everything that can be done about it.
 *
 * @tagname cc-user-detail
 * @status experimental
 *
 * @example
 * <cc-user-detail member-id="mem_…" layout="page"></cc-user-detail>
 *
 * @slot summary - Below the name.
 * @slot section - A section of the host's own, before the danger zone.
 * @slot danger - More in the danger zone.
 *
 * @event {CcRoleChangeRequestEvent} cc-role-change-request - A person chose another role.
 * @event {CcRoleChangedEvent} cc-role-changed - The member has another role.
 * @event {CcMemberSuspendRequestEvent} cc-member-suspend-request - A person wants to suspend the member.
 * @event {CcMemberSuspendedEvent} cc-member-suspended - The member is suspended.
 * @event {CcMemberReactivateRequestEvent} cc-member-reactivate-request - A person wants to let the member in again.
 * @event {CcMemberReactivatedEvent} cc-member-reactivated - The member is active again.
 * @event {CcMemberRemoveRequestEvent} cc-member-remove-request - A person confirmed that the member goes.
 * @event {CcMemberRemovedEvent} cc-member-removed - The member is removed.
 * @event {CcMemberLeaveRequestEvent} cc-member-leave-request - The person confirmed leaving the account.
 * @event {CcMemberLeftEvent} cc-member-left - The person left the account.
 * @event {CcMfaResetRequestEvent} cc-mfa-reset-request - A person confirmed that the second factor is reset.
 * @event {CcMfaClearedEvent} cc-mfa-cleared - The member has no second factor any more.
 * @event {CcOwnershipTransferRequestEvent} cc-ownership-transfer-request - A person confirmed offering the ownership.
 * @event {CcOwnershipTransferStartedEvent} cc-ownership-transfer-started - The ownership is offered for 72 hours.
 * @event {CcOwnershipAcceptRequestEvent} cc-ownership-accept-request - The person confirmed taking the ownership.
 * @event {CcOwnershipTransferredEvent} cc-ownership-transferred - The account has another owner.
 * @event {CcOwnershipCancelRequestEvent} cc-ownership-cancel-request - A person confirmed taking the offer back.
 * @event {CcOwnershipTransferCancelledEvent} cc-ownership-transfer-cancelled - The offer is taken back.
 * @event {CcErrorEvent} cc-error - An act failed.
 *
 * @csspart frame - The box round everything.
 * @csspart header - Name, addresses, facts.
 * @csspart heading - A title.
 * @csspart avatar - Initials.
 * @csspart badge - "You".
 * @csspart secondary - The line under the name.
 * @csspart section - A section.
 * @csspart danger-zone - The section of what takes something away.
 * @csspart role-control - The role; `role-control locked` where it can't be chosen.
 * @csspart role-details - The table of what the role can do.
 * @csspart entry - An entry of the history.
 * @csspart actor - Who did it.
 * @csspart diff - What was before and after.
 * @csspart time - When.
 * @csspart menu - The roles to choose from.
 * @csspart menu-item - A role.
 * @csspart callout - A note in a box, such as an ownership on its way.
 * @csspart dialog - A question.
 * @csspart hint - What went well.
 * @csspart error - What went wrong.
 * @csspart state - In place of a person who can't be shown.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-user-detail-panel-width - Greatest width in the layout `panel`.
 *
 * @cssstate busy - The person is being loaded.
 * @cssstate empty - The person is no user any more.
 * @cssstate failed - The person could not be loaded.
 * @cssstate refused - The viewer may not see them.
 */
export class CcUserDetail extends CcElement {
  static override readonly tag: string = 'cc-user-detail';
  static override styles = userDetailStyles;

  /** Id of the membership; the viewer's own when absent. */
  @property({ attribute: 'member-id' }) memberId?: string;
  /** `panel` stands beside a list, `page` fills a page and puts sections side by side. */
  @property() layout: 'panel' | 'page' = 'panel';

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<DetailWork>(
    this,
    async () => new (await import('./work.js')).DetailWork(this),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#work.start();
  }

  protected override update(changed: PropertyValues<this>): void {
    // After the controllers have found their stores, before anything is drawn.
    this.#work.part?.look();
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const { part } = this.#work;
    const waiting = html`<span class="skeleton first" aria-hidden="true"></span>`;
    return html`<article
        class="panel ${this.layout === 'page' ? 'page' : 'narrow'}"
        part="frame"
        @focusin=${part?.onFocusMove}
        @focusout=${part?.onFocusMove}
      >
        ${partOr(this.#work, this.#common.t, waiting)}
      </article>
      ${part?.overlays()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part, unreachable } = this.#work;
    const state = part?.state ?? (unreachable ? 'failed' : 'busy');
    for (const name of ['busy', 'empty', 'failed', 'refused'] as const) this.setState(name, state === name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-user-detail': CcUserDetail;
  }
}
