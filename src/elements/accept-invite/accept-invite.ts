import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { scopeContext } from '../../context/keys.js';
import { provide } from '../../context/use.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { acceptInviteStyles } from './accept-invite.styles.js';
import { LinkController } from './link.controller.js';
import { skeleton } from './skeleton.js';

/**
 * The invitee's page: from the link to the first screen. Shows what the invitation is about, lets a new person
 * choose a login or an existing one sign in, and says for every link that can't be used why, and what to do
 * (R29, R37–R51). Nothing typed is lost by a refusal; the token is out of the address before anything is drawn.
 *
 * @tagname cc-accept-invite
 * @status experimental
 *
 * @example
 * <cc-accept-invite redirect="/">
 *   <img slot="logo" src="/logo.svg" alt="Northwind" />
 * </cc-accept-invite>
 *
 * @slot logo - Above the heading.
 * @slot legal - Below everything, such as terms.
 * @slot conflict - Where the element puts the guided way out of a username that is in use.
 * @slot username - The page's own input for the username; one is made if there is none.
 * @slot password - The page's own input for the password; one is made if there is none.
 * @slot code - The page's own input for the mailed code or the second factor; one is made if there is none.
 * @slot username-label - The page's own label of the username.
 * @slot username-message - Where the hint or mistake of the username is written.
 * @slot password-label - The page's own label of the password.
 * @slot password-message - Where the hint or mistake of the password is written.
 * @slot code-label - The page's own label of the code.
 * @slot code-message - Where the hint or mistake of the code is written.
 *
 * @event {CcInviteAcceptRequestEvent} cc-invite-accept-request - The person wants to accept; carries no password.
 * @event {CcInviteAcceptedEvent} cc-invite-accepted - The person is a user of the account, and signed in.
 * @event {CcConflictCheckRequestEvent} cc-conflict-check-request - The person chose a way out of a name in use.
 * @event {CcConflictResolvedEvent} cc-conflict-resolved - They are back at the same invite.
 * @event {CcUsernameChangeRequestEvent} cc-username-change-request - They change the name of their other login.
 * @event {CcUsernameChangedEvent} cc-username-changed - That login has another name.
 * @event {CcInviteDeclineRequestEvent} cc-invite-decline-request - The person doesn't want the invitation.
 * @event {CcInviteDeclinedEvent} cc-invite-declined - It is declined.
 * @event {CcInviteRenewRequestEvent} cc-invite-renew-request - The person wants a new invitation.
 * @event {CcInviteRenewalAskedEvent} cc-invite-renewal-asked - Somebody who can send one was told.
 * @event {CcSignInRequestEvent} cc-sign-in-request - The person wants to sign in with a login they have.
 * @event {CcSignedInEvent} cc-signed-in - They are signed in; with `joining` the acceptance follows by itself.
 * @event {CcMfaVerifyRequestEvent} cc-mfa-verify-request - The person has typed the code of a second factor.
 * @event {CcMfaVerifiedEvent} cc-mfa-verified - The code was right.
 * @event {CcSignOutRequestEvent} cc-sign-out-request - Somebody else is signed in and wants to leave.
 * @event {CcSignedOutEvent} cc-signed-out - Nobody is signed in any more; inside a provider the provider tells.
 * @event {CcErrorEvent} cc-error - One of these failed.
 *
 * @csspart card - The frame.
 * @csspart step - One part of the form: code, login.
 * @csspart heading - The heading of the state.
 * @csspart subheading - The line below it.
 * @csspart role - The role in words.
 * @csspart strength - How far the password is.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart error - What has to be put right.
 * @csspart callout - A note in a box.
 * @csspart actions - The buttons of the state.
 * @csspart button-primary - Goes on.
 * @csspart button - Any other button.
 * @csspart dialog - The question before declining.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-accept-invite-card-width - Most width the card takes.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate failed - The link could not be opened.
 * @cssstate refused - The last try to accept was refused.
 */
export class CcAcceptInvite extends CcElement {
  static override readonly tag: string = 'cc-accept-invite';
  static override styles = acceptInviteStyles;

  /** Where the token comes from: the fragment of the page's address, or the property `token`. */
  @property({ attribute: 'token-source' }) tokenSource: 'fragment' | 'property' = 'fragment';
  /** The token, where the page took it out of the address itself. Never an attribute. */
  @property({ attribute: false }) token?: string;
  /** Where to go afterwards: a path of this origin, or a whole address on it. Anything else is not followed. */
  @property() redirect?: string;

  /** What the guided page inside works with: the same link and the same session. */
  readonly #inner = provide(this, scopeContext, undefined);
  readonly #common = new StringsController(this, 'common', common);
  readonly #link = new LinkController(this);
  readonly #work = new LazyPart(this, async () => {
    const { AcceptWork } = await import('./work.js');
    return new AcceptWork(this, this.#link);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#work.startOnce();
  }

  /** Looks the link up again. */
  override async refresh(): Promise<void> {
    await (await this.#work.get()).lookUp();
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#work.part?.field ?? super.focusTarget;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#inner.value = this.stores;
    if (changed.has('token') && this.token && this.tokenSource === 'property') this.#link.use(this.token);
    const { part, unreachable } = this.#work;
    this.setState('busy', part?.busy ?? !unreachable);
    this.setState('failed', part?.failed ?? unreachable);
    this.setState('refused', part?.refused ?? false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#work.part?.measure();
  }

  protected override render(): TemplateResult {
    const { t } = this.#common;
    return html`<div class="card-frame">
        <section class="card" part="card">
          <slot name="logo"></slot>
          ${partOr(this.#work, t, skeleton(t.loading))}
          <slot name="legal"></slot>
        </section>
      </div>
      ${this.#work.part?.questions()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-accept-invite': CcAcceptInvite;
  }
}
