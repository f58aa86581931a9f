import { sql, type Kysely, type QueryResult, type RawBuilder } from 'kysely';
import { UniqueViolation } from '../port.js';
import type { TableFacts } from '../values.js';
import { translated } from './errors.js';

/** The database as kysely sees it; the statements are written by hand, so it needs no table types. */
export type Database = Kysely<Record<string, never>>;

/** What a table runs its statements through. */
export interface Session {
  readonly writable: boolean;
  run(statement: RawBuilder<unknown>, table: TableFacts): Promise<QueryResult<unknown>>;
  /** Statements that may stand against a unique rule: all of them count, or none. */
  attempt(statements: readonly RawBuilder<unknown>[], table: TableFacts): Promise<QueryResult<unknown>[]>;
}

/** Statements outside transactions: each takes a connection, waits for its turn and gives it back. */
export class ReadSession implements Session {
  readonly writable = false;
  readonly #database: Database;
  readonly #check: () => void;

  constructor(database: Database, check: () => void) {
    this.#database = database;
    this.#check = check;
  }

  async run(statement: RawBuilder<unknown>, table?: TableFacts): Promise<QueryResult<unknown>> {
    this.#check();
    try {
      return await statement.execute(this.#database);
    } catch (error) {
      throw translated(error, table);
    }
  }

  async attempt(): Promise<never> {
    throw new TypeError('Writing needs a transaction');
  }
}

/** The statements of one transaction, one after the other on its one connection. */
export class TransactionSession implements Session {
  readonly writable = true;
  /** The error that PostgreSQL has answered with giving up the transaction. */
  failure: unknown;
  readonly #connection: Database;
  #queue: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(connection: Database) {
    this.#connection = connection;
  }

  run(statement: RawBuilder<unknown>, table?: TableFacts): Promise<QueryResult<unknown>> {
    return this.#next(() => this.#execute(statement, table));
  }

  /** Refused statements are taken back alone, so that the work can go on as it can in memory. */
  attempt(statements: readonly RawBuilder<unknown>[], table: TableFacts): Promise<QueryResult<unknown>[]> {
    return this.#next(async () => {
      const results: QueryResult<unknown>[] = [];
      const guarded = table.definition.unique !== undefined;
      if (guarded) await this.#execute(sql`savepoint attempt`);
      try {
        for (const statement of statements) results.push(await this.#execute(statement, table));
      } catch (error) {
        if (guarded && error instanceof UniqueViolation) {
          await this.#execute(sql`rollback to savepoint attempt`);
          this.failure = undefined;
        }
        throw error;
      }
      if (guarded) await this.#execute(sql`release savepoint attempt`);
      return results;
    });
  }

  /** Waits for the statements under way; later ones are refused. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#queue;
  }

  #next<T>(statement: () => Promise<T>): Promise<T> {
    if (this.#ended) return Promise.reject(new TypeError('The transaction has ended'));
    const result = this.#queue.then(statement);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #execute(statement: RawBuilder<unknown>, table?: TableFacts): Promise<QueryResult<unknown>> {
    try {
      return await statement.execute(this.#connection);
    } catch (error) {
      const fault = translated(error, table);
      // The first one counts: what follows it only says that the transaction is lost.
      this.failure ??= fault;
      throw fault;
    }
  }
}
