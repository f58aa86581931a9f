import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RoleId } from '../../domain/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partMissing } from '../base/part-missing.js';
import type { DraftHost } from './invite-draft.js';
import { inviteDialogStyles } from './invite-dialog.styles.js';
import type { InviteWork } from './work.js';

/**
 * *Add a collaborator*: invite one or many people to the account, with what each role means here and how far the
 * invite reaches, then hand out the links (R24, R25, R3). Nothing typed is lost when sending fails.
 *
 * @tagname cc-invite-dialog
 * @status experimental
 *
 * @example
 * <cc-invite-dialog multiple>
 *   <button slot="trigger">Add New User</button>
 * </cc-invite-dialog>
 *
 * @slot trigger - A button that opens the dialog.
 * @slot intro - Text above the fields.
 * @slot role-details - In place of the table of what a role can do.
 * @slot scope-note - In place of the note how far the invite reaches.
 * @slot consent - A line above the buttons, such as a legal note.
 * @slot footer-start - In place of how long invites live.
 * @slot after-sent - Below the result.
 *
 * @event {CcInviteSendRequestEvent} cc-invite-send-request - The person wants to send.
 * @event {CcInviteSentEvent} cc-invite-sent - An invite is on its way; one event per address.
 * @event {CcInviteLinkCopiedEvent} cc-invite-link-copied - An invite's URL is on the clipboard.
 * @event {CcAccountChangeRequestEvent} cc-account-change-request - The person wants to invite on another account.
 * @event {CcInviteChangeRequestEvent} cc-invite-change-request - The person changes the role of a pending invite.
 * @event {CcInviteChangedEvent} cc-invite-changed - It carries another role.
 * @event {CcInviteResendRequestEvent} cc-invite-resend-request - The person sends a pending invite again.
 * @event {CcInviteResentEvent} cc-invite-resent - It was sent again.
 * @event {CcInviteLinkRequestEvent} cc-invite-link-request - The person wants the URL of a pending invite.
 * @event {CcMemberShowEvent} cc-member-show - The dialog closed to show somebody who is a user already.
 * @event {CcConflictCheckRequestEvent} cc-conflict-check-request - The person goes on where a username is in use.
 * @event {CcConflictResolvedEvent} cc-conflict-resolved - The invite is on its way after all.
 * @event {CcConflictHeldEvent} cc-conflict-held - The invite waits until the name is free.
 * @event {CcCloseRequestEvent} cc-close-request - The person wants to close the dialog.
 * @event {CcOpenedEvent} cc-opened - The dialog is open.
 * @event {CcClosedEvent} cc-closed - The dialog is closed.
 * @event {CcErrorEvent} cc-error - Sending failed.
 *
 * @csspart dialog - The dialog; its `::backdrop` is the scrim.
 * @csspart title - The heading.
 * @csspart subheading - The line below it.
 * @csspart close - The button in the corner.
 * @csspart body - What scrolls.
 * @csspart footer - The buttons at the end.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart chips - The list of addresses.
 * @csspart chip - One address.
 * @csspart chip-error - An address with a mistake.
 * @csspart error - What has to be put right.
 * @csspart role-details - The table of what a role can do.
 * @csspart scope-note - How far the invite reaches.
 * @csspart callout - A note in a box.
 * @csspart submit - Sends.
 * @csspart cancel - Closes without sending.
 * @csspart result-icon - The mark beside the result.
 * @csspart url - The field with the invite's URL.
 * @csspart copy - Copies a URL.
 * @csspart result-list - The results of several invites.
 * @csspart result-row - One result.
 * @csspart done - Closes the result.
 *
 * @cssprop --cc-invite-dialog-width - Width of the dialog.
 * @cssprop --cc-invite-dialog-max-height - Most height the dialog takes.
 *
 * @cssstate busy - Invites are being sent.
 */
export class CcInviteDialog extends CcElement implements DraftHost {
  static override readonly tag = 'cc-invite-dialog';
  static override styles = inviteDialogStyles;

  /** Shows the dialog. */
  @property({ converter: booleanAttribute, reflect: true }) open = false;
  /** Takes several addresses at once. */
  @property({ converter: booleanAttribute, reflect: true }) multiple = false;
  /** The role that is chosen at first: the one with the fewest rights. */
  @property({ attribute: 'default-role' }) defaultRole: RoleId = 'campaign_creator';
  /** Most addresses at once. */
  @property({ type: Number }) max = 100;
  /** Mail domains that may be invited; empty allows all. */
  @property({ attribute: false }) domains: readonly string[] = [];
  /** The host's own check of an address: a sentence when it is refused. */
  @property({ attribute: false }) validate?: (email: string) => string | undefined;

  #opener: HTMLElement | undefined;

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<InviteWork>(
    this,
    async () => new (await import('./work.js')).InviteWork(this),
  );

  /** Opens the dialog; focus goes back to `opener` when it closes. */
  show(opener?: HTMLElement): void {
    this.#opener = opener;
    this.open = true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#work.part?.focusTarget ?? this.renderRoot.querySelector<HTMLElement>('button');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#onTrigger);
    // Whoever comes near the trigger may press it next.
    for (const near of ['pointerover', 'focusin']) this.addEventListener(near, this.#onNear, { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#onTrigger);
    this.#work.part?.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.setState('busy', this.#work.part?.sending ?? false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('open')) return;
    if (this.open) void this.#show();
    else this.#work.part?.close();
  }

  protected override render(): TemplateResult {
    return html`<slot name="trigger"></slot>${this.#work.part?.template() ?? this.#missing()}`;
  }

  /** Under the trigger, where nothing could be opened. */
  #missing(): unknown {
    if (!this.open || !this.#work.unreachable) return undefined;
    return partMissing(this.#common.t, () => void this.#show());
  }

  async #show(): Promise<void> {
    const work = await this.#work.get().catch(() => undefined);
    if (this.open) await work?.show(this.#opener);
  }

  readonly #onNear = (): void => {
    this.#work.start();
  };

  readonly #onTrigger = (event: Event): void => {
    const trigger = event
      .composedPath()
      .find((node) => node instanceof HTMLElement && node.slot === 'trigger');
    if (trigger) this.show(trigger as HTMLElement);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-invite-dialog': CcInviteDialog;
  }
}
