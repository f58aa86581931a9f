/** Numbers that look random and are the same every time: scenarios have to be repeatable. */
export interface Chance {
  /** A whole number from 0 up to, and without, `below`. */
  whole(below: number): number;
  /** From `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
}

/** mulberry32: 32 bits of state are plenty for sample data. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    between: (from, to) => from + whole(to - from + 1),
    pick: (items) => {
      const item = items[whole(items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    percent: (share) => next() * 100 < share,
  };
}
