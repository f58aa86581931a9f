import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { limits, type RoleId } from '../../domain/index.js';
import { common } from '../../i18n/en/common.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { inviteDialog } from '../../i18n/en/invite-dialog.js';
import { problems } from '../../i18n/en/problems.js';
import { roleDetails } from '../../i18n/en/role-details.js';
import { roles } from '../../i18n/en/roles.js';
import { createAccountStore } from '../../stores/account.js';
import { createInviteStore, type InviteOutcome, type InviteStore } from '../../stores/invite.js';
import { createRolesStore } from '../../stores/roles.js';
import { createSeatsStore, type SeatsStore } from '../../stores/seats.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { CcClosedEvent, CcOpenedEvent } from '../base/events.js';
import { innerTag } from '../base/inner.js';
import { LazyPart } from '../base/lazy-part.js';
import { CcRolePicker } from '../role-picker/role-picker.js';
import { InviteActions, type InviteHost } from './actions.js';
import type { ConflictDoor } from './conflict-door.js';
import type { CsvImport } from './csv-import.js';
import type { ExistingInvites } from './existing.js';
import { InviteDraft } from './invite-draft.js';
import { formView, type FormView } from './form.js';
import { inviteDialogStyles } from './invite-dialog.styles.js';
import { resultView } from './result.js';

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
export class CcInviteDialog extends CcElement implements InviteHost {
  static override readonly tag = 'cc-invite-dialog';
  static override readonly uses = [CcRolePicker];
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

  readonly #text = new StringsController(this, 'inviteDialog', inviteDialog);
  readonly #common = new StringsController(this, 'common', common);
  readonly #problems = new StringsController(this, 'problems', problems);
  readonly #fields = new StringsController(this, 'fieldProblems', fieldProblems);
  readonly #details = new StringsController(this, 'roleDetails', roleDetails);
  readonly #roleWords = new StringsController(this, 'roles', roles);
  readonly #account = new StoreController(this, createAccountStore);
  readonly #roles = new StoreController(this, createRolesStore);
  readonly #seats = new StoreController(this, createSeatsStore);
  readonly #invites = new StoreController(this, createInviteStore);
  readonly #draft = new InviteDraft(this);
  readonly #time = new TimeController(this);
  readonly #announce = new AnnounceController(this);
  readonly #confirm = new ConfirmController(this);
  readonly #dialog: DialogController = new DialogController(this, {
    dialog: () => this.renderRoot.querySelector<HTMLDialogElement>('dialog.invite'),
    mayClose: () => this.#act.mayClose(),
    closed: () => {
      this.open = false;
      this.reset();
      this.dispatchEvent(new CcClosedEvent());
    },
  });
  readonly #conflicts: LazyPart<ConflictDoor> = new LazyPart(
    this,
    async () => new (await import('./conflict-door.js')).ConflictDoor(this, this.#act),
  );
  readonly #existing: LazyPart<ExistingInvites> = new LazyPart(
    this,
    async () =>
      new (await import('./existing.js')).ExistingInvites(this, this.#draft, (text) => {
        this.#act.tell(text);
      }),
  );
  readonly #file: LazyPart<CsvImport> = new LazyPart(
    this,
    async () => new (await import('./csv-import.js')).CsvImport(this, this.#draft, this.#announce),
  );
  readonly #act: InviteActions = new InviteActions(this, {
    ...{ conflicts: this.#conflicts, existing: this.#existing, file: this.#file },
    draft: this.#draft,
    announce: this.#announce,
    confirm: this.#confirm,
    dialog: this.#dialog,
  });

  /** Opens the dialog; focus goes back to `opener` when it closes. */
  show(opener?: HTMLElement): void {
    this.#opener = opener;
    this.open = true;
  }

  protected override get focusTarget(): HTMLElement | null {
    const inner = this.renderRoot.querySelector<HTMLElement>('.conflict > :last-child');
    return inner ?? this.renderRoot.querySelector<HTMLElement>(this.#act.outcomes ? '#title' : '#email');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#onTrigger);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#onTrigger);
    this.#act.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#draft.role ||= this.defaultRole;
    this.setState('busy', this.#act.sending);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('open')) return;
    if (this.open) void this.#show();
    else this.#dialog.close();
  }

  protected override render(): TemplateResult {
    const { outcomes, sending } = this.#act;
    return html`
      <slot name="trigger"></slot>
      <dialog
        class="dialog invite"
        part="dialog"
        aria-labelledby=${this.#conflicts.part?.conflict ? nothing : 'title'}
        aria-label=${this.#conflicts.part?.conflict ? this.#text.t.title : nothing}
        aria-busy=${sending ? 'true' : nothing}
      >
        ${!this.open ? nothing : this.#step(outcomes)}
      </dialog>
      ${this.#confirm.template({ cancel: this.#text.t.keepEditing, close: this.#common.t.close })}
    `;
  }

  #step(outcomes: readonly InviteOutcome[] | undefined): TemplateResult {
    const { part } = this.#conflicts;
    if (part?.conflict) return part.template();
    return outcomes ? this.#result(outcomes) : formView(this.form, this.#act);
  }

  #result(outcomes: readonly InviteOutcome[]): TemplateResult {
    const { copied, refused } = this.#act.links;
    return resultView(
      {
        outcomes,
        copied,
        copyRefused: refused,
        canShare: typeof navigator.share === 'function',
        now: this.#time.now,
        language: this.language,
        t: this.#text.t,
        common: this.#common.t,
        problems: this.#problems.t,
      },
      this.#act,
    );
  }

  /** @internal */
  get form(): FormView {
    return {
      draft: this.#draft,
      account: this.#account.store?.$account.get().data,
      seats: this.seats?.$seats.get().data,
      roles: this.#roles.store?.$roles.get().data,
      run: this.invites?.$run.get() ?? { state: 'idle' },
      multiple: this.multiple,
      max: this.multiple ? this.max : 1,
      domains: this.domains,
      days: limits.inviteLifeSeconds / 86_400,
      pickerTag: innerTag(this, CcRolePicker),
      told: this.#act.told,
      existing: this.#existing.part,
      file: this.#file.part,
      fileUnreachable: this.#file.unreachable,
      language: this.language,
      words: {
        t: this.words,
        common: this.#common.t,
        problems: { ...this.#problems.t, ...this.#fields.t },
        roleDetails: this.#details.t,
        roles: this.#roleWords.t,
      },
    };
  }

  /** @internal */
  get words() {
    return this.#text.t;
  }
  /** @internal */
  get invites(): InviteStore | undefined {
    return this.#invites.store;
  }
  /** @internal */
  get seats(): SeatsStore | undefined {
    return this.#seats.store;
  }
  /** @internal */
  get inviteAccountId(): string {
    return this.stores?.accountId ?? '';
  }

  /** @internal */
  async focusWork(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.focusTarget?.focus();
  }

  /** @internal */
  reset(): void {
    this.#act.clear();
    this.#draft.clear(this.defaultRole);
  }

  async #show(): Promise<void> {
    await this.#dialog.show(this.#opener);
    this.focusTarget?.focus();
    this.dispatchEvent(new CcOpenedEvent());
  }

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
