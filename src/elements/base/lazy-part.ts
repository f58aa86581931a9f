import type { ReactiveControllerHost } from 'lit';

type PartHost = ReactiveControllerHost & { readonly isConnected: boolean };

/**
 * A part of an element that is fetched beside it, so that the first picture does not wait for its code. The host
 * is drawn again when the part is there, and when it could not be fetched.
 *
 * @example
 * readonly #list = new LazyPart(this, async () => new (await import('./list.js')).RosterList(this));
 * // in render: this.#list.part?.template() ?? skeleton()
 */
export class LazyPart<Part> {
  readonly #host: PartHost;
  readonly #fetch: () => Promise<Part>;
  #coming: Promise<Part> | undefined;
  #part: Part | undefined;
  #unreachable = false;

  constructor(host: PartHost, fetch: () => Promise<Part>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get part(): Part | undefined {
    return this.#part;
  }

  /** The last attempt failed: the page is offline, or a newer version has replaced the file. */
  get unreachable(): boolean {
    return this.#unreachable;
  }

  /** Fetched on the first call, and again after a failure; resolves once the host is drawn with it. */
  get(): Promise<Part> {
    return (this.#coming ??= this.#bring());
  }

  /** Fetches it without waiting; a failure shows in `unreachable`. */
  start(): void {
    this.get().catch(() => undefined);
  }

  /** Fetches it unless that has failed: then the person decides when to try again. */
  startOnce(): void {
    if (!this.#unreachable) this.start();
  }

  async #bring(): Promise<Part> {
    try {
      this.#part = await this.#fetch();
      this.#unreachable = false;
    } catch (error) {
      this.#coming = undefined;
      this.#unreachable = true;
      throw error;
    } finally {
      // Who has left the page meanwhile is drawn when it comes back.
      if (this.#host.isConnected) this.#host.requestUpdate();
    }
    await this.#host.updateComplete;
    return this.#part;
  }
}
