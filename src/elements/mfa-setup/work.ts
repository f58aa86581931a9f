import type { ReactiveController, TemplateResult } from 'lit';
import { isCcError, type CcError, type MfaEnrolment } from '../../client/index.js';
import { localError } from '../../client/errors.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { common } from '../../i18n/en/common.js';
import { mfaSetup } from '../../i18n/en/mfa-setup.js';
import { problems } from '../../i18n/en/problems.js';
import type { Strings } from '../../i18n/strings.js';
import type { MfaState, MfaStore } from '../../stores/mfa.js';
import { ConfirmController } from '../base/confirm.js';
import { adoptLate } from '../base/late-styles.js';
import { perform, tellFailure, type Outcome } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { settled } from '../shared/session-state.js';
import { CodeKeeper } from './code-keeper.js';
import { codesView } from './codes.js';
import { FirstCode } from './first-code.js';
import {
  CcMfaEnrolledEvent,
  CcMfaEnrolRequestEvent,
  CcMfaRemovedEvent,
  CcMfaRemoveRequestEvent,
  CcRecoveryCodesCreatedEvent,
  CcRecoveryCodesCreateRequestEvent,
  CcRecoveryCodesSavedEvent,
} from './mfa-setup.events.js';
import type { CcMfaSetup } from './mfa-setup.js';
import { overviewView } from './overview.js';
import { QrPart, type QrDrawing } from './qr.js';
import { askLeave, askNewCodes, askRemove } from './questions.js';
import { scanView } from './scan.js';
import { setupWorkStyles } from './work.styles.js';

type Doing = 'start' | 'verify' | 'saved';

/** What `cc-mfa-setup` does once it is drawn: from the factors there are, over the QR code, to the saved codes. */
export class SetupWork implements ReactiveController {
  readonly host: CcMfaSetup;
  readonly fields: CredentialFields;
  readonly time: TimeController;
  readonly #store: StoreController<MfaStore>;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'mfaSetup'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #confirm: ConfirmController;
  readonly #qr: QrPart;
  #began = false;
  #asRequired = false;
  #viaSetup = false;
  #acting: Doing | undefined;
  /** Copies, downloads and prints what is shown. */
  readonly keep: CodeKeeper;
  readonly firstCode: FirstCode;
  ticked = false;
  tickMissing = false;
  failure: CcError | Error | undefined;
  /** What went well, above the factors. */
  note: string | undefined;

  constructor(host: CcMfaSetup, store: StoreController<MfaStore>, fields: CredentialFields) {
    this.host = host;
    this.#store = store;
    this.fields = fields;
    this.#announce = new AnnounceController(host);
    this.keep = new CodeKeeper(this, this.#announce);
    this.#text = new StringsController(host, 'mfaSetup', mfaSetup);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', problems);
    this.time = new TimeController(host);
    this.#confirm = new ConfirmController(host);
    this.#qr = new QrPart(host);
    this.firstCode = new FirstCode(this, this.#announce);
    adoptLate(host.renderRoot, setupWorkStyles);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onUnload);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onUnload);
    // Secret and codes are not kept for the next visit.
    if (this.state.step !== 'idle') this.#store.store?.leave();
    this.failure = undefined;
    this.note = undefined;
  }

  hostUpdated(): void {
    if (this.host.step !== 'scan' || this.#began || !this.overview) return;
    this.#began = true;
    if (!this.factors.length && !this.host.settings.readonly) queueMicrotask(() => void this.start());
  }

  get t(): Strings['mfaSetup'] {
    return this.#text.t;
  }

  get state(): MfaState {
    return this.#store.store?.$setup.get() ?? { step: 'idle', busy: false };
  }

  get overview() {
    return this.#store.store?.$overview.get().data;
  }

  /** The overview could not be loaded, and none is there from before. */
  get failed(): boolean {
    return this.#store.store?.$overview.get().state === 'failed' && !this.overview;
  }

  /** Factors that count: on, or locked. A set-up that nobody finished is none. */
  get factors(): readonly MfaEnrolment[] {
    return (
      this.overview?.enrolments.filter(({ state }) => state !== 'pending' && state !== 'reset_required') ?? []
    );
  }

  get required(): boolean {
    return this.#asRequired;
  }

  get busy(): boolean {
    return this.#acting !== undefined;
  }

  /** What the person is waiting for. */
  get doing(): Doing | undefined {
    return this.#acting;
  }

  get asksCode(): boolean {
    return this.state.step === 'started';
  }

  get unsaved(): boolean {
    const { state } = this;
    return state.step === 'codes' && state.codes !== null && !state.saved;
  }

  get viaSetup(): boolean {
    return this.#viaSetup;
  }

  /** The drawing of the secret; null where it can't be drawn, undefined until it is. */
  get qr(): QrDrawing | null | undefined {
    const { state } = this;
    return state.step === 'started' ? this.#qr.of(state.enrolment.otpauthUri) : undefined;
  }

  template(): TemplateResult {
    const { state } = this;
    if (state.step === 'started') return scanView(this, state.enrolment);
    if (state.step === 'codes' && state.codes) return codesView(this, state.codes);
    return overviewView(this);
  }

  questions(): unknown {
    return this.#confirm.template(this.#common.t);
  }

  failureText(): string | undefined {
    if (!this.failure) return undefined;
    if (isCcError(this.failure, 'not-found')) return this.t.dead;
    return problemText(this.#problems.t, this.failure);
  }

  readonly retry = (): void => {
    void this.host.refresh();
  };

  /** Asks for a secret and shows it. */
  readonly start = (): Promise<void> =>
    this.alone('start', async () => {
      this.#asRequired = this.overview?.demand === 'required';
      const outcome = await perform(
        this.host,
        new CcMfaEnrolRequestEvent({ accountId: this.#accountId, input: { method: 'totp' } }),
        async () => void settled(await this.acts.start()),
        undefined,
        () => this.start(),
      );
      this.#took(outcome);
      if (outcome.state === 'done') await this.showHeading();
    });

  /** Leaves a set-up: the pending secret dies by itself. */
  readonly cancel = (): void => {
    this.acts.leave();
    this.fields.clear();
    this.fields.setError('code', undefined);
    this.failure = undefined;
    void this.showHeading();
  };

  readonly askRemove = (enrolment: MfaEnrolment, opener: HTMLElement): void => {
    const act = () => this.#remove(enrolment);
    const closed = () => {
      if (this.note) void this.showHeading();
    };
    void this.#confirm.ask(askRemove(this.t, { act, closed }), opener);
  };

  readonly askNewCodes = (opener: HTMLElement): void => {
    const act = () => this.#newCodes();
    const closed = () => {
      if (this.unsaved) void this.showHeading();
    };
    void this.#confirm.ask(askNewCodes(this.t, { act, closed }), opener);
  };

  readonly tick = (event: Event): void => {
    this.ticked = (event.target as HTMLInputElement).checked;
    this.tickMissing = false;
    this.host.requestUpdate();
  };

  readonly finish = async (): Promise<void> => {
    if (!this.ticked) {
      this.tickMissing = true;
      this.host.requestUpdate();
      await this.host.updateComplete;
      this.host.renderRoot.querySelector<HTMLElement>('#saved')?.focus();
      return;
    }
    await this.alone('saved', async () => {
      try {
        settled(await this.acts.saved());
      } catch (error) {
        const shown = tellFailure(this.host, error as Error, 'mfa.codesSaved', () => this.finish());
        this.failure = shown ? (error as CcError) : undefined;
        return;
      }
      await this.#leave(this.#viaSetup ? this.t.done : this.t.doneCodes);
      this.host.dispatchEvent(new CcRecoveryCodesSavedEvent());
    });
  };

  /** S04: true where nothing is lost by leaving, or the person means it. */
  async confirmLeave(): Promise<boolean> {
    if (!this.unsaved) return true;
    return new Promise((answer) => {
      let leaves = false;
      const act = () => {
        leaves = true;
        return Promise.resolve(undefined);
      };
      const closed = () => {
        if (leaves) this.acts.leave();
        answer(leaves);
      };
      void this.#confirm.ask(askLeave(this.t, { act, closed }), undefined);
    });
  }

  /** The first code was right: the factor is on, and codes follow unless an earlier batch is still good. */
  async verified(state: MfaState): Promise<void> {
    this.fields.clear();
    this.#viaSetup = true;
    this.ticked = false;
    this.failure = undefined;
    const codesFollow = state.step === 'codes' && state.codes !== null;
    this.host.dispatchEvent(new CcMfaEnrolledEvent({ method: 'totp', codesFollow }));
    if (codesFollow) await this.showHeading();
    else await this.#leave(this.t.doneKept);
  }

  async #remove(enrolment: MfaEnrolment): Promise<string | undefined> {
    const input = { enrolmentId: enrolment.id };
    const outcome = await perform(
      this.host,
      new CcMfaRemoveRequestEvent({ accountId: this.#accountId, input }),
      async () => void settled(await this.acts.remove(enrolment)),
      () => new CcMfaRemovedEvent(input),
    );
    if (outcome.state === 'failed') return problemText(this.#problems.t, outcome.error);
    if (outcome.state === 'done') this.note = this.t.turnedOff;
    return undefined;
  }

  async #newCodes(): Promise<string | undefined> {
    const outcome = await perform(
      this.host,
      new CcRecoveryCodesCreateRequestEvent({ accountId: this.#accountId, input: {} }),
      async () => void settled(await this.acts.renewCodes()),
      () => new CcRecoveryCodesCreatedEvent(),
    );
    if (outcome.state === 'failed') return problemText(this.#problems.t, outcome.error);
    if (outcome.state === 'done') {
      this.#viaSetup = false;
      this.ticked = false;
      this.note = undefined;
    }
    return undefined;
  }

  async #leave(note: string): Promise<void> {
    this.acts.leave();
    this.note = note;
    this.failure = undefined;
    await this.showHeading();
    this.#announce.say(note);
  }

  /** A second press is not a second attempt (I01). */
  async alone(what: Doing, work: () => Promise<unknown>): Promise<void> {
    if (this.#acting) return;
    this.#acting = what;
    this.note = undefined;
    this.host.requestUpdate();
    try {
      await work();
    } finally {
      this.#acting = undefined;
      this.host.requestUpdate();
    }
  }

  #took(outcome: Outcome<unknown>): void {
    this.failure = outcome.state === 'failed' && !outcome.silent ? outcome.error : undefined;
  }

  async showHeading(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('.card .title')?.focus();
  }

  readonly #onUnload = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) event.preventDefault();
  };

  get acts(): MfaStore {
    if (!this.#store.store) throw localError('aborted');
    return this.#store.store;
  }

  get #accountId(): string {
    return this.host.stores?.accountId ?? '';
  }
}
