import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageClock } from '../../client/clock.js';
import { isCcError } from '../../client/index.js';
import type { StoreHost } from '../../controllers/store.controller.js';

/**
 * Waits where the backend says when it makes sense to try again. Counted from the moment the answer arrived, not
 * by the backend's clock (N10).
 */
export class PauseController implements ReactiveController {
  readonly #host: ReactiveControllerHost & StoreHost;
  readonly #over: () => void;
  #until: Date | undefined;
  #stop = () => undefined as void;

  constructor(host: ReactiveControllerHost & StoreHost, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Until when; undefined when there is nothing to wait for. */
  get until(): Date | undefined {
    return this.#until;
  }

  /** Starts waiting if this failure asks for it. */
  start(error: unknown): boolean {
    if (!isCcError(error) || !error.retryAfter) return false;
    if (error.kind !== 'rate-limited' && error.kind !== 'factor-locked') return false;
    const { clock } = this.#host.stores ?? { clock: pageClock };
    this.#stop();
    this.#until = new Date(clock.now().getTime() + error.retryAfter * 1000);
    this.#stop = clock.after(error.retryAfter * 1000, () => {
      this.#until = undefined;
      this.#over();
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
    return true;
  }

  hostDisconnected(): void {
    this.#stop();
    this.#until = undefined;
  }
}
