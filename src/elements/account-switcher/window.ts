import type { CcElement } from '../base/cc-element.js';

/** Drawn above and below what is in view, so that a turn of the wheel meets no gap. */
const spare = 6;
/** Until the first option is drawn, and its height known. */
const guess = 48;

/** Which clients of the list are drawn: those in view and a few more; for the others there is room (W01). */
export class ListWindow {
  readonly #host: CcElement;
  readonly #look: (from: number, to: number) => void;
  #from = 0;
  #to = 20;
  #height = guess;
  /** A place that has to be in view once it is drawn. */
  #wanted: number | undefined;

  constructor(host: CcElement, look: (from: number, to: number) => void) {
    this.#host = host;
    this.#look = look;
  }

  get range(): { readonly from: number; readonly to: number } {
    return { from: this.#from, to: this.#to };
  }

  readonly onScroll = (): void => this.#follow();

  toTop(): void {
    this.#from = 0;
    this.#to = 20;
    const list = this.#list;
    if (list) list.scrollTop = 0;
  }

  /** Puts an option in view: `place` among all, and among the clients where it is one of them. */
  bringIntoView(place: number, client: number | undefined): void {
    this.#wanted = place;
    if (client === undefined || (client >= this.#from && client < this.#to)) return;
    const shown = this.#to - this.#from;
    this.#from = Math.max(0, client - Math.floor(shown / 2));
    this.#to = this.#from + shown;
    this.#look(this.#from, this.#to);
  }

  /** After drawing, with so many clients in all. */
  settle(count: number): void {
    const space = this.#host.renderRoot.querySelector<HTMLElement>('.window');
    if (space) {
      const option = space.querySelector<HTMLElement>('.option');
      if (option?.offsetHeight) this.#height = option.offsetHeight;
      space.style.setProperty('--_before', `${this.#from * this.#height}px`);
      space.style.setProperty('--_after', `${Math.max(0, count - this.#to) * this.#height}px`);
    }
    if (this.#wanted === undefined) return;
    const wanted = this.#host.renderRoot.querySelector<HTMLElement>(`#option-${this.#wanted}`);
    if (!wanted) return;
    this.#wanted = undefined;
    wanted.scrollIntoView({ block: 'nearest' });
  }

  #follow(): void {
    const list = this.#list;
    const space = list?.querySelector<HTMLElement>('.window');
    if (!list || !space) return;
    const above = list.getBoundingClientRect().top - space.getBoundingClientRect().top;
    const first = Math.floor(above / this.#height);
    const inView = Math.ceil(list.clientHeight / this.#height);
    const from = Math.max(0, first - spare);
    const to = Math.max(from + inView, first + inView + spare);
    // What is drawn already still covers the view.
    if (from >= this.#from && first + inView <= this.#to && this.#to - this.#from < 4 * (inView + spare)) {
      this.#look(from, to);
      return;
    }
    this.#from = from;
    this.#to = to;
    this.#look(from, to);
    this.#host.requestUpdate();
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.list');
  }
}
