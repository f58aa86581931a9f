import type { ReactiveController } from 'lit';
import { isCcError, type CcError, type InvitationPreview } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { CredentialFields } from '../../controllers/credential-fields.js';
import {
  checkName,
  checkPassword,
  checkUsername,
  cleanTotpCode,
  cleanUsername,
  type PasswordContext,
} from '../../domain/index.js';
import type { ProblemValues } from '../../i18n/problem-texts.js';
import type { Strings } from '../../i18n/strings.js';
import type { AcceptanceForm, AcceptanceStore } from '../../stores/acceptance.js';
import type { CcElement } from '../base/cc-element.js';
import { codeText, type ProblemTexts } from '../base/problem-text.js';
import { UsernameController } from '../shared/username.controller.js';
import { strengthOf, type Strength } from './strength.js';

/** How somebody comes in: with a new login, or with the one they are signed in with. */
export type Way = 'new' | 'existing';

interface Options {
  readonly fields: CredentialFields;
  readonly announce: AnnounceController;
  store(): AcceptanceStore | undefined;
  preview(): InvitationPreview | undefined;
  /** What the deployment knows about itself. */
  policy(): { readonly min: number; readonly productName: string | undefined };
  words(): { readonly t: Strings['acceptInvite']; readonly problems: ProblemTexts };
}

/** In the order they are drawn. */
const order = ['code', 'username', 'password', 'name'] as const;
type Field = (typeof order)[number];

const pointers: Readonly<Record<string, Field>> = {
  '/emailCode': 'code',
  '/username': 'username',
  '/password': 'password',
  '/name': 'name',
};

/** What somebody types to accept, checked here as the server checks it, and the mistakes at their fields. */
export class FormController implements ReactiveController {
  readonly username: UsernameController;
  name = '';
  nameError: string | undefined;
  /** The server asked for the code where the preview did not say so. */
  codeAsked = false;
  readonly #host: CcElement;
  readonly #options: Options;

  constructor(host: CcElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.username = new UsernameController(host, {
      check: (username) => options.store()?.checkUsername(username),
      typed: () => options.fields.value('username'),
      answered: () => {
        this.#answered();
      },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.name = '';
  }

  get needsCode(): boolean {
    return this.codeAsked || (this.#options.preview()?.emailCodeRequired ?? false);
  }

  get strength(): Strength {
    const { fields, policy } = this.#options;
    return strengthOf(fields.value('password'), this.#context, policy().min);
  }

  /** Fields with a mistake, in reading order. */
  get faults(): readonly Field[] {
    return order.filter((field) => this.#error(field) !== undefined);
  }

  /** Somebody typed in a field. */
  changed(field: string, way: Way): void {
    this.#fail(field as Field, undefined);
    if (way === 'new' && field === 'username') this.username.changed();
    this.#host.requestUpdate();
  }

  typeName(name: string): void {
    this.name = name;
    this.#fail('name', undefined);
  }

  /** Takes one of the names that are free (R49). */
  async take(username: string): Promise<void> {
    const { fields } = this.#options;
    fields.set('username', username);
    this.changed('username', 'new');
    await this.focus('username');
  }

  /** What is sent, or undefined when there are mistakes, which are shown and focused. */
  async check(way: Way): Promise<AcceptanceForm | undefined> {
    const form: AcceptanceForm = {
      ...(this.needsCode && { emailCode: this.#checkCode() }),
      ...(way === 'new' && this.#checkPerson()),
    };
    await this.#host.updateComplete;
    if (this.faults.length === 0) return form;
    await this.focus(this.faults[0] ?? 'username');
    return undefined;
  }

  /** Shows a refusal at the field it is about; false if it is about none. */
  async refuse(error: CcError | Error): Promise<boolean> {
    if (!isCcError(error)) return false;
    const { problems, t } = this.#options.words();
    if (error.kind === 'email-code-required' || error.kind === 'email-unverified') {
      this.codeAsked = true;
      this.#fail('code', t.codeFirst);
    }
    if (isCcError(error, 'username-taken')) this.username.refuse(error.code, error.facts.suggestions ?? []);
    for (const { pointer, code } of error.fields) {
      const field = pointers[pointer];
      if (field) this.#fail(field, codeText(problems, code, error.facts as ProblemValues));
    }
    const [first] = this.faults;
    if (first) await this.focus(first);
    return first !== undefined;
  }

  async focus(field: string): Promise<void> {
    await this.#host.updateComplete;
    if (field === 'name') this.#host.renderRoot.querySelector<HTMLElement>('#name')?.focus();
    else this.#options.fields.focus(field);
  }

  #checkCode(): string {
    const { fields, words } = this.#options;
    const { t } = words();
    const typed = fields.value('code');
    const checked = cleanTotpCode(typed);
    const right = checked.ok && checked.value.kind === 'totp';
    const missing = this.#options.store()?.$acceptance.get().step === 'open' && !this.#codeSent;
    this.#fail(
      'code',
      right ? undefined : typed.trim() ? t.codeFormat : missing ? t.codeFirst : t.codeMissing,
    );
    return right ? checked.value.code : '';
  }

  #checkPerson(): AcceptanceForm {
    const { fields, words, policy } = this.#options;
    const { t, problems } = words();
    const username = cleanUsername(fields.value('username'));
    // Whether an address is the invited one only the server knows: the page sees it masked (R46, R50).
    const named = username.includes('@') ? ({ ok: true } as const) : checkUsername(username);
    this.#fail(
      'username',
      !username ? t.usernameMissing : named.ok ? this.#refusedName : codeText(problems, named.code),
    );
    const password = fields.value('password');
    const secret = checkPassword(password, this.#context);
    const short = this.strength.length < policy().min;
    const passwordCode = short ? 'password_too_short' : secret.ok ? undefined : secret.code;
    this.#fail('password', !password ? t.passwordMissing : passwordCode && codeText(problems, passwordCode));
    const shown = this.name.trim() ? checkName(this.name) : undefined;
    this.#fail('name', shown?.ok === false ? codeText(problems, shown.code) : undefined);
    return { username, password, ...(shown?.ok && { name: shown.value }) };
  }

  /** What the live check found out, if it was a refusal. */
  get #refusedName(): string | undefined {
    const { state } = this.username;
    return state.state === 'refused' ? codeText(this.#options.words().problems, state.code) : undefined;
  }

  get #context(): PasswordContext {
    const { fields, preview, policy } = this.#options;
    const { accountName, mfaRequired } = preview() ?? {};
    const { productName } = policy();
    return { mfaRequired, accountName, productName, username: fields.value('username') };
  }

  get #codeSent(): boolean {
    const state = this.#options.store()?.$acceptance.get();
    return state?.step === 'open' && state.codeSent;
  }

  #answered(): void {
    const { announce, fields, words } = this.#options;
    const { state } = this.username.state;
    if (state === 'free') announce.say(words().t.freeSaid({ username: fields.value('username').trim() }));
    if (state !== 'refused') return;
    this.#fail('username', this.#refusedName);
    announce.say(this.#refusedName ?? '');
  }

  #error(field: Field): string | undefined {
    return field === 'name' ? this.nameError : this.#options.fields.error(field);
  }

  #fail(field: Field, text: string | undefined): void {
    if (field === 'name') this.nameError = text;
    else this.#options.fields.setError(field, text);
    this.#host.requestUpdate();
  }
}
