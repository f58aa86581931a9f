import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { CredentialFields } from '../../controllers/credential-fields.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { checkReturnUrl } from '../../domain/index.js';
import { problems } from '../../i18n/en/problems.js';
import { signIn } from '../../i18n/en/sign-in.js';
import { createSessionStore, type SessionStore } from '../../stores/session.js';
import { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { logOut, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { SignInController } from '../shared/sign-in.controller.js';
import {
  passwordFields,
  signInFields,
  signInRefusal,
  submitButton,
  type SignInView,
} from '../shared/sign-in.views.js';
import { signInStyles } from './sign-in.styles.js';

/**
 * Sign-in of the backend itself: username and password, then the code of a second factor where one is on (R60).
 * A refusal never says which part was wrong. The fields are in light DOM, where password managers find them.
 *
 * @tagname cc-sign-in
 * @status experimental
 *
 * @example
 * <cc-sign-in redirect="/">
 *   <img slot="logo" src="/logo.svg" alt="Northwind" />
 * </cc-sign-in>
 *
 * @slot logo - Above the heading.
 * @slot footer - Below the button, such as a link to help.
 * @slot username - The page's own input for the username; one is made if there is none.
 * @slot password - The page's own input for the password; one is made if there is none.
 * @slot code - The page's own input for the code; one is made if there is none.
 * @slot username-label - The page's own label of the username.
 * @slot username-message - Where the hint or mistake of the username is written.
 * @slot password-label - The page's own label of the password.
 * @slot password-message - Where the hint or mistake of the password is written.
 * @slot code-label - The page's own label of the code.
 * @slot code-message - Where the hint or mistake of the code is written.
 *
 * @event {CcSignInRequestEvent} cc-sign-in-request - The person wants to sign in; carries no password.
 * @event {CcSignedInEvent} cc-signed-in - Somebody is signed in, all factors given.
 * @event {CcMfaVerifyRequestEvent} cc-mfa-verify-request - The person has typed a code; carries no code.
 * @event {CcMfaVerifiedEvent} cc-mfa-verified - The code was right.
 * @event {CcSignOutRequestEvent} cc-sign-out-request - The person who is signed in wants to leave.
 * @event {CcSignedOutEvent} cc-signed-out - Nobody is signed in any more; inside a provider the provider tells.
 * @event {CcErrorEvent} cc-error - Signing in or out failed.
 *
 * @csspart card - The frame.
 * @csspart heading - The heading of the step.
 * @csspart subheading - The line below it.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart actions - The buttons of the step.
 * @csspart button-primary - Goes on.
 * @csspart button - Any other button.
 * @csspart callout - Why the last try failed.
 * @csspart error - The sentence in it.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-sign-in-card-width - Most width the card takes.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate refused - The last try failed.
 */
export class CcSignIn extends CcElement {
  static override readonly tag: string = 'cc-sign-in';
  static override styles = signInStyles;

  /** Where to go afterwards: a path of this origin, or a whole address on it. Anything else is not followed. */
  @property() redirect?: string;
  /** Username to start with, such as the one used last. */
  @property() username = '';

  #asked: SessionStore | undefined;

  readonly #text = new StringsController(this, 'signIn', signIn);
  readonly #problems = new StringsController(this, 'problems', problems);
  readonly #session = new StoreController(this, createSessionStore, { withoutAccount: true });
  readonly #announce = new AnnounceController(this);
  readonly #fields = new CredentialFields(
    this,
    signInFields(
      () => this.#text.t,
      () => this.#signIn,
      { password: () => this.#step === 'password', code: () => this.#step === 'challenge' },
    ),
    {
      submit: () => void this.#signIn.submit(),
      changed: (name) => {
        this.#fields.setError(name, undefined);
      },
    },
  );
  readonly #signIn: SignInController = new SignInController(this, {
    session: this.#session,
    fields: this.#fields,
    announce: this.#announce,
    words: () => this.#text.t,
    problems: () => this.#problems.t,
    arrived: () => this.#arrive(),
  });

  /** Finds out again who is signed in. */
  override async refresh(): Promise<void> {
    await this.#signIn.check();
  }

  protected override get focusTarget(): HTMLElement | null {
    if (this.#step === 'signed-in') return super.focusTarget;
    const first = this.#step === 'challenge' ? 'code' : this.username ? 'password' : 'username';
    return this.#fields.input(first) ?? null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.setState('busy', this.#signIn.busy);
    const { failure, ended, second } = this.#signIn;
    this.setState('refused', (second ? second.failure : (failure ?? ended)) !== undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('username') && this.username) this.#fields.set('username', this.username);
    const { store } = this.#session;
    if (store === this.#asked) return;
    this.#asked = store;
    queueMicrotask(() => {
      if (this.isConnected && this.#signIn.state?.step === 'unknown') void this.#signIn.check();
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="card-frame">
      <section class="card" part="card">
        <slot name="logo"></slot>
        ${this.#body()}
        <slot name="footer"></slot>
      </section>
    </div>`;
  }

  #body(): TemplateResult {
    const { second } = this.#signIn;
    if (second) return second.template();
    return this.#step === 'signed-in' ? this.#welcome() : this.#password();
  }

  #password(): TemplateResult {
    const { t } = this.#text;
    const signIn = this.#signIn;
    const off = signIn.pausedUntil !== undefined;
    return html`
      <div class="card-head"><h1 class="title" part="heading" tabindex="-1">${t.title}</h1></div>
      <div class="fields">${passwordFields(this.#view)}</div>
      ${signInRefusal(this.#view)}
      <div class="card-actions" part="actions">
        ${submitButton(t.submit, { busy: signIn.busy, off }, () => void signIn.submit())}
      </div>
    `;
  }

  #welcome(): TemplateResult {
    const { t } = this.#text;
    const { user } = this.#signIn;
    const target = this.#returnUrl;
    return html`
      <div class="card-head">
        <h1 class="title" part="heading" tabindex="-1">${t.signedInTitle}</h1>
        ${user ? html`<p part="subheading">${rich(t.signedInAs, { name: user.displayName ?? user.username })}</p>` : nothing}
      </div>
      ${
        this.redirect && !target
          ? html`<p class="callout warning" part="callout">
              ${icon(triangleAlert)}<span class="callout-text">${t.returnRefused}</span>
            </p>`
          : nothing
      }
      ${signInRefusal(this.#view)}
      <div class="card-actions" part="actions">
        ${target ? html`<a class="button primary" part="button-primary" href=${target}>${t.continue}</a>` : nothing}
        <button class="button" part="button" type="button" @click=${this.#onSignOut}>
          ${icon(logOut, { mirror: true })}<span>${t.signOut}</span>
        </button>
      </div>
    `;
  }

  readonly #onSignOut = async (): Promise<void> => {
    if (await this.#signIn.signOut()) await this.#focusHeading();
  };

  async #arrive(): Promise<void> {
    const target = this.#returnUrl;
    if (target) location.assign(target);
    else await this.#focusHeading();
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }

  /** Where to go, if it is a place of our own (P33). */
  get #returnUrl(): string | undefined {
    const checked = checkReturnUrl(this.redirect, { base: location.href });
    return checked.ok ? checked.value : undefined;
  }

  get #step(): 'password' | 'challenge' | 'signed-in' {
    if (this.#signIn.second) return 'challenge';
    return this.#signIn.state?.step === 'signed-in' ? 'signed-in' : 'password';
  }

  get #view(): SignInView {
    return {
      signIn: this.#signIn,
      fields: this.#fields,
      language: this.language,
      t: this.#text.t,
      problems: this.#problems.t,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-sign-in': CcSignIn;
  }
}
