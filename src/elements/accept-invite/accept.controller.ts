import type { ReactiveController } from 'lit';
import type { CcError, InvitationAccepted, InvitationPreview } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import type { StoreController } from '../../controllers/store.controller.js';
import type { Strings } from '../../i18n/strings.js';
import type { AcceptanceForm, AcceptanceState, AcceptanceStore } from '../../stores/acceptance.js';
import type { SessionStore } from '../../stores/session.js';
import type { CcElement } from '../base/cc-element.js';
import { perform, tellFailure } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { PauseController } from '../shared/pause.controller.js';
import { settled } from '../shared/session-state.js';
import type { SignInController } from '../shared/sign-in.controller.js';
import {
  CcInviteAcceptedEvent,
  CcInviteAcceptRequestEvent,
  CcInviteDeclinedEvent,
  CcInviteDeclineRequestEvent,
  CcInviteRenewalAskedEvent,
  CcInviteRenewRequestEvent,
} from './accept-invite.events.js';
import type { FormController, Way } from './form.controller.js';
import { acceptedOf } from './accepted-of.js';
import { GuideController } from './guide.controller.js';
import type { LinkController } from './link.controller.js';

/** Which fields are drawn. */
export type Step = 'new' | 'existing' | 'join' | 'challenge' | 'none';

/** What the page shows besides the states of its stores. */
type Shown = Pick<
  AcceptController,
  'way' | 'task' | 'ended' | 'accepted' | 'failure' | 'entering' | 'attempted' | 'knownHere' | 'pasteError'
>;

interface Parts {
  readonly store: StoreController<AcceptanceStore>;
  readonly session: StoreController<SessionStore>;
  readonly link: LinkController;
  readonly fields: CredentialFields;
  readonly announce: AnnounceController;
  form(): FormController;
  signIn(): SignInController;
  words(): { readonly t: Strings['acceptInvite']; readonly problems: ProblemTexts };
  policy(): 'one_identity' | 'per_account';
  /** Where to go afterwards. */
  target(): string | undefined;
}

/** What happens on the invitee's page, from the link to the last state, and what the person is told of it. */
export class AcceptController implements ReactiveController {
  way: Way = 'new';
  /** What the person is waiting for. */
  task: 'accept' | 'code' | 'renew' | undefined;
  /** How the page has ended, whoever did it. */
  ended: 'declined' | 'asked' | undefined;
  accepted: InvitationAccepted | undefined;
  failure: CcError | Error | undefined;
  /** Signing in without joining, from a link that was used before. */
  entering = false;
  /** The mistakes were asked for once, so that they may be listed. */
  attempted = false;
  /** The guided page stands in place of the form while a name is in the way. */
  readonly guide: GuideController;
  /** The server knows the address: this person has a login (R33). */
  knownHere = false;
  pasteError: string | undefined;
  readonly #host: CcElement;
  readonly #parts: Parts;
  readonly #pause: PauseController;
  #opened: { readonly store: AcceptanceStore; readonly token: string } | undefined;
  #looking: Promise<void> | undefined;
  #askedWho: SessionStore | undefined;
  #proposed = false;
  #kept: Partial<Record<Way, string>> = {};

  constructor(host: CcElement, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
    this.#pause = new PauseController(host, () => (this.failure = undefined));
    this.guide = new GuideController(host, {
      fields: parts.fields,
      ...{ form: parts.form, policy: parts.policy },
      preview: () => this.preview,
      joins: () => this.#join(),
      goesOn: () => this.submit(),
    });
    host.addController(this);
  }

  get state(): AcceptanceState {
    return this.#parts.store.store?.$acceptance.get() ?? { step: 'idle' };
  }

  get preview(): InvitationPreview | undefined {
    return this.state.step === 'open' ? this.state.preview : undefined;
  }

  get pausedUntil(): Date | undefined {
    return this.#pause.until;
  }

  get step(): Step {
    if (this.accepted || this.ended) return 'none';
    if (this.#parts.signIn().second) return 'challenge';
    if (this.entering) return 'existing';
    const viewer = this.preview?.viewer;
    if (viewer === undefined || viewer === 'other') return 'none';
    return viewer === 'none' ? this.way : 'join';
  }

  hostUpdated(): void {
    // What follows from a drawing is the next drawing, not a part of this one.
    queueMicrotask(() => {
      if (!this.#host.isConnected) return;
      this.#open();
      this.#askWho();
      this.#propose();
    });
  }

  /** Looks the link up again. */
  async lookUp(): Promise<void> {
    const { link, store } = this.#parts;
    if (link.token) await store.store?.lookup(link.token);
  }

  /** Enter, or the big button. */
  async submit(): Promise<void> {
    if (this.step === 'new' || this.step === 'join') await this.#accept();
    else if (this.step !== 'none') await this.#parts.signIn().submit();
  }

  async #accept(): Promise<void> {
    if (this.task || this.#pause.until) return;
    this.#set({ attempted: true, failure: undefined });
    const way: Way = this.step === 'new' ? 'new' : 'existing';
    const form = await this.#parts.form().check(way);
    if (form) await this.#while('accept', () => this.#send(way, form));
  }

  async #send(as: Way, form: AcceptanceForm): Promise<void> {
    const { store } = this.#parts.store;
    if (!store) return;
    const { username, name } = form;
    const outcome = await perform(
      this.#host,
      new CcInviteAcceptRequestEvent({ accountId: '', input: { as, username, name } }),
      async (input) => {
        const own = { username: input.username, name: input.name, locale: this.#host.language.locale };
        return acceptedOf(settled(await store.accept(as === 'new' ? { ...form, ...own } : form)));
      },
      (accepted) => new CcInviteAcceptedEvent(accepted),
      () => this.submit(),
    );
    if (outcome.state === 'done') return this.#done(outcome.result);
    if (outcome.state === 'failed') await this.#refused(outcome.error, outcome.silent);
  }

  async #done(accepted: InvitationAccepted): Promise<void> {
    this.#set({ accepted });
    this.#parts.fields.clear();
    this.#kept = {};
    this.#parts.link.accepted();
    const target = this.#parts.target();
    if (target) location.assign(target);
    else await this.#showHeading();
  }

  async #refused(error: CcError | Error, silent: boolean): Promise<void> {
    if (this.state.step === 'closed') return this.#showHeading();
    const kind = 'kind' in error ? error.kind : undefined;
    if (kind === 'invitation-email-mismatch') {
      await this.lookUp();
      return this.#showHeading();
    }
    if (await this.guide.offer(error)) return;
    if (await this.#parts.form().refuse(error)) return;
    this.#pause.start(error);
    this.#set({ failure: silent ? undefined : error });
  }

  /** R33: with the login they have. */
  #join(): Promise<void> {
    this.#set({ knownHere: true });
    this.choose('existing');
    return this.#parts.form().focus('username');
  }

  /** Signed in, all factors given: join at once if nothing else is asked, since that is what was pressed. */
  async arrived(): Promise<void> {
    if (this.entering) {
      const target = this.#parts.target();
      if (target) return location.assign(target);
      this.#set({ entering: false });
      return this.#showHeading();
    }
    await this.lookUp();
    if (this.step === 'join' && !this.#parts.form().needsCode) await this.#accept();
    else await this.#showHeading();
  }

  /** To the sign-in form, from a link that can't be accepted any more. */
  async enter(): Promise<void> {
    this.#set({ entering: true, failure: undefined });
    await this.#parts.form().focus('username');
  }

  async sendCode(): Promise<void> {
    const { store } = this.#parts.store;
    if (!store || this.task) return;
    this.#set({ failure: undefined });
    await this.#while('code', async () => {
      try {
        settled(await store.sendCode());
        this.#parts.fields.setError('code', undefined);
        this.#parts.announce.say(this.#parts.words().t.codeSent({ email: this.preview?.maskedEmail ?? '' }));
        await this.#parts.form().focus('code');
      } catch (error) {
        const failure = error as CcError;
        const shown = tellFailure(this.#host, failure, 'invitations.sendCode', () => this.sendCode());
        this.#pause.start(failure);
        this.#set({ failure: shown ? failure : undefined });
      }
    });
  }

  async renew(): Promise<void> {
    const { store } = this.#parts.store;
    if (!store || this.task) return;
    this.#set({ failure: undefined });
    await this.#while('renew', async () => {
      const outcome = await perform(
        this.#host,
        new CcInviteRenewRequestEvent({ accountId: '', input: {} }),
        () => store.renew(),
        () => new CcInviteRenewalAskedEvent(),
        () => this.renew(),
      );
      if (outcome.state === 'done') {
        this.#set({ ended: 'asked' });
        await this.#showHeading();
      } else if (outcome.state === 'failed') {
        this.#pause.start(outcome.error);
        this.#set({ failure: outcome.silent ? undefined : outcome.error });
      }
    });
  }

  /** The sentence to show when it failed. */
  async decline(): Promise<string | undefined> {
    const { store } = this.#parts.store;
    if (!store) return undefined;
    const outcome = await perform(
      this.#host,
      new CcInviteDeclineRequestEvent({ accountId: '', input: {} }),
      async () => void settled(await store.decline()),
      () => new CcInviteDeclinedEvent(),
    );
    if (outcome.state === 'failed') return problemText(this.#parts.words().problems, outcome.error);
    if (outcome.state === 'vetoed') return undefined;
    this.#set({ ended: 'declined' });
    void this.#showHeading();
    return undefined;
  }

  async switchUser(): Promise<void> {
    if (!(await this.#parts.signIn().signOut())) return;
    this.#set({ failure: undefined });
    await this.lookUp();
    await this.#showHeading();
  }

  async paste(link: string): Promise<void> {
    this.#set({ pasteError: link.trim() ? undefined : this.#parts.words().t.pasteMissing });
    if (this.pasteError) return this.#host.renderRoot.querySelector<HTMLElement>('#link')?.focus();
    this.#parts.link.use(link);
    await this.#host.updateComplete;
    await this.#looking;
    await this.#showHeading();
  }

  /** A password is chosen on one way and remembered on the other: what was typed waits on its own way. */
  choose(way: Way): void {
    this.#kept = { ...this.#kept, [this.way]: this.#parts.fields.value('password') };
    this.#set({ way, attempted: false, failure: undefined });
    for (const field of ['username', 'password']) this.#parts.fields.setError(field, undefined);
    this.#parts.form().username.forget();
    this.#parts.fields.set('password', this.#kept[way] ?? '');
  }

  /** Looks up a link that was not looked up yet; with another client it is another question. */
  #open(): void {
    const { store } = this.#parts.store;
    const { token } = this.#parts.link;
    if (!store || !token) return;
    const again = this.#opened?.token === token;
    // What has come to its end stays there, also when the page changes account or client.
    if (again && (this.#opened?.store === store || this.accepted || this.ended)) return;
    this.#opened = { store, token };
    if (!again) {
      this.#set({ accepted: undefined, ended: undefined, failure: undefined, knownHere: false });
      this.#parts.form().codeAsked = false;
    }
    this.#looking = store.lookup(token);
  }

  /** Who is signed in matters where somebody is: to greet them, or to tell them that it was them. */
  #askWho(): void {
    const state = this.state;
    const joins = state.step === 'open' && ['matching', 'unverified'].includes(state.preview.viewer);
    const used = state.step === 'closed' && state.error.kind === 'invitation-used';
    const { store } = this.#parts.session;
    if (!(joins || used) || !store || store === this.#askedWho) return;
    this.#askedWho = store;
    void this.#parts.signIn().check();
  }

  /** A name the inviter proposed stands in the field, to be seen and changed; never the address (R50). */
  #propose(): void {
    const { proposedUsername, viewer } = this.preview ?? {};
    if (!proposedUsername || viewer !== 'none' || this.#proposed || proposedUsername.includes('@')) return;
    this.#proposed = true;
    if (this.#parts.fields.value('username')) return;
    this.#parts.fields.set('username', proposedUsername);
    // The hint says whose idea it was.
    this.#host.requestUpdate();
  }

  async #while(task: AcceptController['task'], work: () => Promise<unknown>): Promise<void> {
    this.#set({ task });
    try {
      await work();
    } finally {
      this.#set({ task: undefined });
    }
  }

  #set(change: Partial<Shown>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }

  /** A new state of the page begins at its heading. */
  async #showHeading(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }
}
