import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CredentialFields } from '../../controllers/credential-fields.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { createMfaStore } from '../../stores/mfa.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { mfaSetupStyles } from './mfa-setup.styles.js';
import type { SetupWork } from './work.js';

/**
 * The person's own second factor: turning it on with an authenticator app, recovery codes with copy, download and
 * print, making new codes, turning it off. Whoever leaves before saving the codes is asked first (S04).
 *
 * @tagname cc-mfa-setup
 * @status experimental
 *
 * @example
 * <cc-mfa-setup></cc-mfa-setup>
 *
 * @slot intro - Below the heading.
 * @slot methods - Beside the way to set up an authenticator app, for methods of the host's own.
 * @slot help - At the end.
 * @slot code - The page's own input for the code; one is made if there is none.
 * @slot code-label - The page's own label of the code.
 * @slot code-message - Where the hint or mistake of the code is written.
 *
 * @event {CcMfaEnrolRequestEvent} cc-mfa-enrol-request - The person wants to set a second factor up.
 * @event {CcMfaEnrolledEvent} cc-mfa-enrolled - The factor is on.
 * @event {CcMfaRemoveRequestEvent} cc-mfa-remove-request - The person confirmed turning a factor off.
 * @event {CcMfaRemovedEvent} cc-mfa-removed - It is off.
 * @event {CcRecoveryCodesCreateRequestEvent} cc-recovery-codes-create-request - The person confirmed making new codes.
 * @event {CcRecoveryCodesCreatedEvent} cc-recovery-codes-created - New codes are shown, the old ones are void.
 * @event {CcRecoveryCodesSavedEvent} cc-recovery-codes-saved - The person says that they keep the codes.
 * @event {CcErrorEvent} cc-error - One of these failed.
 *
 * @csspart card - The frame.
 * @csspart heading - A heading.
 * @csspart subheading - The line below it.
 * @csspart qr - The QR code.
 * @csspart key - The key as text.
 * @csspart otp - The six cells behind the code.
 * @csspart otp-cell - One of them.
 * @csspart codes - The recovery codes.
 * @csspart code - One of them.
 * @csspart code-actions - Download, copy and print.
 * @csspart methods - The factors there are.
 * @csspart method - One of them.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart label - Its label.
 * @csspart actions - The buttons.
 * @csspart button-primary - Goes on.
 * @csspart button - Any other button.
 * @csspart callout - A note in a box.
 * @csspart error - What went wrong.
 * @csspart dialog - The question before something that can't be taken back.
 * @csspart state - In place of what could not be loaded.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-mfa-setup-qr-size - Edge of the QR code, quiet zone included.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate failed - The factors could not be loaded.
 * @cssstate refused - The last act was refused.
 */
export class CcMfaSetup extends CcElement {
  static override readonly tag: string = 'cc-mfa-setup';
  static override styles = mfaSetupStyles;

  /** What is set up; hosts with methods of their own put them into the slot `methods`. */
  @property() method = 'totp' as const;
  /** `scan` begins the set-up at once, where there is no factor yet; `overview` waits for a press. */
  @property() step: 'overview' | 'scan' = 'overview';
  /** Edge of the QR code in pixels, in place of the CSS property. */
  @property({ attribute: false }) qrSize?: number;

  readonly #common = new StringsController(this, 'common', common);
  readonly #store = new StoreController(this, createMfaStore, { withoutAccount: true });
  readonly #work = new LazyPart<SetupWork>(this, async () => {
    const { SetupWork: Work } = await import('./work.js');
    return new Work(this, this.#store, this.#fields);
  });
  readonly #fields: CredentialFields = new CredentialFields(
    this,
    [
      {
        name: 'code',
        type: 'text',
        autocomplete: 'one-time-code',
        inputMode: 'numeric',
        required: true,
        shown: () => this.#work.part?.asksCode ?? false,
        label: () => this.#work.part?.t.code ?? '',
        hint: () => this.#work.part?.t.codeHint,
      },
    ],
    {
      submit: () => void this.#work.part?.firstCode.verify(),
      changed: () => {
        this.#fields.setError('code', undefined);
        this.#work.part?.firstCode.typed();
      },
    },
  );

  /** Recovery codes are on the page and nobody has said that they are saved. */
  get unsaved(): boolean {
    return this.#work.part?.unsaved ?? false;
  }

  /** Asks whether to leave unsaved codes behind; true where there are none, or the person means it (S04). */
  async confirmLeave(): Promise<boolean> {
    return (await this.#work.part?.confirmLeave()) ?? true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { part, unreachable } = this.#work;
    this.setState('busy', part?.busy ?? !unreachable);
    this.setState('failed', unreachable || (part?.failed ?? false));
    this.setState('refused', part?.failure !== undefined);
  }

  protected override render(): TemplateResult {
    return html`<div class="card-frame">
        <section class="card" part="card">
          ${partOr(this.#work, this.#common.t, html`<span class="skeleton" aria-hidden="true"></span>`)}
        </section>
      </div>
      ${this.#work.part?.questions()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#store.store) this.#work.startOnce();
    const qr = this.renderRoot.querySelector<HTMLElement>('.qr');
    if (this.qrSize) qr?.style.setProperty('--_qr', `${this.qrSize}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-mfa-setup': CcMfaSetup;
  }
}
