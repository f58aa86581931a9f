import { isCcError, type CcError, type Me } from '../../client/index.js';
import { CredentialFields, type CredentialField } from '../../controllers/credential-fields.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { checkUsername, cleanUsername, usernameKey } from '../../domain/index.js';
import { signIn } from '../../i18n/en/sign-in.js';
import { createSessionStore } from '../../stores/session.js';
import { perform, tellFailure } from '../base/perform.js';
import { codeText } from '../base/problem-text.js';
import { SignInController } from '../shared/sign-in.controller.js';
import { signInFields, type SignInView } from '../shared/sign-in.views.js';
import type { ConflictFlow } from './flow.js';
import { CcUsernameChangedEvent, CcUsernameChangeRequestEvent } from './username-conflict.events.js';

/** The person who has the name: proves it, and takes another one (R52). */
export class ConflictHolder {
  readonly #flow: ConflictFlow;
  readonly #signInText: StringsController<'signIn'>;
  readonly fields: CredentialFields;
  readonly signIn: SignInController;
  me: Me | undefined;
  /** Why the login that was proven can't help. */
  notice: string | undefined;

  constructor(flow: ConflictFlow) {
    this.#flow = flow;
    const { host } = flow;
    this.#signInText = new StringsController(host, 'signIn', signIn);
    const session = new StoreController(host, createSessionStore, { withoutAccount: true });
    const words = () => this.words;
    const fields = signInFields(words, () => this.signIn, {
      password: () => host.step === 'prove' && !this.signIn.second,
      code: () => host.step === 'prove' && this.signIn.second !== undefined,
    });
    this.fields = new CredentialFields(
      host,
      fields.map((field) => this.#forStep(field)),
      { submit: () => void this.submit(), changed: (name) => this.#changed(name) },
    );
    this.signIn = new SignInController(host, {
      ...{ session, words, fields: this.fields, announce: flow.announce },
      problems: () => flow.problems,
      joining: () => host.conflict !== undefined,
      arrived: (user) => this.#proven(user),
    });
  }

  get words() {
    return this.#signInText.t;
  }
  get typed(): string {
    return this.fields.value('username');
  }
  get busy(): boolean {
    return this.signIn.busy;
  }
  get failed(): boolean {
    return this.signIn.failure !== undefined || this.notice !== undefined;
  }
  get view(): SignInView {
    const { host, problems } = this.#flow;
    const { signIn, fields, words } = this;
    return { signIn, fields, language: host.language, t: words, problems };
  }

  /** One's own name, with nothing in the way: the page of one's own login. */
  async startOwn(): Promise<void> {
    const { host, names } = this.#flow;
    try {
      this.me = await names?.me();
      if (this.me) host.step = 'rename';
    } catch (error) {
      const failure = error as CcError;
      const shown = tellFailure(host, failure, 'me.get', () => this.startOwn());
      this.#flow.set({ failure: shown ? failure : undefined });
    }
    host.requestUpdate();
  }

  /** Somebody who accepts says that the name is theirs: they sign in to the login that has it. */
  async startProof(): Promise<void> {
    const { host } = this.#flow;
    this.me = undefined;
    this.notice = undefined;
    host.step = 'prove';
    await host.updateComplete;
    this.fields.set('username', host.conflict?.side === 'invitee' ? host.conflict.username : '');
    this.fields.set('password', '');
    await this.#focus('password');
  }

  async submit(): Promise<void> {
    if (this.#flow.host.step === 'rename') return this.rename();
    this.notice = undefined;
    await this.signIn.submit();
  }

  async rename(): Promise<void> {
    const { me } = this;
    if (!me || this.#flow.busy) return;
    const username = cleanUsername(this.typed);
    const text = this.#mistake(username, me);
    this.fields.setError('username', text);
    this.#flow.set({ failure: undefined });
    if (text) return this.#focus('username');
    await this.#flow.work(() => this.#save(me, username));
  }

  async #save(me: Me, username: string): Promise<void> {
    const { host, names } = this.#flow;
    const accountId = host.stores?.accountId ?? '';
    const outcome = await perform(
      host,
      new CcUsernameChangeRequestEvent({ accountId, input: { username } }),
      async (input) => {
        if (names) this.me = await names.rename(me, input.username);
        return { username: this.me?.username ?? input.username };
      },
      (changed) => new CcUsernameChangedEvent(changed),
      () => this.rename(),
    );
    if (outcome.state === 'failed') return this.#refuse(outcome.error, outcome.silent);
    if (outcome.state === 'vetoed') return;
    this.me = this.me && { ...this.me, username: outcome.result.username };
    this.fields.clear();
    this.#flow.username.forget();
    if (host.conflict)
      return this.#flow.resolve({
        choice: 'there',
        username: host.conflict.side === 'invitee' ? host.conflict.username : undefined,
      });
    host.step = 'done';
    this.#flow.announce.say(this.#flow.t.changedTitle);
    await this.#flow.focus('.title');
  }

  async #refuse(error: CcError | Error, silent: boolean): Promise<void> {
    const { t, problems } = this.#flow;
    if (isCcError(error, 'stale-version')) {
      // U06: what is true by now; what was typed stays.
      this.me = (error.facts.current as Me | undefined) ?? this.me;
      this.fields.setError('username', t.changedElsewhere({ username: this.me?.username ?? '' }));
      return this.#focus('username');
    }
    if (isCcError(error, 'username-taken') || isCcError(error, 'username-invalid')) {
      const { suggestions = [] } = error.facts as { suggestions?: string[] };
      this.#flow.username.refuse(error.code, suggestions);
      this.fields.setError('username', codeText(problems, error.code));
      return this.#focus('username');
    }
    this.#flow.set({ failure: silent ? undefined : error });
  }

  async #proven(user: Me): Promise<void> {
    const { host, t } = this.#flow;
    const { conflict } = host;
    const inTheWay = conflict?.side === 'invitee' ? usernameKey(conflict.username) : undefined;
    if (inTheWay !== undefined && usernameKey(user.username) !== inTheWay) {
      this.notice = t.notTheOne({ username: user.username });
      this.#flow.announce.say(this.notice, true);
      host.requestUpdate();
      return this.#focus('username');
    }
    this.me = user;
    this.fields.clear();
    host.step = 'rename';
    await host.updateComplete;
    await this.#focus('username');
  }

  #mistake(username: string, me: Me): string | undefined {
    const { t, problems } = this.#flow;
    if (!username) return t.usernameMissing;
    if (username === me.username) return t.sameName;
    const own = me.emailVerified ? { ownVerifiedEmail: me.email } : {};
    const checked = checkUsername(username, own);
    return checked.ok ? undefined : codeText(problems, checked.code);
  }

  /** The username field means two things: whose login it is, and what it shall be called. */
  #forStep(field: CredentialField): CredentialField {
    const { host } = this.#flow;
    if (field.name !== 'username') return field;
    const isRename = () => host.step === 'rename';
    return {
      ...field,
      shown: () => isRename() || (host.step === 'prove' && !this.signIn.second),
      label: () => (isRename() ? this.#flow.t.newUsername : field.label()),
      hint: () => (isRename() ? this.#flow.t.newUsernameHint : undefined),
    };
  }

  #changed(name: string): void {
    this.fields.setError(name, undefined);
    if (name === 'username' && this.#flow.host.step === 'rename') this.#flow.username.changed();
  }

  async #focus(field: string): Promise<void> {
    await this.#flow.host.updateComplete;
    this.fields.focus(field);
  }
}
