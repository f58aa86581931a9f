import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { scopeContext } from '../../context/keys.js';
import { provide } from '../../context/use.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { CredentialFields } from '../../controllers/credential-fields.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { checkReturnUrl } from '../../domain/index.js';
import { acceptInvite } from '../../i18n/en/accept-invite.js';
import { common } from '../../i18n/en/common.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { signIn } from '../../i18n/en/sign-in.js';
import { createAcceptanceStore } from '../../stores/acceptance.js';
import { createCapabilitiesStore } from '../../stores/capabilities.js';
import { createSessionStore } from '../../stores/session.js';
import { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { userX } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { SignInController } from '../shared/sign-in.controller.js';
import { acceptInviteStyles } from './accept-invite.styles.js';
import { AcceptController } from './accept.controller.js';
import { body, type AcceptActions, type AcceptView } from './body.js';
import { acceptFields } from './fields.js';
import { FormController } from './form.controller.js';
import { LinkController } from './link.controller.js';
import { fewestCharacters } from './strength.js';

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
  readonly #text = new StringsController(this, 'acceptInvite', acceptInvite);
  readonly #signInText = new StringsController(this, 'signIn', signIn);
  readonly #common = new StringsController(this, 'common', common);
  readonly #problems = new StringsController(this, 'problems', problems);
  readonly #fieldProblems = new StringsController(this, 'fieldProblems', fieldProblems);
  readonly #roles = new StringsController(this, 'roles', roles);
  readonly #store = new StoreController(this, createAcceptanceStore, { withoutAccount: true });
  readonly #session = new StoreController(this, createSessionStore, { withoutAccount: true });
  readonly #capabilities = new StoreController(this, createCapabilitiesStore, { withoutAccount: true });
  readonly #announce = new AnnounceController(this);
  readonly #confirm = new ConfirmController(this);
  readonly #link = new LinkController(this);
  readonly #fields: CredentialFields = new CredentialFields(
    this,
    acceptFields({
      step: () => this.#flow.step,
      needsCode: () => this.#form.needsCode,
      second: () => this.#signIn.second,
      minimum: () => this.#policy.min,
      usernameHint: () => this.#usernameHint,
      words: () => ({ t: this.#text.t }),
    }),
    {
      submit: () => void this.#flow.submit(),
      changed: (field) => {
        this.#form.changed(field, this.#flow.step === 'new' ? 'new' : 'existing');
      },
    },
  );
  readonly #form: FormController = new FormController(this, {
    fields: this.#fields,
    announce: this.#announce,
    store: () => this.#store.store,
    preview: () => this.#flow.preview,
    policy: () => this.#policy,
    words: () => this.#words,
  });
  readonly #signIn: SignInController = new SignInController(this, {
    session: this.#session,
    fields: this.#fields,
    announce: this.#announce,
    words: () => this.#signInText.t,
    problems: () => this.#problems.t,
    joining: () => !this.#flow.entering,
    arrived: () => this.#flow.arrived(),
  });
  readonly #flow: AcceptController = new AcceptController(this, {
    store: this.#store,
    session: this.#session,
    link: this.#link,
    fields: this.#fields,
    announce: this.#announce,
    form: () => this.#form,
    signIn: () => this.#signIn,
    words: () => this.#words,
    policy: () => this.#identityPolicy,
    target: () => this.#target,
  });

  /** Looks the link up again. */
  override refresh(): Promise<void> {
    return this.#flow.lookUp();
  }

  protected override get focusTarget(): HTMLElement | null {
    const first = { new: 'username', existing: 'username', challenge: 'code', join: '', none: '' };
    return this.#fields.input(first[this.#flow.step]) ?? super.focusTarget;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#inner.value = this.stores;
    if (changed.has('token') && this.token && this.tokenSource === 'property') this.#link.use(this.token);
    this.setState('busy', this.#flow.task !== undefined || this.#signIn.busy);
    this.setState('failed', this.#flow.state.step === 'closed');
    this.setState('refused', this.#flow.failure !== undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const fill of this.renderRoot.querySelectorAll<HTMLElement>('[data-share]')) {
      fill.style.setProperty('--_share', fill.dataset['share'] ?? '0');
    }
  }

  protected override render(): TemplateResult {
    const { t } = this.#text;
    return html`<div class="card-frame">
        <section class="card" part="card">
          <slot name="logo"></slot>
          ${body(this.#view, this.#act)}
          <slot name="legal"></slot>
        </section>
      </div>
      ${this.#confirm.template({ cancel: t.keep, close: this.#common.t.close })}`;
  }

  readonly #act: AcceptActions = {
    submit: () => void this.#flow.submit(),
    sendCode: () => void this.#flow.sendCode(),
    choose: (way) => {
      this.#flow.choose(way);
      void this.#form.focus('username');
    },
    decline: (event) => {
      this.#askToDecline(event.currentTarget as HTMLElement);
    },
    switchUser: () => void this.#flow.switchUser(),
    renew: () => void this.#flow.renew(),
    enter: () => void this.#flow.enter(),
    retry: () => void this.refresh(),
    paste: (link) => void this.#flow.paste(link),
    leaveGuide: () => void this.#flow.guide.leave(),
  };

  #askToDecline(opener: HTMLElement): void {
    const { t } = this.#text;
    const question = {
      title: rich(t.declineTitle, { account: this.#flow.preview?.accountName ?? '' }),
      effects: [{ icon: userX, text: t.declineEffect }],
      label: t.declineLabel,
      danger: true,
      act: () => this.#flow.decline(),
    };
    void this.#confirm.ask(question, opener);
  }

  get #policy() {
    const { limits, productName } = this.#capabilities.store?.$capabilities.get().data ?? {};
    return { min: fewestCharacters(this.#flow.preview?.mfaRequired ?? false, limits), productName };
  }

  get #identityPolicy() {
    return this.#capabilities.store?.$capabilities.get().data?.identityPolicy ?? 'one_identity';
  }

  get #usernameHint(): string {
    const { t } = this.#text;
    const typed = this.#fields.value('username');
    if (typed.includes('@')) return t.usernameIsEmail;
    const { proposedUsername, inviterName } = this.#flow.preview ?? {};
    const proposed = proposedUsername && typed === proposedUsername;
    return proposed ? t.usernameProposed({ inviter: inviterName ?? '' }) : t.usernameHint;
  }

  get #words() {
    return { t: this.#text.t, problems: { ...this.#problems.t, ...this.#fieldProblems.t } };
  }

  /** Where to go, if it is a place of our own (P33). */
  get #target(): string | undefined {
    const checked = checkReturnUrl(this.redirect, { base: location.href });
    return checked.ok ? checked.value : undefined;
  }

  get #view(): AcceptView {
    return {
      flow: this.#flow,
      link: this.#link,
      loginPerAccount: this.#identityPolicy === 'per_account',
      target: this.#target,
      fields: this.#fields,
      form: this.#form,
      signIn: this.#signIn,
      language: this.language,
      words: { ...this.#words, signIn: this.#signInText.t, roles: this.#roles.t },
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-accept-invite': CcAcceptInvite;
  }
}
