import type { Sort, Test } from '../conditions.js';
import type { Scalar } from '../port.js';
import type { StoredRow } from '../values.js';

/** Moves surrogates behind the other code units, so that texts sort by code point as collation "C" does. */
const rank = (unit: number): number =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Order of two values of one column; neither is null. */
function compareValues(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  return typeof a === 'string' ? compareText(a, b as string) : Number(a) - Number(b);
}

/** Order of two values under one `Sort`; nulls come last in both directions. */
function compareUnder(sort: Sort, a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return sort.descending ? compareValues(b, a) : compareValues(a, b);
}

/** Order of a row and a key of the same `sorts`. */
export function compareKey(row: StoredRow, key: readonly Scalar[], sorts: readonly Sort[]): number {
  for (const [index, sort] of sorts.entries()) {
    const order = compareUnder(sort, row[sort.column] ?? null, key[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Order of two rows. */
export function comparator(sorts: readonly Sort[]): (a: StoredRow, b: StoredRow) => number {
  return (a, b) => {
    for (const sort of sorts) {
      const order = compareUnder(sort, a[sort.column] ?? null, b[sort.column] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function passes(row: StoredRow, test: Test): boolean {
  const value = row[test.column] ?? null;
  switch (test.operator) {
    case 'eq':
      return value === test.value;
    case 'not':
      return value !== test.value;
    case 'in':
      return test.values.includes(value);
    case 'contains':
      return typeof value === 'string' && value.includes(test.text);
    case 'before':
      return value === null || (test.value !== null && compareValues(value, test.value) < 0);
  }
  if (value === null || test.value === null) return false;
  const order = compareValues(value, test.value);
  switch (test.operator) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
  }
}

export function matches(row: StoredRow, tests: readonly Test[]): boolean {
  return tests.every((test) => passes(row, test));
}
