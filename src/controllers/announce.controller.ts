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
    this.#announcer.enter(dialog);
  }

  leave(dialog: HTMLElement): void {
    this.#announcer.leave(dialog);
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
