import type { NewRow, Row, TableName } from './schema.js';

export type Scalar = string | number | boolean | null;

/** A condition on one column: equal to a value, or one of these. Null never matches an order comparison. */
export type Condition<V> =
  | V
  | { in: readonly V[] }
  | { not: V }
  | { lt: V }
  | { lte: V }
  | { gt: V }
  | { gte: V }
  /** Smaller, or null: "not since" of a time that may never have been. */
  | { before: V }
  /** Literal substring of a text column; callers fold both sides themselves. */
  | { contains: string };

/** All conditions must hold. An undefined condition is not asked. */
export type Where<Name extends TableName> = { [C in keyof Row<Name>]?: Condition<Row<Name>[C]> | undefined };

export type Order<Name extends TableName> = readonly [
  column: keyof Row<Name> & string,
  direction: 'asc' | 'desc',
];

export interface Find<Name extends TableName> {
  where?: Where<Name>;
  /**
   * Ties are broken by ascending `id`, so that every order is total. Nulls come last in both directions, and
   * texts sort by code point.
   */
  orderBy?: readonly Order<Name>[];
  limit?: number;
  /** Skip so many rows; for windowed lists. */
  offset?: number;
  /** Continue behind the row with these values of `orderBy`, then id (keyset paging). */
  after?: { values: readonly Scalar[]; id: string };
  /** `update` takes row locks; `skip` takes them and leaves out rows that somebody else holds. */
  lock?: 'update' | 'skip';
}

/** One table; the same promises in memory, on PGlite and on PostgreSQL. Rows are copies, never shared. */
export interface Table<Name extends TableName> {
  get(id: string, options?: { lock?: boolean }): Promise<Row<Name> | undefined>;
  find(query?: Find<Name>): Promise<Row<Name>[]>;
  /** The first match, or undefined. */
  first(
    where: Where<Name>,
    options?: { orderBy?: readonly Order<Name>[]; lock?: boolean },
  ): Promise<Row<Name> | undefined>;
  count(where?: Where<Name>): Promise<number>;
  /** How many matches each value of a column has; null is counted under the empty text. */
  countBy(column: keyof Row<Name> & string, where?: Where<Name>): Promise<Map<string, number>>;
  /**
   * Throws `UniqueViolation` and then has added none of the rows; the transaction can go on. Returns the stored
   * rows (serial columns filled).
   */
  insert(...rows: NewRow<Name>[]): Promise<Row<Name>[]>;
  /** Raises `version` by one where the table has it; undefined when there is no such row. Throws `UniqueViolation`. */
  update(id: string, patch: Partial<Omit<Row<Name>, 'id' | 'version'>>): Promise<Row<Name> | undefined>;
  /** Compare and set: changes every match and says how many there were. Raises `version` as `update` does. */
  updateWhere(where: Where<Name>, patch: Partial<Omit<Row<Name>, 'id' | 'version'>>): Promise<number>;
  /**
   * As `updateWhere`, but leaves `version` alone: for facts that nobody edits, such as when a person was last
   * seen, or the copies a roster is sorted by. Nobody's ETag goes stale through it.
   */
  touch(where: Where<Name>, patch: Partial<Omit<Row<Name>, 'id' | 'version'>>): Promise<number>;
  /** Adds to an integer column in place and returns the new value, or undefined without a match. */
  increment(id: string, column: keyof Row<Name> & string, by?: number): Promise<number | undefined>;
  remove(where: Where<Name>): Promise<number>;
}

export type Tables = { [Name in TableName]: Table<Name> };

export interface Transaction extends Tables {
  /**
   * Waits until nobody else holds this name in a transaction, and holds it to the end of this one.
   * For guards that have no row of their own to lock.
   */
  hold(name: string): Promise<void>;
  /** Tells every process that listens, once the transaction has committed; equal messages only once. */
  notify(channel: string, payload: string): Promise<void>;
}

/** Where the backend keeps its rows. Reads outside a transaction see committed data only. */
export interface Store {
  /** For reading: writes and locks need a transaction. Not to be used inside `work`, which has its own tables. */
  readonly read: Tables;
  /**
   * All or nothing. A deadlock or serialisation failure is tried again, three times in all (V07), so
   * `work` must be free of effects outside the transaction.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Brings the tables to the newest form; several processes may call it at once, one does it (V09). */
  migrate(): Promise<void>;
  /**
   * Returns the function that ends the listening. An empty payload says that the connection was lost for a
   * while: anything may have happened in between.
   */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Resolves when the store can answer; rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A unique rule of the schema stood against an insert or update. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  constructor(
    /** Name of the rule in the schema. */
    readonly rule: string,
    options?: ErrorOptions,
  ) {
    super(`A row that keeps the rule ${rule} exists`, options);
  }
}

/** The store cannot answer now: no connection, no room, or still locked after the retries. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
