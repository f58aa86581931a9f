import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells which widths an element's box has fallen below, and draws the element again when that changes. */
export class WidthController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #limits: readonly number[];
  #resizes: ResizeObserver | undefined;
  #width = Infinity;

  /** `limits`: the widths that make a difference, in CSS pixels. */
  constructor(host: ReactiveControllerHost & Element, ...limits: number[]) {
    this.#host = host;
    this.#limits = limits;
    host.addController(this);
  }

  below(limit: number): boolean {
    return this.#width < limit;
  }

  hostConnected(): void {
    this.#resizes = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? Infinity;
      // In the next frame: another height at once would be a size change that nobody is told of.
      requestAnimationFrame(() => this.#settle(width));
    });
    this.#resizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
  }

  #settle(width: number): void {
    const crossed = this.#limits.some((limit) => width < limit !== this.below(limit));
    this.#width = width;
    if (crossed) this.#host.requestUpdate();
  }
}
