import { keyOf, sortsOf, testsOf } from '../conditions.js';
import { UniqueViolation, type Find, type Order, type Table, type Where } from '../port.js';
import type { NewRow, Row, TableName } from '../schema.js';
import { changeable, incrementable, storedPatch, storedRow, type StoredRow } from '../values.js';
import { compareKey } from './compare.js';
import type { TableData } from './table-data.js';

/** Whose eyes look at the rows, and whether they may still do so. */
export interface Viewpoint {
  /** True outside transactions: an open transaction's changes are not seen, and nothing is written. */
  readonly committed: boolean;
  /** Throws when the transaction has ended or the store is closed. */
  check(): void;
}

/** The port's `Table` over rows in memory. Nothing waits: transactions already run one after the other. */
export class MemoryTable<Name extends TableName> implements Table<Name> {
  readonly #data: TableData;
  readonly #view: Viewpoint;

  constructor(data: TableData, view: Viewpoint) {
    this.#data = data;
    this.#view = view;
  }

  async get(id: string, options: { lock?: boolean } = {}): Promise<Row<Name> | undefined> {
    this.#reads(options.lock);
    const row = this.#data.get(id, this.#view.committed);
    return row && this.#copy(row);
  }

  async find(query: Find<Name> = {}): Promise<Row<Name>[]> {
    this.#reads(query.lock !== undefined);
    const { facts } = this.#data;
    const sorts = sortsOf(facts, query.orderBy);
    const rows = this.#data.sorted(testsOf(facts, query.where), sorts, this.#view.committed);
    const key = query.after && keyOf(facts, sorts, query.after);
    const behind = key ? firstBehind(rows, (row) => compareKey(row, key, sorts) > 0) : 0;
    const start = behind + (query.offset ?? 0);
    return rows
      .slice(start, query.limit === undefined ? undefined : start + query.limit)
      .map((row) => this.#copy(row));
  }

  async first(
    where: Where<Name>,
    options: { orderBy?: readonly Order<Name>[]; lock?: boolean } = {},
  ): Promise<Row<Name> | undefined> {
    const [row] = await this.find({
      where,
      limit: 1,
      orderBy: options.orderBy,
      lock: options.lock ? 'update' : undefined,
    });
    return row;
  }

  async count(where?: Where<Name>): Promise<number> {
    this.#reads();
    return this.#select(where).length;
  }

  async countBy(column: keyof Row<Name> & string, where?: Where<Name>): Promise<Map<string, number>> {
    this.#reads();
    const counts = new Map<string, number>();
    for (const row of this.#select(where)) {
      const value = String(row[column] ?? '');
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  async insert(...rows: NewRow<Name>[]): Promise<Row<Name>[]> {
    this.#writes();
    const added = rows.map((row) => storedRow(this.#data.facts, row));
    return this.#data.attempt(() =>
      added.map((row) => {
        if (this.#data.rows.has(row.id as string)) throw new UniqueViolation('id');
        for (const serial of this.#data.facts.serials) row[serial] = this.#data.nextSerial();
        this.#data.put(row);
        return this.#copy(row);
      }),
    );
  }

  async update(id: string, patch: object): Promise<Row<Name> | undefined> {
    this.#changes();
    const changes = storedPatch(this.#data.facts, patch);
    const row = this.#data.rows.get(id);
    return row && this.#copy(this.#data.attempt(() => this.#change(row, changes)));
  }

  async updateWhere(where: Where<Name>, patch: object): Promise<number> {
    return this.#changeWhere(where, patch, this.#data.facts.hasVersion);
  }

  async touch(where: Where<Name>, patch: object): Promise<number> {
    return this.#changeWhere(where, patch, false);
  }

  async increment(id: string, column: keyof Row<Name> & string, by = 1): Promise<number | undefined> {
    this.#changes();
    incrementable(this.#data.facts, column, by);
    const row = this.#data.rows.get(id);
    if (!row) return undefined;
    const raised = Number(row[column]) + by;
    this.#data.put({ ...row, [column]: raised });
    return raised;
  }

  async remove(where: Where<Name>): Promise<number> {
    this.#changes();
    const rows = this.#select(where);
    for (const row of rows) this.#data.remove(row.id as string);
    return rows.length;
  }

  #select(where?: Where<Name>): StoredRow[] {
    return this.#data.select(testsOf(this.#data.facts, where), this.#view.committed);
  }

  #changeWhere(where: Where<Name>, patch: object, raise: boolean): number {
    this.#changes();
    const changes = storedPatch(this.#data.facts, patch);
    const rows = this.#select(where);
    this.#data.attempt(() => {
      for (const row of rows) this.#change(row, changes, raise);
    });
    return rows.length;
  }

  #change(row: StoredRow, changes: StoredRow, raise = this.#data.facts.hasVersion): StoredRow {
    const changed = { ...row, ...changes };
    if (raise) changed.version = Number(row.version) + 1;
    this.#data.put(changed);
    return changed;
  }

  #copy(row: StoredRow): Row<Name> {
    const copy: Record<string, unknown> = { ...row };
    for (const column of this.#data.facts.jsons) {
      const text = copy[column];
      if (typeof text === 'string') copy[column] = JSON.parse(text);
    }
    return copy as Row<Name>;
  }

  #reads(lock = false): void {
    this.#view.check();
    if (lock && this.#view.committed) throw new TypeError('A lock needs a transaction');
  }

  #changes(): void {
    this.#writes();
    changeable(this.#data.facts);
  }

  #writes(): void {
    this.#view.check();
    if (this.#view.committed) throw new TypeError('Writing needs a transaction');
  }
}

/** Index of the first row for which `behind` holds; once it holds, it holds for all that follow. */
function firstBehind(rows: readonly StoredRow[], behind: (row: StoredRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && behind(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
