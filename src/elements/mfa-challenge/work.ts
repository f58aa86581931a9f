import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CcError, Me, SignInPending } from '../../client/index.js';
import { localError } from '../../client/errors.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { limits } from '../../domain/limits.js';
import { problems } from '../../i18n/en/problems.js';
import { signIn } from '../../i18n/en/sign-in.js';
import type { SessionStore } from '../../stores/session.js';
import { CcClosedEvent, CcOpenedEvent } from '../base/events.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, circleCheck, rotateCw, x } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { tellFailure } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import type { EndReason } from '../shared/second-step/refusals.js';
import { SecondStep } from '../shared/second-step/second-step.js';
import {
  heading,
  intro,
  secondStepBody,
  secondStepCard,
  verifyButton,
  waysOut,
} from '../shared/second-step/second-step.views.js';
import { CcSignedInEvent } from '../shared/session.events.js';
import { sessionOf, settled } from '../shared/session-state.js';
import type { CcMfaChallenge } from './mfa-challenge.js';
import { challengeWorkStyles } from './work.styles.js';

/** What `cc-mfa-challenge` does once it is drawn: gets a challenge, asks, tells how it ended. */
export class ChallengeWork implements ReactiveController {
  readonly step: SecondStep;
  readonly #host: CcMfaChallenge;
  readonly #session: StoreController<SessionStore>;
  readonly #fields: CredentialFields;
  readonly #announce: AnnounceController;
  readonly #dialog: DialogController;
  readonly #problems: StringsController<'problems'>;
  readonly #signInText: StringsController<'signIn'>;
  #begun: unknown;
  #held: SignInPending | undefined;
  #proven = false;
  #ended: EndReason | undefined;
  failure: CcError | undefined;

  constructor(host: CcMfaChallenge, session: StoreController<SessionStore>, fields: CredentialFields) {
    this.#host = host;
    this.#session = session;
    this.#fields = fields;
    this.#announce = new AnnounceController(host);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#signInText = new StringsController(host, 'signIn', signIn);
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog'),
      closed: () => {
        this.#fields.clear();
        host.dispatchEvent(new CcClosedEvent());
      },
    });
    this.step = new SecondStep(host, {
      // Without a sign-in that the page began it is a fresh proof.
      get purpose() {
        return host.challengeId ? 'sign-in' : 'step-up';
      },
      ...{ fields, announce: this.#announce, slots: true },
      problems: () => this.#problems.t,
      challenge: () => this.#challenge,
      username: () => undefined,
      withoutTrust: () => host.withoutTrust,
      answer: async (proof) => {
        if (!session.store) throw localError('aborted');
        return sessionOf(settled(await session.store.answer(proof)));
      },
      mayRenew: () => !host.challengeId,
      renew: async () => void settled(await this.#store.stepUp()),
      facts: (user) => (host.challengeId ? new CcSignedInEvent({ user, joining: false }) : undefined),
      arrived: (user) => this.#arrived(user),
      ended: (why) => this.#over(why),
      leave: () => this.#dialog.close(),
    });
    adoptLate(host.renderRoot, challengeWorkStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    const { challengeId, challenge } = this.#host;
    const what = challenge ?? challengeId ?? this.#session.store;
    if (!this.#session.store || this.#begun === what) return;
    this.#begun = what;
    queueMicrotask(() => void this.begin());
  }

  /** Which field is drawn. */
  get asks(): 'code' | 'password' | undefined {
    return this.#challenge && !this.#proven && !this.#ended ? this.step.field : undefined;
  }

  get busy(): boolean {
    return this.step.busy || (!this.#challenge && !this.#proven && !this.#ended && !this.failure);
  }

  /** Takes the page's challenge, or asks for one. */
  async begin(): Promise<void> {
    const { challengeId, challenge, modal } = this.#host;
    this.#proven = false;
    this.#ended = undefined;
    this.failure = undefined;
    this.step.forget();
    this.#host.requestUpdate();
    if (challenge) this.#store.ask(challenge);
    else if (challengeId) this.#store.ask(unknownChallenge(challengeId, this.#host.stores?.clock.now()));
    else {
      const { error } = await this.#store.stepUp();
      const telling = () => this.begin();
      if (error && tellFailure(this.#host, error, 'auth.stepUp', telling)) this.failure = error;
    }
    this.#host.requestUpdate();
    if (!modal) return;
    await this.#dialog.show();
    this.#host.dispatchEvent(new CcOpenedEvent());
    if (this.asks) await this.step.focus();
  }

  template(): TemplateResult {
    return this.#host.modal ? this.#asDialog() : this.#asCard();
  }

  #asCard(): TemplateResult {
    const { asks, step } = this;
    return html`<div class="card-frame">
      <section class="card" part="card">${asks ? secondStepCard(step) : this.#instead()}</section>
    </div>`;
  }

  #asDialog(): TemplateResult {
    const { asks, step } = this;
    const { t } = step;
    const close = () => {
      this.#dialog.close();
    };
    return html`<dialog class="dialog narrow" part="dialog" aria-labelledby="title">
      <div class="dialog-head">
        <h2 id="title" class="title" part="heading">${heading(step)}</h2>
        <button class="button icon-button" part="button" type="button" aria-label=${t.close} @click=${close}>
          ${icon(x)}
        </button>
        ${asks ? html`<p class="muted" part="subheading">${intro(step)}</p>` : nothing}
      </div>
      <div class="dialog-body">
        ${asks ? html`<slot name="intro"></slot>${secondStepBody(step)} ${waysOut(step)}` : this.#instead()}
      </div>
      <div class="dialog-foot" part="actions">
        <button class="button" part="button" type="button" @click=${close}>${t.cancel}</button>
        ${asks ? verifyButton(step) : nothing}
      </div>
    </dialog>`;
  }

  /** In place of the question: it is answered, it has ended, it could not be asked, it comes. */
  #instead(): TemplateResult {
    const { t } = this.step;
    if (this.#proven) {
      return html`<p class="callout success" part="callout" role="status">
        ${icon(circleCheck)}<span class="callout-text">${t.proven}</span>
      </p>`;
    }
    const why = this.failure ? problemText(this.#problems.t, this.failure) : this.#endText;
    if (!why) {
      return html`<div class="skeleton-lines">
        <span class="skeleton"></span><span class="skeleton"></span>
        <span class="visually-hidden" role="status">${t.loading}</span>
      </div>`;
    }
    return html`<div class="callout danger" part="callout" role="alert">
        ${icon(circleAlert)}<span class="callout-text" part="error">${why}</span>
      </div>
      ${
        this.#host.challengeId
          ? nothing
          : html`<div class="card-actions" part="actions">
              <button class="button" part="button" type="button" @click=${() => void this.begin()}>
                ${icon(rotateCw)}<span>${t.tryAgain}</span>
              </button>
            </div>`
      }`;
  }

  get #endText(): string | undefined {
    const { t } = this.step;
    const signInText = this.#signInText.t;
    if (!this.#ended) return undefined;
    if (!this.#host.challengeId) return this.#ended === 'tries' ? t.proofEndedTries : t.proofEnded;
    return {
      tries: signInText.endedTries,
      time: signInText.endedTime,
      other: signInText.endedOther,
    }[this.#ended];
  }

  #arrived(_user: Me): void {
    this.#proven = true;
    this.#announce.say(this.step.t.proven);
    this.#dialog.close();
    this.#host.requestUpdate();
  }

  #over(why: EndReason): void {
    this.#ended = why;
    this.#store.giveUp();
    this.#host.requestUpdate();
  }

  get #challenge() {
    const state = this.#session.store?.$session.get();
    if (state?.step === 'challenge') return (this.#held = state.challenge);
    // One that ended while its answer was on the way may still be replaced in place.
    return this.step.busy ? this.#held : undefined;
  }

  get #store(): SessionStore {
    if (!this.#session.store) throw localError('aborted');
    return this.#session.store;
  }
}

/** Of a sign-in that the page began only the id is known. */
function unknownChallenge(challengeId: string, now = new Date()) {
  const expiresAt = new Date(now.getTime() + limits.challengeSeconds * 1000).toISOString();
  return { challengeId, methods: ['totp', 'recovery_code'], expiresAt };
}
