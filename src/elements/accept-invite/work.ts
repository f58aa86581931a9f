import type { TemplateResult } from 'lit';
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
import { createAcceptanceStore, type AcceptanceStore } from '../../stores/acceptance.js';
import { createCapabilitiesStore, type CapabilitiesStore } from '../../stores/capabilities.js';
import { createSessionStore, type SessionStore } from '../../stores/session.js';
import type { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { userX } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { rich } from '../base/rich.js';
import { SignInController } from '../shared/sign-in.controller.js';
import { AcceptController } from './accept.controller.js';
import { body, type AcceptActions, type AcceptView } from './body.js';
import { acceptFields } from './fields.js';
import { FormController } from './form.controller.js';
import type { LinkController } from './link.controller.js';
import { fewestCharacters } from './strength.js';
import { workStyles } from './work.styles.js';

interface AcceptHost extends CcElement {
  redirect?: string;
}

/** What is drawn in `cc-accept-invite`, and what a person does there. */
export class AcceptWork {
  readonly #host: AcceptHost;
  readonly #link: LinkController;
  readonly #text: StringsController<'acceptInvite'>;
  readonly #signInText: StringsController<'signIn'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #fieldProblems: StringsController<'fieldProblems'>;
  readonly #roles: StringsController<'roles'>;
  readonly #store: StoreController<AcceptanceStore>;
  readonly #session: StoreController<SessionStore>;
  readonly #capabilities: StoreController<CapabilitiesStore>;
  readonly #announce: AnnounceController;
  readonly #confirm: ConfirmController;
  readonly #fields: CredentialFields;
  readonly #form: FormController;
  readonly #signIn: SignInController;
  readonly #flow: AcceptController;

  constructor(host: AcceptHost, link: LinkController) {
    adoptLate(host.renderRoot, workStyles);
    this.#host = host;
    this.#link = link;
    this.#text = new StringsController(host, 'acceptInvite', acceptInvite);
    this.#signInText = new StringsController(host, 'signIn', signIn);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#fieldProblems = new StringsController(host, 'fieldProblems', fieldProblems);
    this.#roles = new StringsController(host, 'roles', roles);
    this.#store = new StoreController(host, createAcceptanceStore, { withoutAccount: true });
    this.#session = new StoreController(host, createSessionStore, { withoutAccount: true });
    this.#capabilities = new StoreController(host, createCapabilitiesStore, { withoutAccount: true });
    this.#announce = new AnnounceController(host);
    this.#confirm = new ConfirmController(host);
    this.#fields = new CredentialFields(
      host,
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
    this.#form = new FormController(host, {
      fields: this.#fields,
      announce: this.#announce,
      store: () => this.#store.store,
      preview: () => this.#flow.preview,
      policy: () => this.#policy,
      words: () => this.#words,
    });
    this.#signIn = new SignInController(host, {
      session: this.#session,
      fields: this.#fields,
      announce: this.#announce,
      words: () => this.#signInText.t,
      problems: () => this.#problems.t,
      joining: () => !this.#flow.entering,
      arrived: () => this.#flow.arrived(),
    });
    this.#flow = new AcceptController(host, {
      store: this.#store,
      session: this.#session,
      link,
      fields: this.#fields,
      announce: this.#announce,
      form: () => this.#form,
      signIn: () => this.#signIn,
      words: () => this.#words,
      policy: () => this.#identityPolicy,
      target: () => this.#target,
    });
  }

  get busy(): boolean {
    return this.#flow.task !== undefined || this.#signIn.busy;
  }

  get failed(): boolean {
    return this.#flow.state.step === 'closed';
  }

  get refused(): boolean {
    return this.#flow.failure !== undefined;
  }

  /** Where typing begins. */
  get field(): HTMLElement | undefined {
    const first = { new: 'username', existing: 'username', challenge: 'code', join: '', none: '' };
    return this.#fields.input(first[this.#flow.step]);
  }

  lookUp(): Promise<void> {
    return this.#flow.lookUp();
  }

  template(): TemplateResult {
    return body(this.#view, this.#act);
  }

  questions(): unknown {
    return this.#confirm.template({ cancel: this.#text.t.keep, close: this.#common.t.close });
  }

  /** Lengths that a policy does not let a template write. */
  measure(): void {
    for (const fill of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-share]')) {
      fill.style.setProperty('--_share', fill.dataset['share'] ?? '0');
    }
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
    retry: () => void this.lookUp(),
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
    const checked = checkReturnUrl(this.#host.redirect, { base: location.href });
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
      language: this.#host.language,
      words: { ...this.#words, signIn: this.#signInText.t, roles: this.#roles.t },
    };
  }
}
