import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { InvitationCreated } from '../../client/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import type { ConflictStep, UsernameConflict } from './conflict.js';
import { usernameConflictStyles } from './username-conflict.styles.js';

/**
 * The way out when an address or a name is a sign-in name elsewhere (R30–R33, R50–R53): says that it is not the
 * address and not MFA, offers every way on with its effect, and continues the same invite without typing anything
 * again. With a `conflict` it helps whoever invites or accepts; with an `invitation-id` it follows an invite that
 * waits; with neither it changes the person's own username. It never tells a stranger which account it is.
 *
 * @tagname cc-username-conflict
 * @status experimental
 *
 * @example
 * <cc-username-conflict invitation-id="inv_…"></cc-username-conflict>
 *
 * @slot help - Below everything, such as whom to ask.
 * @slot actions - At the start of the buttons, such as a way back.
 * @slot username - The page's own input for the username; one is made if there is none.
 * @slot password - The page's own input for the password; one is made if there is none.
 * @slot code - The page's own input for the code of a second factor; one is made if there is none.
 * @slot username-label - The page's own label of the username.
 * @slot username-message - Where the hint or mistake of the username is written.
 * @slot password-label - The page's own label of the password.
 * @slot password-message - Where the hint or mistake of the password is written.
 * @slot code-label - The page's own label of the code.
 * @slot code-message - Where the hint or mistake of the code is written.
 *
 * @event {CcConflictCheckRequestEvent} cc-conflict-check-request - The person wants to continue the invite.
 * @event {CcConflictResolvedEvent} cc-conflict-resolved - Nothing stands in its way any more.
 * @event {CcConflictHeldEvent} cc-conflict-held - It is saved, and goes out as soon as the name is free.
 * @event {CcUsernameChangeRequestEvent} cc-username-change-request - The person wants another username.
 * @event {CcUsernameChangedEvent} cc-username-changed - Their login has it; invites that waited are sent.
 * @event {CcSignInRequestEvent} cc-sign-in-request - The person proves that the name is theirs; carries no password.
 * @event {CcSignedInEvent} cc-signed-in - They are signed in to that login.
 * @event {CcMfaVerifyRequestEvent} cc-mfa-verify-request - The person has typed the code of a second factor.
 * @event {CcMfaVerifiedEvent} cc-mfa-verified - The code was right.
 * @event {CcErrorEvent} cc-error - One of these failed.
 *
 * @csspart frame - The box round everything.
 * @csspart heading - The heading of the step.
 * @csspart subheading - The line below it.
 * @csspart comparison - Where the name is used, and where it is needed.
 * @csspart option - One of the ways; `option chosen` while it is chosen.
 * @csspart username-field - The field for another username.
 * @csspart steps - The steps of the way that is gone.
 * @csspart step - One of them; `step current` for the present one.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - What has to be put right.
 * @csspart callout - A note in a box.
 * @csspart badge - A word beside a line.
 * @csspart button-primary - Goes on.
 * @csspart button - Any other button.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-username-conflict-width - Most width it takes.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate refused - The last try was refused.
 */
export class CcUsernameConflict extends CcElement {
  static override readonly tag: string = 'cc-username-conflict';
  static override styles = usernameConflictStyles;

  /** Where the person is; changes as they go on. */
  @property({ reflect: true }) step: ConflictStep = 'choose';
  /** An invite that waits for its name (R53). */
  @property({ attribute: 'invitation-id' }) invitationId?: string;
  /** What stands in the way, as the refusal said it. */
  @property({ attribute: false }) conflict?: UsernameConflict;

  readonly #common = new StringsController(this, 'common', common);
  /** What it says and does comes when it is first shown: most people never meet a conflict. */
  readonly #flow = new LazyPart(this, async () => new (await import('./flow.js')).ConflictFlow(this));
  #started = false;

  /**
   * The invite that went out in the end, with its link; for the dialog around it, which hands links out.
   * @internal
   */
  get created(): InvitationCreated | undefined {
    return this.#flow.part?.created;
  }

  /** Starts again with what the server knows now. */
  override async refresh(): Promise<void> {
    await (await this.#flow.get()).start();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.title');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.setState('busy', this.#flow.part?.busy ?? !this.#flow.unreachable);
    this.setState('refused', this.#flow.part?.failed ?? false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.stores) this.#flow.startOnce();
    const { part } = this.#flow;
    if (part && (!this.#started || changed.has('conflict') || changed.has('invitationId'))) void part.start();
    this.#started = part !== undefined;
  }

  protected override render(): TemplateResult {
    return html`<section class="frame" part="frame">
      ${partOr(this.#flow, this.#common.t, html`<span class="spinner" part="spinner"></span>`)}
      <slot name="help"></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-username-conflict': CcUsernameConflict;
  }
}
