import type { ReactiveController } from 'lit';
import {
  isCcError,
  type CcError,
  type Me,
  type SignInPending,
  type SignInResult,
} from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { cleanTotpCode, type TypedCode } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import type { SessionState, SessionStore } from '../../stores/session.js';
import type { CcElement } from '../base/cc-element.js';
import { perform, type Outcome } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { CcMfaVerifiedEvent, CcMfaVerifyRequestEvent, type MfaVerifyInput } from './mfa-verify.events.js';
import { PauseController } from './pause.controller.js';
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
 * (R60). Keeps what is typed on every failure, and never says which part was wrong.
 */
export class SignInController implements ReactiveController {
  readonly #host: CcElement;
  readonly #options: SignInOptions;
  readonly #pause: PauseController;
  #checking: Promise<unknown> | undefined;
  #failure: CcError | Error | undefined;
  #acting = false;
  /** The person says they use a recovery code: it changes words and keyboard, not what is accepted (C07). */
  recovery = false;
  revealed = false;
  trust = false;

  constructor(host: CcElement, options: SignInOptions) {
    this.#host = host;
    this.#options = options;
    this.#pause = new PauseController(host, () => {
      this.#failure = undefined;
      options.announce.say(options.words().pauseOver);
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#failure = undefined;
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
    return this.state?.step === 'challenge' ? this.state.challenge : undefined;
  }

  /** A request is on its way that the person is waiting for. */
  get busy(): boolean {
    return this.#acting;
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
    if (this.pausedUntil) return;
    await this.#alone(() => (this.challenge ? this.#answer(this.challenge) : this.#signIn()));
  }

  reveal(): void {
    this.revealed = !this.revealed;
    this.#options.fields.reveal('password', this.revealed);
    this.#host.requestUpdate();
  }

  toggleRecovery(): void {
    this.recovery = !this.recovery;
    this.#options.fields.setError('code', undefined);
    this.#host.requestUpdate();
    void this.#focus('code');
  }

  /** Back to username and password. */
  startAgain(): void {
    this.#options.session.store?.giveUp();
    this.#failure = undefined;
    this.#leaveChallenge();
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
    const outcome = await perform(
      this.#host,
      new CcSignInRequestEvent({ accountId: this.#accountId, input: { username: typed } }),
      async ({ username }) => resultOf(settled(await store.signIn({ username, password }))),
      (result) => (result.status === 'signed-in' ? this.#signedIn(result.user) : undefined),
      () => this.submit(),
    );
    this.#fail(outcome);
    if (outcome.state === 'done') await this.#took(outcome.result);
    else if (isCcError(this.#failure, 'credentials-wrong')) await this.#focus('password');
  }

  /** What the password, or a host that signs in itself, led to. */
  async #took(result: SignInResult): Promise<void> {
    const { fields, announce, words } = this.#options;
    fields.set('password', '');
    if (result.status === 'signed-in') return this.#arrive(result.user);
    if (!this.challenge) this.#options.session.store?.ask(result);
    this.recovery = false;
    this.trust = false;
    announce.say(words().challengeTitle);
    await this.#focus('code');
  }

  async #answer({ challengeId, methods }: SignInPending): Promise<void> {
    const { fields, session, words } = this.#options;
    const { store } = session;
    const typed = fields.value('code');
    const code = cleanTotpCode(typed);
    fields.setError('code', code.ok ? undefined : typed.trim() ? words().codeFormat : words().codeMissing);
    await this.#host.updateComplete;
    if (fields.focusFirstError() || !code.ok || !store) return;
    this.#failure = undefined;
    const method = methodOf(code.value, methods);
    const outcome = await perform(
      this.#host,
      new CcMfaVerifyRequestEvent({
        accountId: this.#accountId,
        input: { challengeId, method, trustDevice: this.trust },
      }),
      async (input) => sessionOf(settled(await store.answer(proofOf(code.value, input)))),
      ({ user }) => [new CcMfaVerifiedEvent({ user }), this.#signedIn(user)],
      () => this.submit(),
    );
    this.#fail(outcome);
    if (outcome.state === 'done') return this.#arrive(outcome.result.user);
    if (this.challenge) return this.#refuseCode();
    this.#leaveChallenge();
    await this.#focus('password');
  }

  /** A wrong code is a mistake of its field; anything else that failed stands above the button. */
  async #refuseCode(): Promise<void> {
    const { fields, announce, problems } = this.#options;
    const failure = this.#failure;
    if (isCcError(failure, 'code-invalid') || isCcError(failure, 'code-reused')) {
      const text = problemText(problems(), failure as CcError);
      this.#failure = undefined;
      fields.setError('code', text);
      announce.say(text, true);
    }
    await this.#focus('code');
  }

  async #arrive(user: Me): Promise<void> {
    this.#options.fields.clear();
    this.#leaveChallenge();
    // A host that signed in itself has told the element, not the store.
    if (!this.user) await this.check();
    this.#host.requestUpdate();
    await this.#options.arrived(user);
  }

  #leaveChallenge(): void {
    this.recovery = false;
    this.trust = false;
    this.#options.fields.set('code', '');
    this.#options.fields.setError('code', undefined);
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

/** A store keeps a refusal beside its state; whoever waits for the act wants it thrown. */
export function settled<State extends object>(state: State): State {
  if ('error' in state && state.error instanceof Error) throw state.error;
  return state;
}

function resultOf(state: SessionState): SignInResult {
  if (state.step === 'challenge') return { status: 'pending', ...state.challenge };
  return { status: 'signed-in', ...sessionOf(state) };
}

function sessionOf(state: SessionState) {
  if (state.step === 'signed-in' && state.session) return state.session;
  throw new DOMException('Another attempt is on its way', 'AbortError');
}

/** A mailed code and an authenticator's look alike: what the challenge takes decides. */
function methodOf({ kind }: TypedCode, methods: readonly string[]): MfaVerifyInput['method'] {
  if (kind === 'recovery') return 'recovery_code';
  return methods.includes('email_code') && !methods.includes('totp') ? 'email_code' : 'totp';
}

function proofOf({ code }: TypedCode, { method, trustDevice }: MfaVerifyInput) {
  const names = { totp: 'code', email_code: 'emailCode', recovery_code: 'recoveryCode' } as const;
  return { [names[method]]: code, ...(trustDevice && { trustDevice }) };
}
