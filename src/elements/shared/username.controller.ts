import type { ReactiveController } from 'lit';
import { isCcError, type UsernameAnswer } from '../../client/index.js';
import { checkUsername, cleanUsername } from '../../domain/index.js';
import { typing } from '../../stores/typing.js';
import type { CcElement } from '../base/cc-element.js';

/** What is known about the name that is being typed. */
export type UsernameState =
  | { readonly state: 'idle' | 'checking' | 'free' }
  | { readonly state: 'refused'; readonly code: string; readonly suggestions: readonly string[] };

interface Options {
  /** Asks the backend; undefined while there is none. */
  check(username: string): Promise<UsernameAnswer> | undefined;
  typed(): string;
  /** The answer is there. */
  answered(state: UsernameState): void;
}

/** Asks while somebody types whether a username is free (R49). What the act itself says counts more. */
export class UsernameController implements ReactiveController {
  readonly #host: CcElement;
  readonly #options: Options;
  #state: UsernameState = { state: 'idle' };
  #pause: ReturnType<typeof typing> | undefined;
  #round = 0;

  constructor(host: CcElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): UsernameState {
    return this.#state;
  }

  /** Somebody typed: what was known is about another name. */
  changed(): void {
    this.forget();
    const { clock } = this.#host.stores ?? {};
    if (!clock || !worthAsking(this.#options.typed())) return;
    this.#pause = typing(clock, () => void this.#ask());
    this.#show({ state: 'checking' });
    this.#pause.start();
  }

  /** The act found the name taken. */
  refuse(code: string, suggestions: readonly string[]): void {
    this.forget();
    this.#show({ state: 'refused', code, suggestions });
  }

  forget(): void {
    this.#round += 1;
    this.#pause?.stop();
    this.#show({ state: 'idle' });
  }

  hostDisconnected(): void {
    this.forget();
  }

  async #ask(): Promise<void> {
    const round = ++this.#round;
    const answer = await this.#answer();
    if (round !== this.#round) return;
    this.#show(answer);
    this.#options.answered(answer);
  }

  async #answer(): Promise<UsernameState> {
    try {
      const username = cleanUsername(this.#options.typed());
      const answer = await this.#options.check(username);
      if (!answer) return { state: 'idle' };
      if (answer.available) return { state: 'free' };
      return { state: 'refused', code: answer.code ?? 'username_taken', suggestions: answer.suggestions };
    } catch (error) {
      // A check that failed says nothing about the name: the act decides.
      if (!isCcError(error, 'username-invalid')) return { state: 'idle' };
      return { state: 'refused', code: error.code, suggestions: [] };
    }
  }

  #show(state: UsernameState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** A name that is wrong in form is no question for the server; whether an address is one's own, only it knows. */
function worthAsking(typed: string): boolean {
  const username = cleanUsername(typed);
  return username.includes('@') ? /@.+\../.test(username) : checkUsername(username).ok;
}
