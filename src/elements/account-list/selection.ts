import type { AccountListItem } from '../../client/index.js';
import type { CcElement } from '../base/cc-element.js';
import { CcSelectionChangedEvent } from '../shared/list.events.js';

/** Which accounts a person has selected, over all pages. */
export class Selection {
  readonly #host: CcElement;
  #ids: ReadonlySet<string> = new Set();
  #last: string | undefined;

  constructor(host: CcElement) {
    this.#host = host;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** One row; with Shift, all from the row pressed before. */
  toggle(item: AccountListItem, items: readonly AccountListItem[], range: boolean): void {
    const on = !this.#ids.has(item.id);
    const at = items.findIndex(({ id }) => id === item.id);
    const from = range ? items.findIndex(({ id }) => id === this.#last) : -1;
    const between = from < 0 ? [item] : items.slice(Math.min(from, at), Math.max(from, at) + 1);
    this.#last = item.id;
    this.set(between, on);
  }

  /** Adds these accounts, or takes them out. */
  set(items: readonly AccountListItem[], on: boolean): void {
    const ids = new Set(this.#ids);
    for (const { id } of items) {
      if (on) ids.add(id);
      else ids.delete(id);
    }
    this.#change(ids);
  }

  clear(): void {
    this.#change(new Set());
  }

  #change(ids: ReadonlySet<string>): void {
    this.#ids = ids;
    const accountId = this.#host.stores?.accountId ?? '';
    this.#host.dispatchEvent(new CcSelectionChangedEvent({ accountId, ids: [...ids] }));
    this.#host.requestUpdate();
  }
}
