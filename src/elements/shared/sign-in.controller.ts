import type { ReactiveController } from 'lit';
import {
  isCcError,
  type CcError,
  type Me,
  type SignIn,
  type SignInPending,
  type SignInResult,
} from '../../client/index.js';
import { localError } from '../../client/errors.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { StoreController } from '../../controllers/store.controller.js';
import type { Strings } from '../../i18n/strings.js';
import type { SessionState, SessionStore } from '../../stores/session.js';
import type { CcElement } from '../base/cc-element.js';
import { perform, type Outcome } from '../base/perform.js';
import type { ProblemTexts } from '../base/problem-text.js';
import { sessionOf, settled } from './session-state.js';
import { PauseController } from './pause.controller.js';
import type { SecondStep } from './second-step/second-step.js';
import type { EndReason } from './second-step/refusals.js';
import {
  CcSignedInEvent,
  CcSignedOutEvent,
  CcSignInRequestEvent,
  CcSignOutRequestEvent,
} from './session.events.js';

export interface SignInOptions {
  readonly session: StoreController<SessionStore>;
  /** Fields `username`, `password` and `code`. */
  readonly fields: CredentialFields;
  readonly announce: AnnounceController;
  words(): Strings['signIn'];
  problems(): ProblemTexts;
  /** Does an acceptance follow by itself? */
  joining?(): boolean;
  /** Somebody is signed in, all factors given. */
  arrived(user: Me): unknown;
}

/**
 * What a person does to sign in, in whatever element it happens: password, then the code if one is asked for
 * (R60). Keeps what is typed on every failure, and never says which part was wrong. The second step is loaded when
 * a challenge opens.
 */
export class SignInController implements ReactiveController {
  readonly #host: CcElement;
  readonly #options: SignInOptions;
  readonly #pause: PauseController;
  #checking: Promise<unknown> | undefined;
  #failure: CcError | Error | undefined;
  #acting = false;
  #second: SecondStep | undefined;
  #loading: Promise<void> | undefined;
  /** Kept for as long as a challenge may have to be replaced in place (C06), in memory alone. */
  #credentials: SignIn | undefined;
  #held: SignInPending | undefined;
  /** Why the second step ended, above the password that is asked for again (C03). */
  ended: EndReason | undefined;
  revealed = false;

  constructor(host: CcElement, options: SignInOptions) {
    this.#host = host;
    this.#options = options;
    this.#pause = new PauseController(host, () => {
      this.#failure = undefined;
      options.announce.say(options.words().pauseOver);
    });
    host.addController(this);
  }

  hostUpdated(): void {
    // A challenge may have come from elsewhere in the page.
    if (this.challenge && !this.#second && !this.#acting && !this.#failure) void this.#load();
  }

  hostDisconnected(): void {
    this.#failure = undefined;
    this.#credentials = undefined;
  }

  get state(): SessionState | undefined {
    return this.#options.session.store?.$session.get();
  }

  /** Who is signed in; undefined while nobody is, or nobody asked. */
  get user(): Me | undefined {
    return this.state?.step === 'signed-in' ? this.state.session?.user : undefined;
  }

  /** The challenge to answer: its id and the methods it takes. */
  get challenge(): SignInPending | undefined {
    const { state } = this;
    if (state?.step === 'challenge') return (this.#held = state.challenge);
    // One that ended while its answer was on the way may still be replaced in place.
    return this.#second?.busy ? this.#held : undefined;
  }

  /** The second step, once it is asked for and loaded. */
  get second(): SecondStep | undefined {
    return this.challenge && this.#second;
  }

  /** A request is on its way that the person is waiting for. */
  get busy(): boolean {
    return this.#acting || (this.second?.busy ?? false);
  }

  get failure(): CcError | Error | undefined {
    return this.#failure;
  }

  /** Until when trying again is of no use. */
  get pausedUntil(): Date | undefined {
    return this.#pause.until;
  }

  /** Finds out who is signed in. */
  check(): Promise<unknown> {
    return (this.#checking = this.#options.session.store?.check() ?? Promise.resolve());
  }

  /** Enter, or the button: whichever step is open. */
  async submit(): Promise<void> {
    if (this.second) return this.second.submit();
    if (this.pausedUntil) return;
    await this.#alone(() => (this.challenge ? this.#showChallenge() : this.#signIn()));
  }

  reveal(): void {
    this.revealed = !this.revealed;
    this.#options.fields.reveal('password', this.revealed);
    this.#host.requestUpdate();
  }

  /** Back to username and password. */
  startAgain(): void {
    this.#options.session.store?.giveUp();
    this.#failure = undefined;
    this.#second?.forget();
    this.#credentials = undefined;
    this.#host.requestUpdate();
    void this.#focus('username');
  }

  /** Signs out; false if that was vetoed or failed. */
  async signOut(): Promise<boolean> {
    let gone = false;
    await this.#alone(async () => {
      gone = await this.#signOut();
    });
    return gone;
  }

  /** A second press is not a second attempt (I01). */
  async #alone(act: () => Promise<unknown>): Promise<void> {
    if (this.#acting) return;
    this.#acting = true;
    try {
      await act();
    } finally {
      this.#acting = false;
      this.#host.requestUpdate();
    }
  }

  async #signOut(): Promise<boolean> {
    const { store } = this.#options.session;
    if (!store) return false;
    await this.#checking;
    const outcome = await perform(
      this.#host,
      new CcSignOutRequestEvent({ accountId: this.#accountId, input: {} }),
      async () => void settled(await store.signOut()),
      // Inside a provider it is the provider that tells, once for all.
      () => (this.#host.client ? new CcSignedOutEvent({ reason: 'requested' }) : undefined),
    );
    this.#fail(outcome);
    if (outcome.state === 'done' && this.user) await this.check();
    return outcome.state === 'done';
  }

  async #signIn(): Promise<void> {
    const { fields, words } = this.#options;
    const { store } = this.#options.session;
    const password = fields.value('password');
    const typed = fields.value('username').trim();
    fields.setError('username', typed ? undefined : words().usernameMissing);
    fields.setError('password', password ? undefined : words().passwordMissing);
    await this.#host.updateComplete;
    if (fields.focusFirstError() || !store) return;
    // A press while the page still finds out who is signed in waits for that answer.
    await this.#checking;
    this.#failure = undefined;
    this.ended = undefined;
    const outcome = await perform(
      this.#host,
      new CcSignInRequestEvent({ accountId: this.#accountId, input: { username: typed } }),
      async ({ username }) => resultOf(settled(await store.signIn({ username, password }))),
      (result) => (result.status === 'signed-in' ? this.#signedIn(result.user) : undefined),
      () => this.submit(),
    );
    this.#fail(outcome);
    if (outcome.state === 'done') await this.#took(outcome.result, { username: typed, password });
    else if (isCcError(this.#failure, 'credentials-wrong')) await this.#focus('password');
  }

  /** What the password, or a host that signs in itself, led to. */
  async #took(result: SignInResult, credentials: SignIn): Promise<void> {
    const { fields, session } = this.#options;
    fields.set('password', '');
    if (result.status === 'signed-in') return this.#arrive(result.user);
    if (this.challenge) this.#credentials = credentials;
    else session.store?.ask(result);
    await this.#showChallenge();
  }

  async #showChallenge(): Promise<void> {
    await this.#load();
    const { second } = this;
    if (!second) return;
    this.#options.announce.say(second.t[second.mode === 'mail' ? 'mailTitle' : 'appTitle']);
    this.#host.requestUpdate();
    await second.focus();
  }

  #load(): Promise<void> {
    return (this.#loading ??= this.#fetchSecond().finally(() => (this.#loading = undefined)));
  }

  async #fetchSecond(): Promise<void> {
    const { fields, announce, problems, session } = this.#options;
    try {
      const { SecondStep: Step } = await import('./second-step/second-step.js');
      this.#failure = undefined;
      this.#second ??= new Step(this.#host, {
        ...{ purpose: 'sign-in', fields, announce, problems },
        challenge: () => this.challenge,
        username: () => fields.value('username').trim() || undefined,
        answer: async (proof) => {
          if (!session.store) throw localError('aborted');
          return sessionOf(settled(await session.store.answer(proof)));
        },
        mayRenew: () => this.#credentials !== undefined,
        renew: () => this.#renew(),
        facts: (user) => this.#signedIn(user),
        arrived: (user) => this.#arrive(user),
        ended: (why) => this.#backToPassword(why),
        leave: () => this.startAgain(),
      });
    } catch (cause) {
      this.#failure = localError('offline', { cause });
    }
    this.#host.requestUpdate();
  }

  /** Another challenge in place of one that ran out, with what is typed kept (C06). */
  async #renew(): Promise<void> {
    const { store } = this.#options.session;
    if (!store || !this.#credentials) throw localError('aborted');
    resultOf(settled(await store.signIn(this.#credentials)));
  }

  #backToPassword(why: EndReason): void {
    this.#options.session.store?.giveUp();
    this.#credentials = undefined;
    this.#held = undefined;
    this.ended = why;
    void this.#focus('password');
  }

  async #arrive(user: Me): Promise<void> {
    this.#options.fields.clear();
    this.#credentials = undefined;
    this.#held = undefined;
    this.ended = undefined;
    // A host that signed in itself has told the element, not the store.
    if (!this.user) await this.check();
    this.#host.requestUpdate();
    await this.#options.arrived(user);
  }

  #signedIn(user: Me): CcSignedInEvent {
    return new CcSignedInEvent({ user, joining: this.#options.joining?.() ?? false });
  }

  #fail(outcome: Outcome<unknown>): void {
    this.#failure = outcome.state === 'failed' && !outcome.silent ? outcome.error : undefined;
    this.#pause.start(this.#failure);
    this.#host.requestUpdate();
  }

  async #focus(field: string): Promise<void> {
    const { fields } = this.#options;
    await this.#host.updateComplete;
    fields.focus(field);
    if (fields.value(field)) fields.input(field)?.select();
  }

  get #accountId(): string {
    return this.#host.stores?.accountId ?? '';
  }
}

function resultOf(state: SessionState): SignInResult {
  if (state.step === 'challenge') return { status: 'pending', ...state.challenge };
  return { status: 'signed-in', ...sessionOf(state) };
}

export { settled };
