import type { SwitcherAccount, SwitcherClients, SwitcherGroups } from '../../stores/switcher.js';

/** The groups, as a host orders them. */
export type SwitcherGroup = 'favourites' | 'recent' | 'partner' | 'others' | 'clients';

/** A group with its accounts; the clients are known by place, and perhaps not yet. */
export interface Section {
  readonly group: SwitcherGroup;
  /** Place of its first account among all. */
  readonly from: number;
  readonly count: number;
  readonly at: (place: number) => SwitcherAccount | undefined;
}

/** The groups that have something in them, one behind the other. */
export function sectionsOf(
  order: readonly SwitcherGroup[],
  groups: SwitcherGroups | undefined,
  clients: SwitcherClients,
): Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (const group of order) {
    // Never what matches one search above what matches another: Enter would take the wrong one.
    const same = groups?.q === clients.q ? groups : undefined;
    const known = group === 'clients' ? undefined : (same?.[group] ?? []);
    const count = known ? known.length : clients.total;
    if (count === 0) continue;
    sections.push({ group, from, count, at: (place) => (known ? known[place] : clients.items.get(place)) });
    from += count;
  }
  return sections;
}

export const countOf = (sections: readonly Section[]): number => {
  const last = sections.at(-1);
  return last ? last.from + last.count : 0;
};

/** The account at this place among all, where it is known. */
export function accountAt(sections: readonly Section[], place: number): SwitcherAccount | undefined {
  const section = sections.find(({ from, count }) => place >= from && place < from + count);
  return section?.at(place - section.from);
}

/** Where a key moves to among so many; undefined for other keys. */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  const page = 8;
  const to = {
    ArrowDown: place + 1,
    ArrowUp: place < 0 ? count - 1 : place - 1,
    Home: 0,
    End: count - 1,
    PageDown: place + page,
    PageUp: place - page,
  }[key];
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1);
}
