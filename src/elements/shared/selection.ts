import type { CcElement } from '../base/cc-element.js';
import { CcSelectionChangedEvent } from './list.events.js';

/** Which rows of a list a person has selected, over all pages. */
export class Selection<Item extends { readonly id: string }> {
  readonly #host: CcElement;
  #items: ReadonlyMap<string, Item> = new Map();
  #ids: ReadonlySet<string> = new Set();
  #last: string | undefined;

  constructor(host: CcElement) {
    this.#host = host;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** As they were when they were selected, in that order. */
  get items(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** One row; with Shift, all from the row pressed before. */
  toggle(item: Item, items: readonly Item[], range: boolean): void {
    const on = !this.#ids.has(item.id);
    const at = items.findIndex(({ id }) => id === item.id);
    const from = range ? items.findIndex(({ id }) => id === this.#last) : -1;
    const between = from < 0 ? [item] : items.slice(Math.min(from, at), Math.max(from, at) + 1);
    this.#last = item.id;
    this.set(between, on);
  }

  /** Adds these rows, or takes them out. */
  set(items: readonly Item[], on: boolean): void {
    const next = new Map(this.#items);
    for (const item of items) {
      if (on) next.set(item.id, item);
      else next.delete(item.id);
    }
    this.#change(next);
  }

  clear(): void {
    this.#change(new Map());
  }

  #change(items: ReadonlyMap<string, Item>): void {
    this.#items = items;
    this.#ids = new Set(items.keys());
    const accountId = this.#host.stores?.accountId ?? '';
    this.#host.dispatchEvent(new CcSelectionChangedEvent({ accountId, ids: [...this.#ids] }));
    this.#host.requestUpdate();
  }
}
