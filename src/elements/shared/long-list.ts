import { render } from 'lit';
import { listLimits } from '../../domain/list-limits.js';
import type { CcElement } from '../base/cc-element.js';
import { adoptLate } from '../base/late-styles.js';
import { newSlot, nodesOf, place, type Range, type Slot } from './long-list-slot.js';
import type { LongListSource } from './long-list-source.js';
import { longListStyles } from './long-list.styles.js';

/** Rows drawn above and below what can be seen, so that a turn of the wheel finds them there. */
const spare = 8;
/** When no more than so many of them are left, the next are drawn: several at once cost little more than one. */
const reserve = 1;
/** So close to the end of what is loaded the next rows are asked for. */
const ahead = 15;
/** While the scrollbar is dragged, what lies between is not asked for. */
const askMs = 40;
/** After the last movement the rows are put in the order in which they are read. */
const restMs = 120;

/**
 * One long list in place of pages: a pool of real table rows that are bound anew when they leave the picture, like a
 * ring. Only the rows around the picture are asked for; the scrollbar can be dragged anywhere. The table has a
 * `tbody.virtual` inside a `.table-box` that scrolls.
 */
export class LongList<Item, View> {
  readonly #host: CcElement;
  readonly #source: LongListSource<Item, View>;
  /** In the picture and around it. */
  #slots: Slot<Item>[] = [];
  /** Taken out of the page until they are needed. */
  #parked: Slot<Item>[] = [];
  #waiting = newSlot<Item>();
  #body: HTMLElement | undefined;
  #box: HTMLElement | undefined;
  #view: View | undefined;
  #edition = 0;
  /** Height of what is told under rows. */
  #pushed = 0;
  #first = -1;
  #last = -1;
  #height = 0;
  #density = '';
  #query = '';
  #resetAfter: unknown;
  /** The first row of what is about to be asked for, and of what was. */
  #due = -1;
  #asked = -1;
  #frame = 0;
  #moving = false;
  #stirred = false;
  /** Rows around the picture show what has changed since. */
  #behind = false;
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
    const before = this.#view;
    const same = before && base === this.#base && this.#source.isSameView?.(before, view);
    if (!same) this.#edition += 1;
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
    this.#frame = 0;
    this.#cancelAsk?.();
    this.#due = -1;
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    this.#begin(undefined);
  }

  /** Index of the first row among all of the table, as it is told (`aria-rowindex`). */
  #base = 0;

  #begin(body: HTMLElement | undefined): void {
    this.#box?.removeEventListener('scroll', this.#onScroll);
    this.#box?.removeEventListener('keydown', this.#onKey);
    this.#slots = [];
    this.#parked = [];
    this.#waiting = newSlot();
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
    this.#later(() => {
      this.#source.moved();
      const { first, last } = this.#around(this.#picture, reserve);
      if (this.#behind || first < this.#first || last > this.#last) this.#settle(this.#behind);
      else this.#restLater();
    });
  };

  /** With the next picture, once. */
  #later(work: () => void): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#body && this.#box && this.#view) work();
    });
  }

  /** Focus moves on in the order of the tree. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.#order();
  };

  /** The rows that can be seen. */
  get #picture(): Range {
    const [body, box] = [this.#body as HTMLElement, this.#box as HTMLElement];
    const { total } = this.#source.page;
    const top = box.scrollTop - body.offsetTop;
    const first = Math.min(Math.max(0, Math.floor(top / this.#height)), total - 1);
    return { first, last: Math.min(total, Math.ceil((top + box.clientHeight) / this.#height)) };
  }

  /** Those and so many above and below; always as many, so that none is put in and taken out again. */
  #around({ first }: Range, more: number): Range {
    const count = Math.ceil((this.#box?.clientHeight ?? 0) / this.#height) + 1;
    return {
      first: Math.max(0, first - more),
      last: Math.min(this.#source.page.total, first + count + more),
    };
  }

  /**
   * Binds the rows that have come into the picture; all of them where what they show may have changed. Where that is
   * much, those in the picture come first; `around`: those around it as well.
   */
  #settle(everything: boolean, around = false): void {
    const body = this.#body;
    if (!body || !this.#box || !this.#view) return;
    const { total } = this.#source.page;
    if (this.#height === 0) this.#measure(body, total);
    // Before it is asked what can be seen: the box is as high as its rows, up to a point.
    this.#stretch(body, total);
    const picture = this.#picture;
    let all = this.#around(picture, spare);
    const seen = around ? all : picture;
    // Rows have to be made.
    const few = this.#slots.length + this.#parked.length < (all.last - all.first) / 2;
    if (few && !around) all = seen;
    const { first, last } = all;
    [this.#first, this.#last] = [first, last];
    this.#behind = few && !around;
    this.#bind(body, all, everything, seen);
    if (this.#behind) this.#later(() => this.#later(() => this.#settle(true, true)));
    this.#pushed = place(this.#slots, this.#height);
    this.#stretch(body, total);
    this.#ask(first, last, total);
    this.#restLater();
  }

  /** A row of the real height tells what the styles make of it here. */
  #measure(body: HTMLElement, total: number): void {
    this.#bind(body, { first: 0, last: Math.min(1, total) }, true);
    const height = this.#slots[0]?.row?.getBoundingClientRect().height ?? 0;
    this.#height = height > 0 ? height : 52;
  }

  #bind(body: HTMLElement, { first, last }: Range, everything: boolean, seen?: Range): void {
    const { total } = this.#source.page;
    const working = this.#working;
    const here = new Map<number, Slot<Item>>();
    const free: Slot<Item>[] = [];
    for (const slot of this.#slots) {
      // Who works in a row keeps it, wherever the list is scrolled to.
      const kept = slot === working && slot.index < total;
      if ((slot.index >= first && slot.index < last) || kept) here.set(slot.index, slot);
      else free.push(slot);
    }
    const draw = (index: number): boolean => {
      const known = here.get(index);
      // What is known stays, also while others are loaded.
      const item = this.#source.at(index) ?? known?.shown;
      if (item) {
        const slot = known ?? this.#take(free, body);
        here.set(index, slot);
        const same = slot.index === index && slot.shown && this.#source.isSame(slot.shown, item);
        const upToDate = same && (!everything || slot.edition === this.#edition);
        const hidden = seen && (index < seen.first || index >= seen.last);
        // Nobody sees that it is behind: with the next picture.
        if (!upToDate && hidden && known?.shown && known !== working) this.#behind = true;
        else if (!upToDate) this.#draw(slot, index, item);
      }
      return item !== undefined;
    };
    const unknown: number[] = [];
    for (let index = first; index < last; index += 1) if (!draw(index)) unknown.push(index);
    if (everything && working && (working.index < first || working.index >= last)) draw(working.index);
    // Those that are not needed while others are on their way stay where they are, outside the picture.
    for (const [order, slot] of free.entries()) {
      if (order < unknown.length && this.#source.at(slot.index)) here.set(slot.index, slot);
      else this.#park(slot, last - first);
    }
    this.#slots = [...here.values()];
    this.#wait(body, unknown);
    this.#source.drawn?.(body);
  }

  /** The row with focus. */
  get #working(): Slot<Item> | undefined {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (!activeElement || !this.#body?.contains(activeElement)) return undefined;
    return this.#slots.find(({ row, note }) => row?.contains(activeElement) || note?.contains(activeElement));
  }

  /** A row for another item: one that has left the picture, one that was parked, or a new one. */
  #take(free: Slot<Item>[], body: HTMLElement): Slot<Item> {
    const slot = free.pop() ?? this.#parked.pop() ?? newSlot<Item>();
    if (slot.marker.parentNode === slot.rest) body.append(slot.rest);
    return slot;
  }

  /** Out of the page; kept for later unless there are enough. */
  #park(slot: Slot<Item>, most: number): void {
    slot.rest.append(...nodesOf(slot));
    slot.index = -1;
    if (this.#parked.length < most) this.#parked.push(slot);
    else slot.part?.setConnected(false);
  }

  #draw(slot: Slot<Item>, index: number, item: Item): void {
    const [body, view] = [this.#body, this.#view];
    if (!body || !view) return;
    Object.assign(slot, { index, shown: item, edition: this.#edition, y: -1 });
    const rendered = this.#source.row(item, view, this.#base + index);
    slot.part = render(rendered, body, { renderBefore: slot.marker, host: this.#host });
    const elements = nodesOf(slot).filter((node) => node instanceof HTMLElement);
    slot.row = elements.find((element) => element.localName === 'tr');
    slot.note = elements.find((element) => element.matches('.note'));
  }

  /** Rows whose content is on the way are one block, however many fly by. */
  #wait(body: HTMLElement, unknown: readonly number[]): void {
    const [view, slot] = [this.#view, this.#waiting];
    const [from = -1] = unknown;
    const count = unknown.filter((index, at) => index === from + at).length;
    if (!view || (count === 0 && slot.index < 0)) return;
    if (slot.index < 0) body.prepend(slot.rest);
    if (count > 0 && slot.edition !== this.#edition) {
      slot.part = render(this.#source.waiting(view), body, { renderBefore: slot.marker, host: this.#host });
      Object.assign(slot, { edition: this.#edition, row: slot.marker.previousElementSibling });
    }
    slot.index = from;
    if (count === 0) return slot.rest.append(...nodesOf(slot));
    const { style } = slot.row as HTMLElement;
    style.insetBlockStart = `${from * this.#height}px`;
    style.blockSize = `${count * this.#height}px`;
  }

  #stretch(body: HTMLElement, total: number): void {
    const length = `${total * this.#height + this.#pushed}px`;
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
    if (wanted === this.#due) return;
    this.#due = wanted;
    this.#cancelAsk?.();
    this.#cancelAsk = this.#host.stores?.clock.after(askMs, () => {
      this.#due = -1;
      this.#asked = wanted;
      void this.#source.goTo(wanted, size)?.then(() => (this.#asked = -1));
    });
  }

  #restLater(): void {
    this.#stirred = this.#cancelRest !== undefined;
    this.#cancelRest ??= this.#host.stores?.clock.after(restMs, () => {
      this.#cancelRest = undefined;
      // It has gone on meanwhile: one timer serves a whole movement.
      if (this.#stirred) return this.#restLater();
      if (this.#moving || this.#behind) {
        this.#moving = false;
        this.#settle(true, true);
      }
      this.#order();
    });
  }

  /** The order of the tree is the order of the list; the row with focus stays where it is, or it would lose it. */
  #order(): void {
    const body = this.#body;
    if (!body) return;
    const sorted = this.#slots.toSorted((one, other) => one.index - other.index);
    const working = this.#working;
    const still = working ? sorted.indexOf(working) : -1;
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
