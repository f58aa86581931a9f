import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Announcer, Settings } from '../context/keys.js';
import { LiveAnnouncer } from './announcer.js';

/** An element that can be heard: CcElement is one. */
export interface AnnounceHost extends ReactiveControllerHost {
  readonly settings: Settings;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Says things to assistive technology through the provider's live regions, or its own without a provider. */
export class AnnounceController implements ReactiveController, Announcer {
  readonly #host: AnnounceHost;
  // Who speaks inside a dialog must stop there, even if the provider is out of reach by then.
  readonly #entered = new Map<HTMLElement, Announcer>();
  #own: LiveAnnouncer | undefined;

  constructor(host: AnnounceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** `urgent` interrupts: only when work is blocked. */
  say(text: string, urgent = false): void {
    this.#announcer.say(text, urgent);
  }

  enter(dialog: HTMLElement): void {
    const announcer = this.#announcer;
    this.#entered.set(dialog, announcer);
    announcer.enter(dialog);
  }

  leave(dialog: HTMLElement): void {
    this.#entered.get(dialog)?.leave(dialog);
    this.#entered.delete(dialog);
  }

  hostDisconnected(): void {
    this.#own?.dispose();
    this.#own = undefined;
  }

  get #announcer(): Announcer {
    const { announcer } = this.#host.settings;
    return announcer ?? (this.#own ??= new LiveAnnouncer(this.#host.renderRoot as ShadowRoot));
  }
}
