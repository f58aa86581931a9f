import type { QueryResult, RawBuilder } from 'kysely';
import type { Find, Order, Table, Where } from '../port.js';
import type { NewRow, Row, TableName } from '../schema.js';
import { changeable, incrementable, storedPatch, storedRow, type TableFacts } from '../values.js';
import type { Session } from './session.js';
import * as statements from './statements.js';

/** PostgreSQL takes at most 65,535 values a statement. */
const MOST_VALUES = 30_000;

/** The port's `Table` over SQL. */
export class SqlTable<Name extends TableName> implements Table<Name> {
  readonly #facts: TableFacts;
  readonly #session: Session;

  constructor(facts: TableFacts, session: Session) {
    this.#facts = facts;
    this.#session = session;
  }

  get(id: string, options: { lock?: boolean } = {}): Promise<Row<Name> | undefined> {
    return this.#first({ where: { id }, lock: options.lock ? 'update' : undefined });
  }

  find(query: Find<Name> = {}): Promise<Row<Name>[]> {
    return this.#find(query);
  }

  first(
    where: Where<Name>,
    options: { orderBy?: readonly Order<Name>[]; lock?: boolean } = {},
  ): Promise<Row<Name> | undefined> {
    return this.#first({
      where,
      orderBy: options.orderBy,
      limit: 1,
      lock: options.lock ? 'update' : undefined,
    });
  }

  async count(where?: Where<Name>): Promise<number> {
    const { rows } = await this.#run(statements.count(this.#facts, where));
    return Number((rows[0] as { count: unknown }).count);
  }

  async countBy(column: keyof Row<Name> & string, where?: Where<Name>): Promise<Map<string, number>> {
    const { rows } = await this.#run(statements.countBy(this.#facts, column, where));
    return new Map(
      (rows as { value: unknown; count: unknown }[]).map(({ value, count }) => [
        value instanceof Date ? value.toISOString() : String(value ?? ''),
        Number(count),
      ]),
    );
  }

  async insert(...rows: NewRow<Name>[]): Promise<Row<Name>[]> {
    this.#writes();
    const added = rows.map((row) => storedRow(this.#facts, row));
    const [only] = added;
    if (only && added.length === 1 && this.#facts.definition.unique !== undefined) {
      // One way to the database and back; only a refusal is asked again, for the rule that stands against it.
      const { rows: made } = await this.#run(statements.insertUnlessTaken(this.#facts, only));
      if (made.length > 0) return made.map((row) => this.#row(row));
    }
    const portion = Math.floor(MOST_VALUES / this.#facts.columns.size);
    const portions: RawBuilder<unknown>[] = [];
    for (let start = 0; start < added.length; start += portion) {
      portions.push(statements.insert(this.#facts, added.slice(start, start + portion)));
    }
    const results = portions.length === 0 ? [] : await this.#session.attempt(portions, this.#facts);
    return results.flatMap((result) => result.rows.map((row) => this.#row(row)));
  }

  async update(id: string, patch: object): Promise<Row<Name> | undefined> {
    const statement = this.#change({ id }, patch, this.#facts.hasVersion);
    const { rows } = await this.#attempt(statements.returningRow(this.#facts, statement), patch);
    return rows.length === 0 ? undefined : this.#row(rows[0]);
  }

  async updateWhere(where: Where<Name>, patch: object): Promise<number> {
    const { numAffectedRows } = await this.#attempt(
      this.#change(where, patch, this.#facts.hasVersion),
      patch,
    );
    return Number(numAffectedRows);
  }

  async touch(where: Where<Name>, patch: object): Promise<number> {
    const { numAffectedRows } = await this.#attempt(this.#change(where, patch, false), patch);
    return Number(numAffectedRows);
  }

  async increment(id: string, column: keyof Row<Name> & string, by = 1): Promise<number | undefined> {
    this.#writes();
    changeable(this.#facts);
    incrementable(this.#facts, column, by);
    const { rows } = await this.#run(statements.increment(this.#facts, id, column, by));
    return (rows as { value: number }[])[0]?.value;
  }

  async remove(where: Where<Name>): Promise<number> {
    this.#writes();
    changeable(this.#facts);
    const { numAffectedRows } = await this.#run(statements.remove(this.#facts, where));
    return Number(numAffectedRows);
  }

  #change(where: object, patch: object, raiseVersion: boolean): RawBuilder<unknown> {
    this.#writes();
    changeable(this.#facts);
    return statements.update(this.#facts, where, storedPatch(this.#facts, patch), raiseVersion);
  }

  #run(statement: RawBuilder<unknown>): Promise<QueryResult<unknown>> {
    return this.#session.run(statement, this.#facts);
  }

  /** Only a patch of a column that a unique rule reads can stand against the rule. */
  async #attempt(statement: RawBuilder<unknown>, patch: object): Promise<QueryResult<unknown>> {
    const rules = Object.values(this.#facts.definition.unique ?? {});
    const read = rules.flatMap((rule) => [...rule.columns, ...Object.keys(rule.where ?? {})]);
    if (!read.some((column) => column in patch)) return this.#run(statement);
    const [result] = await this.#session.attempt([statement], this.#facts);
    return result as QueryResult<unknown>;
  }

  async #find(query: statements.AnyFind): Promise<Row<Name>[]> {
    if (query.lock && !this.#session.writable) throw new TypeError('A lock needs a transaction');
    const { rows } = await this.#run(statements.select(this.#facts, query));
    return rows.map((row) => this.#row(row));
  }

  async #first(query: statements.AnyFind): Promise<Row<Name> | undefined> {
    const [row] = await this.#find(query);
    return row;
  }

  #writes(): void {
    if (!this.#session.writable) throw new TypeError('Writing needs a transaction');
  }

  /** What the driver gave, in the types of the schema. */
  #row(given: unknown): Row<Name> {
    const row = given as Record<string, unknown>;
    for (const [column, { kind }] of this.#facts.columns) {
      const value = row[column];
      if (kind === 'time' && value instanceof Date) row[column] = value.toISOString();
      else if (kind === 'serial') row[column] = Number(value);
    }
    return row as Row<Name>;
  }
}
