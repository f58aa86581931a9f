import type { Sort, Test } from '../conditions.js';
import type { Scalar } from '../port.js';
import type { StoredRow } from '../values.js';

/** A value in a form whose `<` is the order of the port. */
type Sortable = string | number | null;

/** Moves surrogates behind the other code units. */
const rank = (unit: number): number =>
  unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;

/** JavaScript compares code units; texts sort by code point, as collation "C" does. */
function sortable(value: Scalar): Sortable {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string' || !/[\uD800-\uFFFF]/.test(value)) return value;
  return value.replace(/[\uD800-\uFFFF]/g, (unit) => String.fromCharCode(rank(unit.charCodeAt(0))));
}

/** Order of two values under one `Sort`; nulls come last in both directions. */
function compare(sort: Sort, a: Sortable, b: Sortable): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === sort.descending ? 1 : -1;
}

/** Order of a row and a key of the same `sorts`. */
export function compareKey(row: StoredRow, key: readonly Scalar[], sorts: readonly Sort[]): number {
  for (const [index, sort] of sorts.entries()) {
    const order = compare(sort, sortable(row[sort.column] ?? null), sortable(key[index] ?? null));
    if (order !== 0) return order;
  }
  return 0;
}

/** The rows in order. */
export function inOrder(rows: readonly StoredRow[], sorts: readonly Sort[]): StoredRow[] {
  const keyed = rows.map((row) => ({ row, key: sorts.map(({ column }) => sortable(row[column] ?? null)) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < sorts.length; index++) {
      const order = compare(sorts[index] as Sort, a.key[index] as Sortable, b.key[index] as Sortable);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
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
      return value === null || less(value, test.value);
    case 'lt':
      return less(value, test.value);
    case 'gt':
      return less(test.value, value);
    case 'lte':
      return value !== null && (value === test.value || less(value, test.value));
    case 'gte':
      return value !== null && (value === test.value || less(test.value, value));
  }
}

/** Null is neither smaller nor larger than anything. */
function less(a: Scalar, b: Scalar): boolean {
  const [left, right] = [sortable(a), sortable(b)];
  return left !== null && right !== null && left < right;
}

export function matches(row: StoredRow, tests: readonly Test[]): boolean {
  return tests.every((test) => passes(row, test));
}
