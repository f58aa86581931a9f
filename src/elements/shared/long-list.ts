import { render, type RootPart, type TemplateResult } from 'lit';
import { listLimits } from '../../domain/list-limits.js';
import type { CcElement } from '../base/cc-element.js';
import { adoptLate } from '../base/late-styles.js';
import { longListStyles } from './long-list.styles.js';

/** Rows drawn above and below what can be seen, so that a turn of the wheel finds them there. */
const spare = 6;
/** So close to the end of what is loaded the next rows are asked for. */
const ahead = 15;
/** While the scrollbar is dragged, what lies between is not asked for. */
const askMs = 40;
/** After the last movement the rows are put in the order in which they are read. */
const restMs = 120;

/** What a list is made of, asked for at the moment of drawing. */
export interface LongListSource<Item, View> {
  /** The part that is loaded. */
  readonly page: { readonly from: number; readonly shown: number; readonly total: number };
  /** Another one starts at its top, once it is answered. */
  readonly query: unknown;
  /** Another object with each answer. */
  readonly answer: unknown;
  /** A row by its place in the whole list, where it is loaded. */
  at(index: number): Item | undefined;
  /** Nothing new about the same row. */
  isSame(before: Item, now: Item): boolean;
  /** `index`: its place in the table, as it is told. */
  row(item: Item, view: View, index: number): TemplateResult;
  /** A row whose content is on the way. */
  waiting(view: View): TemplateResult;
  /** After rows were drawn: values that reach the styles. */
  drawn?(rows: HTMLElement): void;
  /** What hangs on a row would stay where it was. */
  moved(): void;
  goTo(from: number, size: number): Promise<unknown> | undefined;
}

/** One place for a row; it shows another item when its own has left the picture. */
interface Slot<Item> {
  readonly marker: Comment;
  index: number;
  part: RootPart | undefined;
  shown: Item | undefined;
  y: number;
}

/**
 * One long list in place of pages: a pool of real table rows that are bound anew when they leave the picture, like a
 * ring. Only the rows around the picture are asked for; the scrollbar can be dragged anywhere. The table has a
 * `tbody.virtual` inside a `.table-box` that scrolls.
 */
export class LongList<Item, View> {
  readonly #host: CcElement;
  readonly #source: LongListSource<Item, View>;
  #slots: Slot<Item>[] = [];
  #body: HTMLElement | undefined;
  #box: HTMLElement | undefined;
  #view: View | undefined;
  #height = 0;
  #density = '';
  #query = '';
  #resetAfter: unknown;
  #asked = -1;
  #frame = 0;
  #moving = false;
  #cancelAsk: (() => void) | undefined;
  #cancelRest: (() => void) | undefined;

  constructor(host: CcElement, source: LongListSource<Item, View>) {
    this.#host = host;
    this.#source = source;
    adoptLate(host.renderRoot, [longListStyles]);
  }

  /** Draws the rows anew, after the table around them was drawn. */
  drawn(view: View, base: number): void {
    const { renderRoot, settings } = this.#host;
    const body = renderRoot.querySelector<HTMLElement>('.virtual') ?? undefined;
    if (body !== this.#body) this.#begin(body);
    this.#view = view;
    if (!body || !this.#box) return;
    this.#base = base;
    this.#followQuery();
    const density = settings.density ?? '';
    if (density !== this.#density) this.#height = 0;
    this.#density = density;
    // While it moves, who stands where they stood is not drawn again; what else has changed is drawn at rest.
    this.#settle(!this.#moving);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#cancelAsk?.();
    this.#cancelRest?.();
    this.#begin(undefined);
  }

  /** Index of the first row among all of the table, as it is told (`aria-rowindex`). */
  #base = 0;

  #begin(body: HTMLElement | undefined): void {
    this.#box?.removeEventListener('scroll', this.#onScroll);
    this.#box?.removeEventListener('keydown', this.#onKey);
    this.#slots = [];
    this.#height = 0;
    this.#body = body;
    this.#box = body?.closest<HTMLElement>('.table-box') ?? undefined;
    this.#box?.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#box?.addEventListener('keydown', this.#onKey);
  }

  /** Another question starts at its top, once it is answered. */
  #followQuery(): void {
    const { query, answer } = this.#source;
    const now = JSON.stringify(query);
    if (this.#query !== now) {
      this.#resetAfter = this.#query === '' ? undefined : answer;
      this.#query = now;
    } else if (this.#resetAfter && this.#resetAfter !== answer) {
      this.#resetAfter = undefined;
      this.#asked = -1;
      this.#box?.scrollTo({ top: 0 });
    }
  }

  readonly #onScroll = (): void => {
    this.#moving = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#source.moved();
      this.#settle(false);
    });
  };

  /** Focus moves on in the order of the tree. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.#order();
  };

  /** Binds the rows that have come into the picture; all of them where what they show may have changed. */
  #settle(everything: boolean): void {
    const [body, box] = [this.#body, this.#box];
    if (!body || !box || !this.#view) return;
    const { total } = this.#source.page;
    if (this.#height === 0) this.#measure(body);
    const height = this.#height;
    const top = Math.max(0, box.scrollTop - body.offsetTop);
    const first = Math.max(0, Math.min(total - 1, Math.floor(top / height)) - spare);
    const last = Math.min(total, Math.ceil((top + box.clientHeight) / height) + spare);
    this.#bind(body, first, last, everything);
    this.#place(body, height, total);
    this.#ask(first, last, total);
    this.#restLater();
  }

  /** A row of the real height tells what the styles make of it here. */
  #measure(body: HTMLElement): void {
    this.#bind(body, 0, Math.min(1, this.#source.page.total), true);
    const height = rowOf(this.#slots[0])?.getBoundingClientRect().height ?? 0;
    this.#height = height > 0 ? height : 52;
  }

  #bind(body: HTMLElement, first: number, last: number, everything: boolean): void {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const here = new Map<number, Slot<Item>>();
    const free: Slot<Item>[] = [];
    for (const slot of this.#slots) {
      // Who works in a row keeps it, wherever the list is scrolled to.
      const kept = rowOf(slot)?.contains(activeElement) && slot.index < this.#source.page.total;
      if ((slot.index >= first && slot.index < last) || kept) here.set(slot.index, slot);
      else free.push(slot);
    }
    for (let index = first; index < last; index += 1) {
      const slot = here.get(index) ?? free.pop() ?? this.#newSlot(body);
      // What is known stays, also while others are loaded.
      const shown = this.#source.at(index) ?? (slot.index === index ? slot.shown : undefined);
      if (!everything && slot.index === index && this.#isSame(slot.shown, shown)) continue;
      slot.index = index;
      this.#draw(slot, shown);
    }
    if (everything) {
      for (const slot of here.values()) {
        if (slot.index < first || slot.index >= last)
          this.#draw(slot, this.#source.at(slot.index) ?? slot.shown);
      }
    }
    for (const slot of free) this.#drop(slot);
    this.#source.drawn?.(body);
  }

  #isSame(before: Item | undefined, now: Item | undefined): boolean {
    return before && now ? this.#source.isSame(before, now) : before === now;
  }

  #newSlot(body: HTMLElement): Slot<Item> {
    const slot: Slot<Item> = {
      marker: document.createComment(''),
      index: -1,
      part: undefined,
      shown: undefined,
      y: -1,
    };
    body.append(slot.marker);
    this.#slots.push(slot);
    return slot;
  }

  /** Beyond the pool: a row less where the picture has become smaller, or the list shorter. */
  #drop(slot: Slot<Item>): void {
    slot.part?.setConnected(false);
    for (const node of nodesOf(slot)) node.remove();
    this.#slots.splice(this.#slots.indexOf(slot), 1);
  }

  #draw(slot: Slot<Item>, shown: Item | undefined): void {
    const [body, view] = [this.#body, this.#view];
    if (!body || !view) return;
    slot.shown = shown;
    slot.y = -1;
    const source = this.#source;
    const rendered = shown ? source.row(shown, view, this.#base + slot.index) : source.waiting(view);
    slot.part = render(rendered, body, { renderBefore: slot.marker, host: this.#host });
  }

  /** Every row at its place; what is told under one pushes down those below it. */
  #place(body: HTMLElement, height: number, total: number): void {
    let pushed = 0;
    for (const slot of this.#slots.toSorted((one, other) => one.index - other.index)) {
      const tr = rowOf(slot);
      const y = slot.index * height + pushed;
      const note = tr?.nextElementSibling;
      const told = note instanceof HTMLElement && note.matches('.note') ? note : undefined;
      if (tr && slot.y !== y) {
        slot.y = y;
        tr.style.translate = `0 ${y}px`;
      }
      if (!told) continue;
      told.style.translate = `0 ${y + height}px`;
      pushed += told.offsetHeight;
    }
    const length = `${total * height + pushed}px`;
    if (body.style.blockSize !== length) body.style.blockSize = length;
  }

  /** Asks for the rows around the picture where they are not loaded, or soon won't be enough. */
  #ask(first: number, last: number, total: number): void {
    const { from, shown } = this.#source.page;
    const until = from + shown;
    const before = from === 0 || first - from >= ahead;
    const after = until >= total || until - last >= ahead;
    if (first >= from && last <= until && before && after) return;
    const size = listLimits.pageSizeMax;
    const middle = Math.round((first + last) / 2 - size / 2);
    const wanted = Math.max(0, Math.min(middle, total - size));
    if (wanted === this.#asked || (wanted === from && shown >= Math.min(size, total))) return;
    this.#cancelAsk?.();
    this.#cancelAsk = this.#host.stores?.clock.after(askMs, () => {
      this.#asked = wanted;
      void this.#source.goTo(wanted, size)?.then(() => (this.#asked = -1));
    });
  }

  #restLater(): void {
    this.#cancelRest?.();
    this.#cancelRest = this.#host.stores?.clock.after(restMs, () => {
      if (this.#moving) {
        this.#moving = false;
        this.#settle(true);
      }
      this.#order();
    });
  }

  /** The order of the tree is the order of the list; the row with focus stays where it is, or it would lose it. */
  #order(): void {
    const body = this.#body;
    if (!body) return;
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const sorted = this.#slots.toSorted((one, other) => one.index - other.index);
    const still = sorted.findIndex((slot) => rowOf(slot)?.contains(activeElement));
    const anchor = still >= 0 ? nodesOf(sorted[still] as Slot<Item>)[0] : undefined;
    const put = (slots: readonly Slot<Item>[], before: Node | null): void => {
      let next = before;
      for (const slot of slots.toReversed()) {
        const nodes = nodesOf(slot);
        if (slot.marker.nextSibling !== next) for (const node of nodes) body.insertBefore(node, next);
        next = nodes[0] ?? next;
      }
    };
    if (anchor) put(sorted.slice(0, still), anchor);
    put(sorted.slice(still + 1), null);
    this.#slots = sorted;
  }
}

/** Everything that is drawn for a place, its marker included. */
function nodesOf({ marker, part }: Slot<unknown>): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (
    let node = part?.startNode as ChildNode | null | undefined;
    node && node !== marker;
    node = node.nextSibling
  )
    nodes.push(node);
  return [...nodes, marker];
}

function rowOf(slot: Slot<unknown> | undefined): HTMLElement | null {
  const nodes = slot ? nodesOf(slot) : [];
  return (nodes.find((node) => node instanceof HTMLTableRowElement) as HTMLElement | undefined) ?? null;
}
