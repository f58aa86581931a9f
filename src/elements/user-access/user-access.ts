import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { JobSubject } from '../../client/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { userAccessStyles } from './user-access.styles.js';
import type { UserAccessWork } from './work.js';

/**
 * One person over a partner account and all its clients: every role of their own, every access that follows from
 * the partner account with its source, and the way to end all of it in one step (R11, R88, R89).
 *
 * @tagname cc-user-access
 * @status experimental
 *
 * @example
 * <cc-user-access user-id="usr_…"></cc-user-access>
 *
 * @slot identity-end - Beside the person’s name, before the buttons.
 * @slot stats - In place of the four facts.
 * @slot notice - Between the facts and the accounts.
 *
 * @event {CcPersonOffboardRequestEvent} cc-person-offboard-request - The person has confirmed the preview.
 * @event {CcPersonOffboardedEvent} cc-person-offboarded - Everything that could end has ended.
 * @event {CcGrantOpenRequestEvent} cc-grant-open-request - The person wants to give access to more accounts.
 * @event {CcGrantOpenedEvent} cc-grant-opened - The host shows the dialog for it.
 * @event {CcRoleChangeRequestEvent} cc-role-change-request - The person chose another role on an account.
 * @event {CcRoleChangedEvent} cc-role-changed - The role is changed.
 * @event {CcMemberRemoveRequestEvent} cc-member-remove-request - The person confirmed ending one role.
 * @event {CcMemberRemovedEvent} cc-member-removed - The role has ended.
 * @event {CcInviteChangeRequestEvent} cc-invite-change-request - The person chose another role for an invite.
 * @event {CcInviteChangedEvent} cc-invite-changed - The invite carries another role.
 * @event {CcInviteRevokeRequestEvent} cc-invite-revoke-request - The person confirmed cancelling an invite.
 * @event {CcInviteRevokedEvent} cc-invite-revoked - The invite is cancelled.
 * @event {CcErrorEvent} cc-error - Something could not be done.
 *
 * @csspart frame - The box round everything.
 * @csspart identity - Who it is, and what can be done.
 * @csspart heading - A heading.
 * @csspart subheading - The line below it.
 * @csspart avatar - Initials.
 * @csspart stats - The facts under the name.
 * @csspart stat - One of them.
 * @csspart table - The accounts.
 * @csspart column-header - A column’s title.
 * @csspart group-header - Where accesses of one kind begin.
 * @csspart row - One access: `row membership`, `row invitation` or `row inherited`.
 * @csspart cell - A cell.
 * @csspart username - The login used on that account.
 * @csspart role-control - The role, and the button that changes it.
 * @csspart status - The status cell.
 * @csspart row-actions - The button of a row’s menu.
 * @csspart menu - A menu.
 * @csspart menu-item - An entry of a menu.
 * @csspart dialog - The question before something ends.
 * @csspart preview - What offboarding would end.
 * @csspart jobs - Own jobs that are at work, or have ended lately.
 * @csspart progress - How far it is.
 * @csspart result - What became of each access.
 * @csspart account-row - One account in the preview or the result; `account-row problem` where it can’t end.
 * @csspart callout - A note in a box.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 * @csspart state - In place of what can’t be shown.
 *
 * @cssprop --cc-user-access-row-height - Least height of a row.
 *
 * @cssstate busy - The accesses are being loaded, or a job is at work.
 * @cssstate empty - The person has no access.
 * @cssstate failed - The accesses could not be loaded.
 * @cssstate refused - The viewer may not see them.
 */
export class CcUserAccess extends CcElement {
  static override readonly tag: string = 'cc-user-access';
  static override styles = userAccessStyles;

  /** The person: a user’s id, or the id that a list of people gives somebody who was only invited. */
  @property({ attribute: 'user-id' }) userId?: string;
  /** The person in another way: `{ userId }`, or `{ email }` for somebody without a login. */
  @property({ attribute: false }) subject?: JobSubject;

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<UserAccessWork>(
    this,
    async () => new (await import('./work.js')).UserAccessWork(this),
  );

  protected override beforeStores(): void {
    this.#work.part?.settle();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const states = this.#work.part?.states ?? { failed: this.#work.unreachable };
    for (const name of ['busy', 'empty', 'failed', 'refused'] as const) {
      this.setState(name, states[name] ?? false);
    }
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" part="frame">
        ${partOr(
          this.#work,
          this.#common.t,
          html`<div class="panel-head"><span class="skeleton" aria-hidden="true"></span></div>`,
        )}
      </section>
      ${this.#work.part?.dialogs()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#work.part?.drawn();
    if (this.userId || this.subject) this.#work.startOnce();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('h2') ?? super.focusTarget;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-user-access': CcUserAccess;
  }
}
