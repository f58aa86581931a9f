import type { Sort, Test } from '../conditions.js';
import { UniqueViolation, type Scalar } from '../port.js';
import type { UniqueRule } from '../schema.js';
import type { StoredRow, TableFacts } from '../values.js';
import { inOrder, matches } from './compare.js';

/** Sorted results this long are kept until the table changes, so that paging through them stays cheap. */
const WORTH_KEEPING = 500;
const KEPT_RESULTS = 8;

/** The rows of one table with their indexes. Rows are never changed in place, only replaced. */
export class TableData {
  readonly rows = new Map<string, StoredRow>();
  /** Column → value → ids; for each column that starts an index or a unique rule. */
  readonly #lookups = new Map<string, Map<Scalar, Set<string>>>();
  readonly #rules: readonly [name: string, rule: UniqueRule, holders: Map<string, string>][];
  readonly #sorted = new Map<string, readonly StoredRow[]>();
  /** Rows as they were before the open transaction touched them; undefined where there was none. */
  readonly #before = new Map<string, StoredRow | undefined>();
  #statement: Map<string, StoredRow | undefined> | undefined;
  #serial = 0;

  constructor(readonly facts: TableFacts) {
    const { indexes = [], unique = {} } = facts.definition;
    this.#rules = Object.entries(unique).map(([name, rule]) => [name, rule, new Map<string, string>()]);
    for (const [first] of [...indexes, ...Object.values(unique).map((rule) => rule.columns)]) {
      if (first) this.#lookups.set(first, new Map());
    }
  }

  /** Rises with every row and is not given back by a rollback, as a sequence. */
  nextSerial(): number {
    return ++this.#serial;
  }

  /** Puts a row in place of the one with its id; `UniqueViolation` leaves everything as it was. */
  put(row: StoredRow): void {
    const id = row.id as string;
    for (const [name, rule, holders] of this.#rules) {
      const key = keyUnder(rule, row);
      const holder = key === undefined ? undefined : holders.get(key);
      if (holder !== undefined && holder !== id) throw new UniqueViolation(name);
    }
    this.#replace(id, row);
  }

  remove(id: string): void {
    this.#replace(id, undefined);
  }

  /** The open transaction has committed. */
  keep(): void {
    this.#before.clear();
  }

  /** The open transaction has failed: everything is again as it was before. */
  undo(): void {
    this.#restore(this.#before);
    this.#before.clear();
  }

  /** One statement: all of its changes, or none when it throws. */
  attempt<T>(change: () => T): T {
    const point = (this.#statement = new Map<string, StoredRow | undefined>());
    try {
      return change();
    } catch (error) {
      this.#restore(point);
      throw error;
    } finally {
      this.#statement = undefined;
    }
  }

  /** One row, as the open transaction sees it or as committed. */
  get(id: string, committed: boolean): StoredRow | undefined {
    return committed && this.#before.has(id) ? this.#before.get(id) : this.rows.get(id);
  }

  /** All rows that pass, in no order. */
  select(tests: readonly Test[], committed: boolean): StoredRow[] {
    const result: StoredRow[] = [];
    const hideTouched = committed && this.#before.size > 0;
    for (const id of this.#candidates(tests)) {
      const row = this.rows.get(id);
      if (row && !(hideTouched && this.#before.has(id)) && matches(row, tests)) result.push(row);
    }
    if (hideTouched) {
      for (const row of this.#before.values()) if (row && matches(row, tests)) result.push(row);
    }
    return result;
  }

  /** As `select`, in order. */
  sorted(tests: readonly Test[], sorts: readonly Sort[], committed: boolean): readonly StoredRow[] {
    const keepable = !committed || this.#before.size === 0;
    const name = JSON.stringify([tests, sorts]);
    const kept = keepable ? this.#sorted.get(name) : undefined;
    if (kept) return kept;
    const result = inOrder(this.select(tests, committed), sorts);
    if (keepable && result.length >= WORTH_KEEPING) {
      if (this.#sorted.size >= KEPT_RESULTS) this.#sorted.clear();
      this.#sorted.set(name, result);
    }
    return result;
  }

  #replace(id: string, row: StoredRow | undefined): void {
    for (const images of [this.#before, this.#statement]) {
      if (images && !images.has(id)) images.set(id, this.rows.get(id));
    }
    this.#swap(id, row);
  }

  #restore(images: ReadonlyMap<string, StoredRow | undefined>): void {
    // First out, then in: a row may hold what an older image of another row needs.
    for (const id of images.keys()) this.#swap(id, undefined);
    for (const [id, row] of images) this.#swap(id, row);
  }

  #swap(id: string, row: StoredRow | undefined): void {
    this.#sorted.clear();
    const old = this.rows.get(id);
    for (const [column, lookup] of this.#lookups) {
      if (old && row && old[column] === row[column]) continue;
      if (old) takeFrom(lookup, old[column] ?? null, id);
      if (row) addTo(lookup, row[column] ?? null, id);
    }
    for (const [, rule, holders] of this.#rules) {
      const oldKey = old && keyUnder(rule, old);
      const key = row && keyUnder(rule, row);
      if (oldKey === key) continue;
      if (oldKey !== undefined) holders.delete(oldKey);
      if (key !== undefined) holders.set(key, id);
    }
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
  }

  /** Ids that may match: the shortest list an index gives, else all. */
  #candidates(tests: readonly Test[]): Iterable<string> {
    let best: readonly string[] | ReadonlySet<string> | undefined;
    const consider = (found: readonly string[] | ReadonlySet<string>) => {
      if (!best || sizeOf(found) < sizeOf(best)) best = found;
    };
    for (const test of tests) {
      const values =
        test.operator === 'eq'
          ? [test.value]
          : test.operator === 'in'
            ? [...new Set(test.values)]
            : undefined;
      if (!values) continue;
      if (test.column === 'id') consider(values as string[]);
      const lookup = this.#lookups.get(test.column);
      const sets = lookup && values.map((value) => lookup.get(value) ?? NONE);
      if (sets) consider(sets.length === 1 && sets[0] ? sets[0] : sets.flatMap((set) => [...set]));
    }
    for (const [, rule, holders] of this.#rules) {
      const key = rule.where ? undefined : keyAsked(rule, tests);
      const holder = key === undefined ? undefined : holders.get(key);
      if (key !== undefined) consider(holder === undefined ? [] : [holder]);
    }
    return best ?? this.rows.keys();
  }
}

const NONE: ReadonlySet<string> = new Set();

const sizeOf = (list: readonly string[] | ReadonlySet<string>): number =>
  'size' in list ? list.size : list.length;

function addTo(lookup: Map<Scalar, Set<string>>, value: Scalar, id: string): void {
  const ids = lookup.get(value);
  if (ids) ids.add(id);
  else lookup.set(value, new Set([id]));
}

function takeFrom(lookup: Map<Scalar, Set<string>>, value: Scalar, id: string): void {
  const ids = lookup.get(value);
  ids?.delete(id);
  if (ids?.size === 0) lookup.delete(value);
}

/** What a row holds under a unique rule; undefined when the rule does not count it. Nulls are never equal. */
function keyUnder(rule: UniqueRule, row: StoredRow): string | undefined {
  for (const [column, wanted] of Object.entries(rule.where ?? {})) {
    const value = row[column];
    if (wanted !== null && typeof wanted === 'object' ? value === wanted.not : value !== wanted)
      return undefined;
  }
  const values = rule.columns.map((column) => row[column] ?? null);
  return values.includes(null) ? undefined : values.join('\0');
}

/** The key of a rule that a condition asks for in full. */
function keyAsked(rule: UniqueRule, tests: readonly Test[]): string | undefined {
  const values: Scalar[] = [];
  for (const column of rule.columns) {
    const test = tests.find((one) => one.column === column && one.operator === 'eq');
    if (test?.operator !== 'eq' || test.value === null) return undefined;
    values.push(test.value);
  }
  return values.join('\0');
}
