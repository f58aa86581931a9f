import type { RootPart } from 'lit';

/** Places from the first to the one after the last. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** One place for a row; it shows another item when its own has left the picture. */
export interface Slot<Item> {
  readonly marker: Comment;
  /** Where it is while it is not needed. */
  readonly rest: DocumentFragment;
  index: number;
  part: RootPart | undefined;
  row: HTMLElement | undefined;
  /** What is told under it. */
  note: HTMLElement | undefined;
  shown: Item | undefined;
  /** Of the view it was drawn with. */
  edition: number;
  y: number;
}

/** Everything that is drawn for a place, its marker included. */
export function nodesOf({ marker, part }: Slot<unknown>): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (
    let node = part?.startNode as ChildNode | null | undefined;
    node && node !== marker;
    node = node.nextSibling
  )
    nodes.push(node);
  return [...nodes, marker];
}

/** A place that stands nowhere yet. */
export function newSlot<Item>(): Slot<Item> {
  const bare = { part: undefined, row: undefined, note: undefined, shown: undefined };
  const [marker, rest] = [document.createComment(''), document.createDocumentFragment()];
  rest.append(marker);
  return { marker, rest, index: -1, edition: -1, y: -1, ...bare };
}

/** Puts every row where it belongs; what is told under one pushes down those below it. By how much, is the answer. */
export function place(slots: readonly Slot<unknown>[], height: number): number {
  const told = slots.filter(({ note }) => note).toSorted((one, other) => one.index - other.index);
  const heights = told.map(({ note }) => note?.offsetHeight ?? 0);
  for (const slot of slots) {
    const above = told.findIndex(({ index }) => index >= slot.index);
    const y = slot.index * height + sum(above < 0 ? heights : heights.slice(0, above));
    if (slot.y === y) continue;
    slot.y = y;
    if (slot.row) slot.row.style.insetBlockStart = `${y}px`;
    if (slot.note) slot.note.style.insetBlockStart = `${y + height}px`;
  }
  return sum(heights);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
