import type { ReactiveController, TemplateResult } from 'lit';
import { pageClock } from '../../../client/clock.js';
import {
  isCcError,
  type CcError,
  type ChallengeAnswer,
  type Me,
  type SignedIn,
} from '../../../client/index.js';
import { StringsController } from '../../../controllers/strings.controller.js';
import { cleanTotpCode } from '../../../domain/index.js';
import { mfaChallenge } from '../../../i18n/en/mfa-challenge.js';
import { clockTime } from '../../../i18n/format.js';
import type { Strings } from '../../../i18n/strings.js';
import type { CcElement } from '../../base/cc-element.js';
import { adoptLate } from '../../base/late-styles.js';
import { perform, type Outcome } from '../../base/perform.js';
import { CcMfaVerifiedEvent, CcMfaVerifyRequestEvent, type MfaVerifyInput } from '../mfa-verify.events.js';
import { PauseController } from '../pause.controller.js';
import { ChallengeLife } from './challenge-life.js';
import type { SecondStepMode, SecondStepOptions } from './options.js';
import { codeRefusal, endOf, type EndReason } from './refusals.js';
import { secondStepStyles } from './second-step.styles.js';
import { secondStepCard } from './second-step.views.js';

/**
 * The second step of signing in and the fresh proof before a sensitive act, in whatever element it happens: one
 * field for codes of every kind (C01, C07), tries left, pauses, an end that is announced before it comes. What is
 * typed is kept on every failure. It is loaded when the first challenge opens.
 */
export class SecondStep implements ReactiveController {
  readonly host: CcElement;
  readonly options: SecondStepOptions;
  readonly #text: StringsController<'mfaChallenge'>;
  readonly #pause: PauseController;
  readonly #life: ChallengeLife;
  #challenge: string | undefined;
  #recovery = false;
  #wrong = 0;
  #busy = false;
  /** The factor is locked, or pauses: codes of the app are of no use now, recovery codes are. */
  locked = false;
  trust = false;
  revealed = false;
  failure: CcError | Error | undefined;

  constructor(host: CcElement, options: SecondStepOptions) {
    this.host = host;
    this.options = options;
    this.#text = new StringsController(host, 'mfaChallenge', mfaChallenge);
    this.#pause = new PauseController(host, () => {
      this.failure = undefined;
      this.options.announce.say(this.t.pauseOver);
    });
    this.#life = new ChallengeLife(host, {
      soon: () => {
        this.options.announce.say(this.t.endsSoon, true);
      },
      over: () => {
        // Somebody who is typing goes on as if nothing had happened (C06).
        if (this.typed && this.options.mayRenew()) void this.#alone(() => this.#renew());
      },
      gone: () => {
        if (this.options.purpose === 'sign-in') this.#end('time');
      },
    });
    adoptLate(host.renderRoot, secondStepStyles);
    host.addController(this);
  }

  hostUpdate(): void {
    const { challengeId, expiresAt } = this.options.challenge() ?? {};
    // While an answer is on its way, a challenge that ended may still be replaced.
    if (challengeId === this.#challenge || (!challengeId && this.#busy)) return;
    this.#challenge = challengeId;
    if (expiresAt) this.#life.start(expiresAt);
    else this.#life.stop();
  }

  hostDisconnected(): void {
    this.#life.stop();
    this.#challenge = undefined;
    this.failure = undefined;
  }

  get t(): Strings['mfaChallenge'] {
    return this.#text.t;
  }

  get methods(): readonly string[] {
    return this.options.challenge()?.methods ?? [];
  }

  get mode(): SecondStepMode {
    const { methods } = this;
    if (this.#recovery && methods.includes('recovery_code')) return 'recovery';
    if (methods.includes('totp')) return 'app';
    if (methods.includes('email_code')) return 'mail';
    return methods.includes('password') ? 'password' : 'recovery';
  }

  /** The field of the mode. */
  get field(): 'code' | 'password' {
    return this.mode === 'password' ? 'password' : 'code';
  }

  get busy(): boolean {
    return this.#busy;
  }

  get typed(): string {
    return this.options.fields.value(this.field);
  }

  /** Until when trying again is of no use; recovery codes are not paused with the codes of the app (T22). */
  get pausedUntil(): Date | undefined {
    return this.locked && this.mode === 'recovery' ? undefined : this.#pause.until;
  }

  /** Is a note about the time due: a minute before the end, or after it? */
  get ending(): 'soon' | 'over' | undefined {
    return this.#life.phase;
  }

  /** The step as a card of its own. */
  template(): TemplateResult {
    return secondStepCard(this);
  }

  label(): string {
    const { t, mode } = this;
    return mode === 'recovery' ? t.recoveryCode : mode === 'mail' ? t.mailCode : t.code;
  }

  hint(): string | undefined {
    return this.mode === 'app' && this.methods.includes('recovery_code') ? this.t.codeHint : undefined;
  }

  get inputMode(): 'text' | 'numeric' {
    return this.mode === 'recovery' ? 'text' : 'numeric';
  }

  /** Enter, or the button. */
  async submit(): Promise<void> {
    if (this.pausedUntil) return;
    await this.#alone(() => this.#submit());
  }

  toggleRecovery(): void {
    this.#recovery = !this.#recovery;
    this.failure = undefined;
    this.options.fields.setError('code', undefined);
    this.host.requestUpdate();
    void this.focus();
  }

  reveal(): void {
    this.revealed = !this.revealed;
    this.options.fields.reveal('password', this.revealed);
    this.host.requestUpdate();
  }

  /** More time, or another mail: a new challenge in place of this one. */
  async again(said: string): Promise<void> {
    await this.#alone(async () => {
      if (await this.#renew()) this.options.announce.say(said);
    });
    await this.focus();
  }

  /** Begins anew: nothing typed, nothing ticked. */
  forget(): void {
    this.#recovery = false;
    this.#wrong = 0;
    this.locked = false;
    this.trust = false;
    this.failure = undefined;
    for (const name of ['code', 'password'] as const) {
      if (name === 'password' && this.options.purpose === 'sign-in') continue;
      this.options.fields.set(name, '');
      this.options.fields.setError(name, undefined);
    }
  }

  async focus(): Promise<void> {
    const { fields } = this.options;
    await this.host.updateComplete;
    fields.focus(this.field);
    if (this.typed) fields.input(this.field)?.select();
  }

  /** A second press is not a second attempt (I01). */
  async #alone(work: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.host.requestUpdate();
    try {
      await work();
    } finally {
      this.#busy = false;
      this.host.requestUpdate();
    }
  }

  async #submit(): Promise<void> {
    const proof = this.#read();
    const { fields } = this.options;
    await this.host.updateComplete;
    if (fields.focusFirstError() || !proof) return;
    this.failure = undefined;
    if (this.#life.isOver) {
      if (!(await this.#renew())) return;
      // The mail of the old challenge is void with it.
      if (this.mode === 'mail') return this.options.announce.say(this.t.mailSent);
    }
    await this.#send(proof);
  }

  /** What is typed, as it goes over the wire; a mistake stands at its field. */
  #read(): ChallengeAnswer | undefined {
    const { t, mode, typed } = this;
    const { fields } = this.options;
    if (mode === 'password') {
      fields.setError('password', typed ? undefined : t.passwordMissing);
      return typed ? { password: typed } : undefined;
    }
    const code = cleanTotpCode(typed);
    const recovery = this.methods.includes('recovery_code');
    const right = code.ok && (recovery || code.value.kind === 'totp');
    const format = recovery ? t.codeFormat : t.codeFormatMail;
    fields.setError('code', right ? undefined : typed.trim() ? format : t.codeMissing);
    if (!right) return undefined;
    if (code.value.kind === 'recovery') return { recoveryCode: code.value.code };
    return mode === 'mail' ? { emailCode: code.value.code } : { code: code.value.code };
  }

  async #send(proof: ChallengeAnswer, again = true): Promise<void> {
    const challenge = this.options.challenge();
    if (!challenge) return;
    const { accountId = '' } = this.host.stores ?? {};
    const trustDevice = this.trust && !this.options.withoutTrust?.();
    const outcome = await perform(
      this.host,
      new CcMfaVerifyRequestEvent({
        accountId,
        input: { challengeId: challenge.challengeId, method: methodOf(proof), trustDevice },
      }),
      (input) => this.options.answer({ ...proof, ...(input.trustDevice && { trustDevice: true }) }),
      ({ user }) => [new CcMfaVerifiedEvent({ user }), this.options.facts?.(user) ?? []].flat(),
      () => this.submit(),
    );
    if (outcome.state === 'done') return this.#arrive(outcome.result.user);
    if (outcome.state === 'failed') await this.#refused(outcome, proof, again);
  }

  async #arrive(user: Me): Promise<void> {
    this.forget();
    this.host.requestUpdate();
    await this.options.arrived(user);
  }

  async #refused(
    { error, silent }: Extract<Outcome<SignedIn>, { state: 'failed' }>,
    proof: ChallengeAnswer,
    again: boolean,
  ): Promise<void> {
    const end = endOf(error, this.#life);
    // It ran out while the answer was on its way: the same answer goes to a new challenge, once (C06).
    if (end === 'time' && again && !proof.emailCode && this.options.mayRenew()) {
      if (await this.#renew()) await this.#send(proof, false);
      return;
    }
    if (end) return this.#end(end);
    this.#wrong += isCcError(error, 'code-invalid') && proof.code ? 1 : 0;
    const text = codeRefusal(error, {
      ...{
        t: this.t,
        problems: this.options.problems(),
        wrong: this.#wrong,
        now: (this.host.stores?.clock ?? pageClock).now(),
      },
      method: methodOf(proof),
    });
    if (isCcError(error, 'factor-locked')) this.#lock(error as CcError);
    else if (text) {
      this.options.fields.setError(this.field, text);
      this.options.announce.say(text, true);
    } else if (!this.#pause.start(error)) this.failure = silent ? undefined : error;
    else this.failure = error;
    await this.focus();
  }

  /** Codes of the app are of no use for now; recovery stays open (T22). */
  #lock(error: CcError): void {
    this.locked = true;
    this.failure = error;
    this.#pause.start(error);
    if (this.methods.includes('recovery_code') && this.mode === 'app') {
      this.#recovery = true;
      this.options.fields.set('code', '');
    }
    this.options.announce.say(this.lockText, true);
  }

  get lockText(): string {
    const { t } = this;
    const { until } = this.#pause;
    if (until) return t.codesPaused({ time: clockTime(until, this.host.language) });
    return this.methods.includes('recovery_code') ? t.locked : t.lockedNoRecovery;
  }

  async #renew(): Promise<boolean> {
    try {
      await this.options.renew();
      this.failure = undefined;
      return true;
    } catch (error) {
      this.failure = error as CcError;
      if (this.#life.isOver) this.#end('time');
      return false;
    }
  }

  #end(why: EndReason): void {
    this.forget();
    this.options.ended(why);
    this.host.requestUpdate();
  }
}

function methodOf({ recoveryCode, emailCode, password }: ChallengeAnswer): MfaVerifyInput['method'] {
  if (password !== undefined) return 'password';
  if (recoveryCode !== undefined) return 'recovery_code';
  return emailCode === undefined ? 'totp' : 'email_code';
}
