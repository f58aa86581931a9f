import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SignInPending } from '../../client/index.js';
import { CredentialFields } from '../../controllers/credential-fields.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { createProofStore } from '../../stores/session.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { secondStepField } from '../shared/second-step/field.js';
import type { ChallengeWork } from './work.js';
import { mfaChallengeStyles } from './mfa-challenge.styles.js';

/**
 * Asks for a second factor: to finish a sign-in that the page began itself, or, without `challenge-id`, for a fresh
 * proof before a sensitive act (R69). One field takes the code of an app, of a mail, or a recovery code; people
 * without a factor give their password again. Our own elements open it as a dialog when the backend asks for a
 * proof, and go on with what the person was doing.
 *
 * @tagname cc-mfa-challenge
 * @status experimental
 *
 * @example
 * <cc-mfa-challenge without-trust></cc-mfa-challenge>
 *
 * @slot intro - Below the heading.
 * @slot methods - Below the other ways to prove it.
 * @slot help - At the end.
 * @slot code - The page's own input for the code; one is made if there is none.
 * @slot code-label - The page's own label of the code.
 * @slot code-message - Where the hint or mistake of the code is written.
 * @slot password - The page's own input for the password; one is made if there is none.
 * @slot password-label - The page's own label of the password.
 * @slot password-message - Where the hint or mistake of the password is written.
 *
 * @event {CcMfaVerifyRequestEvent} cc-mfa-verify-request - The person has answered; carries no code.
 * @event {CcMfaVerifiedEvent} cc-mfa-verified - The answer was right.
 * @event {CcSignedInEvent} cc-signed-in - With `challenge-id`: somebody is signed in, all factors given.
 * @event {CcOpenedEvent} cc-opened - The dialog is open.
 * @event {CcClosedEvent} cc-closed - The dialog is closed; without `cc-mfa-verified` before, nothing was proved.
 * @event {CcErrorEvent} cc-error - Starting or answering failed.
 *
 * @csspart card - The frame.
 * @csspart dialog - The frame, as a dialog.
 * @csspart heading - The heading.
 * @csspart subheading - The line below it.
 * @csspart otp - The six cells behind the code.
 * @csspart otp-cell - One of them.
 * @csspart remember - "Remember this device".
 * @csspart methods - Other ways to prove it.
 * @csspart method - One of them.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart actions - The buttons.
 * @csspart button-primary - Sends the answer.
 * @csspart button - Any other button.
 * @csspart callout - Why the last answer was refused, or that the step ends soon.
 * @csspart error - The sentence in it.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-mfa-challenge-width - Most width it takes.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate failed - No challenge could be started.
 * @cssstate refused - The last answer was refused.
 */
export class CcMfaChallenge extends CcElement {
  static override readonly tag: string = 'cc-mfa-challenge';
  static override styles = mfaChallengeStyles;

  /** The challenge of a sign-in that the page began; without it a fresh proof is asked for. */
  @property({ attribute: 'challenge-id' }) challengeId?: string;
  /** A whole challenge as the client answered it, in place of the id alone: its methods and its end are known. */
  @property({ attribute: false }) challenge?: SignInPending;
  /** Leaves out "Remember this device". */
  @property({ converter: booleanAttribute, reflect: true, attribute: 'without-trust' }) withoutTrust = false;
  /** Shows itself as a dialog, at once. */
  @property({ converter: booleanAttribute, reflect: true }) modal = false;

  readonly #common = new StringsController(this, 'common', common);
  readonly #session = new StoreController(this, createProofStore, { withoutAccount: true });
  readonly #work = new LazyPart<ChallengeWork>(this, async () => {
    const { ChallengeWork: Work } = await import('./work.js');
    return new Work(this, this.#session, this.#fields);
  });
  readonly #fields: CredentialFields = new CredentialFields(
    this,
    [
      secondStepField(
        () => this.#work.part?.step,
        () => this.#work.part?.asks === 'code',
      ),
      {
        name: 'password',
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        shown: () => this.#work.part?.asks === 'password',
        label: () => this.#work.part?.step.t.password ?? '',
      },
    ],
    {
      submit: () => void this.#work.part?.step.submit(),
      changed: (name) => {
        this.#fields.setError(name, undefined);
      },
    },
  );

  /** Asks for a new challenge. */
  override async refresh(): Promise<void> {
    await (await this.#work.get()).begin();
  }

  protected override get focusTarget(): HTMLElement | null {
    const asks = this.#work.part?.asks;
    return (asks && this.#fields.input(asks)) ?? super.focusTarget;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { part } = this.#work;
    this.setState('busy', part?.busy ?? !this.#work.unreachable);
    this.setState('failed', this.#work.unreachable || part?.failure !== undefined);
    this.setState('refused', part?.step.failure !== undefined);
  }

  protected override render(): TemplateResult {
    if (this.#work.part) return this.#work.part.template();
    const waiting = html`<div class="skeleton-lines" aria-hidden="true">
      <span class="skeleton"></span><span class="skeleton"></span>
    </div>`;
    return html`<div class="card-frame">
      <section class="card" part="card">${partOr(this.#work, this.#common.t, waiting)}</section>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#session.store) this.#work.startOnce();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-mfa-challenge': CcMfaChallenge;
  }
}
