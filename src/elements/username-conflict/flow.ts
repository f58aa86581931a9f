import type { TemplateResult } from 'lit';
import type { CcError, InvitationCreated, InvitationDraft } from '../../client/index.js';
import { isCcError } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { canonicalEmail, checkEmail, checkUsername, usernameCandidates } from '../../domain/index.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { usernameConflict } from '../../i18n/en/username-conflict.js';
import { createAccountStore } from '../../stores/account.js';
import { createAcceptanceStore } from '../../stores/acceptance.js';
import { createInviteStore } from '../../stores/invite.js';
import { createUsernameStore } from '../../stores/username.js';
import type { CcElement } from '../base/cc-element.js';
import { adoptLate } from '../base/late-styles.js';
import { copyNow } from '../base/copy.js';
import { perform } from '../base/perform.js';
import { codeText } from '../base/problem-text.js';
import { UsernameController } from '../shared/username.controller.js';
import { choicesOf, type ConflictChoice, type ConflictStep, type UsernameConflict } from './conflict.js';
import { HeldInvite } from './held.js';
import { ConflictHolder } from './holder.js';
import {
  CcConflictCheckRequestEvent,
  CcConflictHeldEvent,
  CcConflictResolvedEvent,
} from './username-conflict.events.js';
import { conflictStyles } from './username-conflict.styles.js';
import { conflictView } from './views.js';

export interface ConflictHost extends CcElement {
  step: ConflictStep;
  readonly conflict?: UsernameConflict;
  readonly invitationId?: string;
}

/** What a person does with a conflict: choose a way, go it, and come back to the same invite. */
export class ConflictFlow {
  readonly host: ConflictHost;
  readonly #text: StringsController<'usernameConflict'>;
  readonly #problems: StringsController<'problems'>;
  readonly #fields: StringsController<'fieldProblems'>;
  readonly #roles: StringsController<'roles'>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #names: StoreController<ReturnType<typeof createUsernameStore>>;
  readonly announce: AnnounceController;
  readonly username: UsernameController;
  readonly holder: ConflictHolder;
  readonly held: HeldInvite;
  choice: ConflictChoice | undefined;
  /** The name typed for this account. */
  typed = '';
  /** The other address. */
  email = '';
  fault: { field: 'choice' | 'username' | 'email'; text: string } | undefined;
  failure: CcError | Error | undefined;
  created: InvitationCreated | undefined;
  copied: boolean | undefined;
  #working = false;

  constructor(host: ConflictHost) {
    this.host = host;
    adoptLate(host.renderRoot, conflictStyles.flat());
    this.#text = new StringsController(host, 'usernameConflict', usernameConflict);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#fields = new StringsController(host, 'fieldProblems', fieldProblems);
    this.#roles = new StringsController(host, 'roles', roles);
    this.#account = new StoreController(host, createAccountStore);
    this.#names = new StoreController(host, createUsernameStore, { withoutAccount: true });
    this.announce = new AnnounceController(host);
    this.username = new UsernameController(host, {
      check: (username) =>
        host.conflict?.side === 'invitee' && this.choice === 'here'
          ? host.stores?.use(createAcceptanceStore).checkUsername(username)
          : this.names?.check(username),
      typed: () => (host.step === 'rename' ? this.holder.typed : this.typed),
      answered: () => {
        const { state } = this.username.state;
        if (state === 'free') this.announce.say(this.t.freeSaid({ username: this.#asked.trim() }));
      },
    });
    this.holder = new ConflictHolder(this);
    this.held = new HeldInvite(this);
  }

  get t() {
    return this.#text.t;
  }
  get problems() {
    return { ...this.#problems.t, ...this.#fields.t };
  }
  get roles() {
    return this.#roles.t;
  }
  get names() {
    return this.#names.store;
  }
  /** The account the invite is for. */
  get accountName(): string {
    const { conflict } = this.host;
    if (conflict?.side === 'invitee') return conflict.accountName;
    return this.#account.store?.$account.get().data?.name ?? '';
  }
  get busy(): boolean {
    return this.#working || this.holder.busy;
  }
  get failed(): boolean {
    return this.failure !== undefined || this.fault !== undefined || this.holder.failed;
  }
  /** The invite that is to go out: the one that was refused, or the one that waits. */
  get draft(): InvitationDraft | undefined {
    const { conflict } = this.host;
    return conflict?.side === 'inviter' ? conflict.draft : this.held.draft;
  }
  get choices(): readonly ConflictChoice[] {
    const { conflict } = this.host;
    if (conflict) return choicesOf(conflict);
    return this.held.draft ? ['here', 'other'] : [];
  }

  async start(): Promise<void> {
    const { conflict, invitationId } = this.host;
    this.set({ failure: undefined, fault: undefined, created: undefined, copied: undefined });
    this.username.forget();
    if (conflict) this.ask(conflict.side === 'inviter' ? conflict.draft.email : conflict.username);
    else if (invitationId) await this.held.load(invitationId);
    else await this.holder.startOwn();
  }

  /** Shows the ways. The quickest is chosen, and a name that is likely free stands in its field. */
  ask(name: string): void {
    const { conflict } = this.host;
    const offered = conflict?.side === 'invitee' ? conflict.suggestions?.[0] : undefined;
    this.set({ choice: this.choices[0], typed: offered ?? usernameCandidates(name)[0] ?? '', email: '' });
    this.host.step = 'choose';
    if (this.choice === 'here') this.username.changed();
  }

  choose(choice: ConflictChoice): void {
    this.set({ choice, fault: undefined, failure: undefined, copied: undefined });
    if (choice === 'here' && this.username.state.state === 'idle') this.username.changed();
  }

  type(typed: string): void {
    this.set({ typed, fault: undefined, failure: undefined });
    this.username.changed();
  }

  async take(typed: string): Promise<void> {
    this.type(typed);
    await this.focus('#username');
  }

  typeEmail(email: string): void {
    this.set({ email, fault: undefined, failure: undefined });
  }

  /** The big button of the choice. */
  async submit(): Promise<void> {
    const { conflict } = this.host;
    if (this.busy || !this.choice) return;
    this.set({ failure: undefined, fault: this.#faultOf() });
    if (this.fault) return this.focus(this.fault.field === 'email' ? '#email' : '#username');
    await this.work(() => (conflict?.side === 'invitee' ? this.#goOn() : this.#send()));
  }

  /** The invitee's page takes over with what was chosen; changing the old name comes first. */
  async #goOn(): Promise<void> {
    const { choice } = this;
    if (choice === 'there') return this.holder.startProof();
    if (choice === 'other') return this.copyNote();
    const username = choice === 'here' ? this.typed.trim() : undefined;
    await this.resolve({ choice: choice ?? 'here', username });
  }

  /** The invite goes out with another name or address, or waits. */
  async #send(): Promise<void> {
    const { draft, choice } = this;
    if (!draft || !choice) return;
    const { proposedUsername: _, onUsernameTaken: __, ...plain } = draft;
    const next: InvitationDraft = {
      ...plain,
      ...(choice === 'here' && { proposedUsername: this.typed.trim() }),
      ...(choice === 'there' && { onUsernameTaken: 'hold' }),
      ...(choice === 'other' && { email: canonicalEmail(this.email) ?? this.email }),
    };
    await this.resolve({ choice, draft: next });
  }

  /** Asks the host, continues, tells. What is refused stays as it was typed. */
  async resolve(input: {
    choice: ConflictChoice;
    draft?: InvitationDraft;
    username?: string;
    invitationId?: string;
  }): Promise<void> {
    const { host } = this;
    const accountId = host.stores?.accountId ?? '';
    const outcome = await perform(
      host,
      new CcConflictCheckRequestEvent({ accountId, input }),
      (asked) => this.#carryOut(asked),
      (sent) => {
        if (sent && 'url' in sent) this.created = sent as InvitationCreated;
        const invitation = sent && withoutLink(sent);
        if (invitation?.delivery === 'held') return new CcConflictHeldEvent({ accountId, invitation });
        return new CcConflictResolvedEvent({ ...{ accountId, invitation }, ...chosen(input) });
      },
      () => this.submit(),
    );
    if (outcome.state === 'failed') return this.#refuse(outcome.error, outcome.silent);
    if (outcome.state === 'vetoed') return;
    const sent = outcome.result;
    if (sent?.delivery === 'held') return this.held.show(sent);
    host.step = 'done';
    if (sent) this.announce.say(this.t.sentSaid);
    this.set({});
    await this.focus('.title');
  }

  async #carryOut(input: { draft?: InvitationDraft; invitationId?: string }) {
    if (input.invitationId) return this.held.release(input.invitationId);
    if (!input.draft) return undefined;
    await this.held.takeBack();
    const invites = this.host.stores?.use(createInviteStore);
    const [result] = (await invites?.send([input.draft])) ?? [];
    if (result?.status === 'failed') throw result.error;
    return result?.invitation;
  }

  async #refuse(error: CcError | Error, silent: boolean): Promise<void> {
    const about = isCcError(error) ? error.fields[0]?.pointer : undefined;
    if (isCcError(error, 'username-taken') || isCcError(error, 'username-invalid')) {
      const { suggestions = [] } = error.facts as { suggestions?: string[] };
      this.username.refuse(error.code, suggestions);
      this.set({ fault: { field: 'username', text: codeText(this.problems, error.code) } });
      return this.focus('#username');
    }
    if (about === '/email') {
      this.set({ fault: { field: 'email', text: codeText(this.problems, (error as CcError).code) } });
      return this.focus('#email');
    }
    this.set({ failure: silent ? undefined : error });
  }

  #faultOf(): ConflictFlow['fault'] {
    const { t, problems, choice } = this;
    if (choice === 'here') {
      const checked = checkUsername(this.typed.trim());
      const { state } = this.username;
      const code = checked.ok ? state.state === 'refused' && state.code : checked.code;
      const text = !this.typed.trim() ? t.usernameMissing : code && codeText(problems, code);
      return text ? { field: 'username', text } : undefined;
    }
    if (choice !== 'other' || this.host.conflict?.side === 'invitee') return undefined;
    const checked = checkEmail(this.email);
    return checked.ok ? undefined : { field: 'email', text: codeText(problems, checked.code) };
  }

  /** A text for the person on the other side, to be pasted wherever they talk. */
  async copy(text: string): Promise<void> {
    const copied = await copyNow(text);
    this.set({ copied });
    this.announce.say(copied ? this.t.copied : this.t.copyRefused, !copied);
  }

  copyNote(): Promise<void> {
    return this.copy(this.t.note({ account: this.accountName }));
  }

  /** One act at a time: a second press is no second attempt (I01). */
  async work(act: () => Promise<unknown>): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    this.set({});
    try {
      await act();
    } finally {
      this.#working = false;
      this.set({});
    }
  }

  set(change: Partial<Pick<ConflictFlow, Shown>>): void {
    Object.assign(this, change);
    this.host.requestUpdate();
  }

  async focus(selector: string): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  template(): TemplateResult {
    return conflictView(this);
  }

  get #asked(): string {
    return this.host.step === 'rename' ? this.holder.typed : this.typed;
  }
}

type Shown = 'choice' | 'typed' | 'email' | 'fault' | 'failure' | 'created' | 'copied';

function withoutLink<Sent extends { id: string }>(sent: Sent): Omit<Sent, 'url'> {
  const { url: _, ...invitation } = sent as Sent & { url?: string };
  return invitation;
}

function chosen({ choice, username }: { choice: ConflictChoice; username?: string }) {
  return username === undefined ? { choice } : { choice, username };
}
