import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cleanInviteToken } from '../../domain/index.js';

interface LinkHost extends ReactiveControllerHost {
  tokenSource: 'fragment' | 'property';
}

/** In the history entry, in place of the token: this page has done its work (A08). */
const mark = 'ccInviteAccepted';

/**
 * The token of the link that led here. It is taken out of the address before anything is drawn, so that neither
 * history nor Referer nor a look over the shoulder has it, and kept in memory only (A09, threat 12).
 */
export class LinkController implements ReactiveController {
  readonly #host: LinkHost;
  #token = '';

  constructor(host: LinkHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Repaired (A10), but not yet checked; empty when there is none. */
  get token(): string {
    return this.#token;
  }

  /** Came back to a page on which an invitation was accepted. */
  get wasAccepted(): boolean {
    return this.#host.tokenSource === 'fragment' && !this.#token && isMarked(history.state);
  }

  /** A link as somebody pasted it, or a token as a host handed it over. */
  use(link: string): void {
    this.#token = cleanInviteToken(link);
    this.#host.requestUpdate();
  }

  /** Leaves a sign for the back button, and nothing else. */
  accepted(): void {
    if (this.#host.tokenSource !== 'fragment') return;
    const before = isObject(history.state) ? history.state : {};
    history.replaceState({ ...before, [mark]: true }, '');
  }

  hostConnected(): void {
    if (!leadsToElement(location.hash)) this.#take();
    window.addEventListener('hashchange', this.#onHashChange);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  // A second link that is opened in the same tab changes the fragment and nothing else; so does a skip link.
  readonly #onHashChange = (): void => {
    if (location.hash.includes('cci_')) this.#take();
  };

  readonly #take = (): void => {
    const { hash, pathname, search } = location;
    if (this.#host.tokenSource !== 'fragment' || hash.length < 2) return;
    this.use(hash);
    const { [mark]: _, ...rest } = isObject(history.state) ? history.state : {};
    history.replaceState(Object.keys(rest).length > 0 ? rest : null, '', pathname + search);
  };
}

function leadsToElement(hash: string): boolean {
  return hash.length > 1 && document.getElementById(hash.slice(1)) !== null;
}

function isObject(state: unknown): state is Record<string, unknown> {
  return typeof state === 'object' && state !== null;
}

function isMarked(state: unknown): boolean {
  return isObject(state) && state[mark] === true;
}
