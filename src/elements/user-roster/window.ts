import { html, render, type RootPart, type TemplateResult } from 'lit';
import { listLimits } from '../../domain/list-limits.js';
import { adoptLate } from '../base/late-styles.js';
import type { Roster } from './model.js';
import { row, type RowView } from './row.js';
import type { Row } from './view.js';
import { windowStyles } from './window.styles.js';
import type { RosterWork } from './work.js';

/** Rows drawn above and below what can be seen, so that a turn of the wheel finds them there. */
const spare = 6;
/** So close to the end of what is loaded the next rows are asked for. */
const ahead = 15;
/** While the scrollbar is dragged, what lies between is not asked for. */
const askMs = 40;
/** After the last movement the rows are put in the order in which they are read. */
const restMs = 120;

/** One place for a row; it shows another person when its own has left the picture. */
interface Slot {
  readonly marker: Comment;
  index: number;
  part: RootPart | undefined;
  shown: Row | undefined;
  y: number;
}

/**
 * The members of a large account as one long list: a pool of real table rows that are bound anew when they leave the
 * picture, like a ring. Only the rows around the picture are asked for; the scrollbar can be dragged anywhere.
 */
export class RosterWindow {
  readonly #work: RosterWork;
  #slots: Slot[] = [];
  #body: HTMLElement | undefined;
  #box: HTMLElement | undefined;
  #view: RowView | undefined;
  #height = 0;
  #density = '';
  #query = '';
  #resetAfter: unknown;
  #asked = -1;
  #frame = 0;
  #moving = false;
  #cancelAsk: (() => void) | undefined;
  #cancelRest: (() => void) | undefined;

  constructor(work: RosterWork) {
    this.#work = work;
    adoptLate(work.host.renderRoot, [windowStyles]);
  }

  /** Draws the rows anew, after the table around them was drawn. */
  drawn(view: RowView, base: number): void {
    const { renderRoot, settings } = this.#work.host;
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
    const { roster, query } = this.#work.data;
    const now = JSON.stringify(query);
    const data = roster?.$members.get().data;
    if (this.#query !== now) {
      this.#resetAfter = this.#query === '' ? undefined : data;
      this.#query = now;
    } else if (this.#resetAfter && this.#resetAfter !== data) {
      this.#resetAfter = undefined;
      this.#asked = -1;
      this.#box?.scrollTo({ top: 0 });
    }
  }

  readonly #onScroll = (): void => {
    this.#moving = true;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      // What hangs on a row would stay where it was.
      if (this.#work.acting?.anchor) this.#work.acting.menus.close();
      this.#settle(false);
    });
  };

  /** Focus moves on in the order of the tree. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.#order();
  };

  get #page(): Roster['page'] {
    return this.#work.seen?.page ?? { from: 0, shown: 0, total: 0 };
  }

  #rowAt(index: number): Row | undefined {
    const members = this.#work.seen?.groups.find(({ id }) => id === 'members');
    return members?.rows[index - this.#page.from];
  }

  /** Binds the rows that have come into the picture; all of them where what they show may have changed. */
  #settle(everything: boolean): void {
    const [body, box] = [this.#body, this.#box];
    if (!body || !box || !this.#view) return;
    const { total } = this.#page;
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
    this.#bind(body, 0, Math.min(1, this.#page.total), true);
    const height = rowOf(this.#slots[0])?.getBoundingClientRect().height ?? 0;
    this.#height = height > 0 ? height : 52;
  }

  #bind(body: HTMLElement, first: number, last: number, everything: boolean): void {
    const { activeElement } = this.#work.host.renderRoot as ShadowRoot;
    const here = new Map<number, Slot>();
    const free: Slot[] = [];
    for (const slot of this.#slots) {
      // Who works in a row keeps it, wherever the list is scrolled to.
      const kept = rowOf(slot)?.contains(activeElement) && slot.index < this.#page.total;
      if ((slot.index >= first && slot.index < last) || kept) here.set(slot.index, slot);
      else free.push(slot);
    }
    for (let index = first; index < last; index += 1) {
      const slot = here.get(index) ?? free.pop() ?? this.#newSlot(body);
      // Who is known stays, also while others are loaded.
      const shown = this.#rowAt(index) ?? (slot.index === index ? slot.shown : undefined);
      if (!everything && slot.index === index && isSame(slot.shown, shown)) continue;
      slot.index = index;
      this.#draw(slot, shown);
    }
    if (everything) {
      for (const slot of here.values()) {
        if (slot.index < first || slot.index >= last) this.#draw(slot, this.#rowAt(slot.index) ?? slot.shown);
      }
    }
    for (const slot of free) this.#drop(slot);
  }

  #newSlot(body: HTMLElement): Slot {
    const slot: Slot = {
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
  #drop(slot: Slot): void {
    slot.part?.setConnected(false);
    for (const node of nodesOf(slot)) node.remove();
    this.#slots.splice(this.#slots.indexOf(slot), 1);
  }

  #draw(slot: Slot, shown: Row | undefined): void {
    const [body, view] = [this.#body, this.#view];
    if (!body || !view) return;
    slot.shown = shown;
    slot.y = -1;
    const rendered = shown ? row(shown, view, this.#base + slot.index) : waiting(view);
    slot.part = render(rendered, body, { renderBefore: slot.marker, host: this.#work.host });
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
    const { from, shown } = this.#page;
    const until = from + shown;
    const before = from === 0 || first - from >= ahead;
    const after = until >= total || until - last >= ahead;
    if (first >= from && last <= until && before && after) return;
    const size = listLimits.pageSizeMax;
    const middle = Math.round((first + last) / 2 - size / 2);
    const wanted = Math.max(0, Math.min(middle, total - size));
    if (wanted === this.#asked || (wanted === from && shown >= Math.min(size, total))) return;
    this.#cancelAsk?.();
    this.#cancelAsk = this.#work.host.stores?.clock.after(askMs, () => {
      this.#asked = wanted;
      void this.#work.data.roster?.goTo(wanted, size).then(() => (this.#asked = -1));
    });
  }

  #restLater(): void {
    this.#cancelRest?.();
    this.#cancelRest = this.#work.host.stores?.clock.after(restMs, () => {
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
    const { activeElement } = this.#work.host.renderRoot as ShadowRoot;
    const sorted = this.#slots.toSorted((one, other) => one.index - other.index);
    const still = sorted.findIndex((slot) => rowOf(slot)?.contains(activeElement));
    const anchor = still >= 0 ? nodesOf(sorted[still] as Slot)[0] : undefined;
    const put = (slots: readonly Slot[], before: Node | null): void => {
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
function nodesOf({ marker, part }: Slot): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (
    let node = part?.startNode as ChildNode | null | undefined;
    node && node !== marker;
    node = node.nextSibling
  )
    nodes.push(node);
  return [...nodes, marker];
}

function rowOf(slot: Slot | undefined): HTMLElement | null {
  const nodes = slot ? nodesOf(slot) : [];
  return (nodes.find((node) => node instanceof HTMLTableRowElement) as HTMLElement | undefined) ?? null;
}

/** Nothing new about the same person. */
function isSame(before: Row | undefined, now: Row | undefined): boolean {
  if (!before || !now) return before === now;
  const [one, other] = [before.entry, now.entry];
  const same = one.kind === 'member' && other.kind === 'member' && one.member === other.member;
  return same && before.state === now.state && before.note === now.note;
}

/** A row whose person is on the way. */
function waiting({ words }: RowView): TemplateResult {
  return html`<tr class="row waiting" part="row" role="row">
    <td role="cell" part="cell skeleton">
      <span class="skeleton"></span><span class="visually-hidden">${words.common.loading}</span>
    </td>
  </tr>`;
}
