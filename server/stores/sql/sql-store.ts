import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql, type Dialect } from 'kysely';
import { StoreUnavailable, type Store, type Tables, type Transaction } from '../port.js';
import { schema, type TableName } from '../schema.js';
import { checkNotification, factsOf } from '../values.js';
import { StoreFull, TransactionConflict, translated } from './errors.js';
import { migrate } from './migrate.js';
import { identifier } from './names.js';
import { ReadSession, TransactionSession, type Database, type Session } from './session.js';
import { SqlTable } from './sql-table.js';

const tableNames = Object.keys(schema) as TableName[];

/** V07: so often is a transaction tried again after a deadlock or a serialisation failure. */
const RETRIES = 3;
const FIRST_PAUSE_MS = 20;

/** V06: so long after a write that found no room is the store not ready, although it can be read. */
const FULL_MS = 10_000;

/** A database, and what kysely has no word for. */
export interface SqlBackend {
  readonly dialect: Dialect;
  /** Connections without time limits for a migration, which may take long and wait long; else the same. */
  migrationDialect?(): Dialect;
  /** Whether it tidies up and gathers statistics by itself; else that is done with the migration. */
  readonly autovacuum: boolean;
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Ends the listening, and whatever the dialect's driver does not close. */
  close(): Promise<void>;
}

/** The store over SQL: the same on PGlite and on PostgreSQL 15 or newer. */
export function createSqlStore(backend: SqlBackend): Store {
  return new SqlStore(backend);
}

class SqlStore implements Store {
  readonly #backend: SqlBackend;
  readonly #database: Database;
  readonly #reading: ReadSession;
  /** The transaction this code runs in: on one connection, waiting for a second one would last for ever. */
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();
  #closed = false;
  #fullUntil = 0;

  readonly read: Tables;

  constructor(backend: SqlBackend) {
    this.#backend = backend;
    this.#database = new Kysely({ dialect: backend.dialect });
    this.#reading = new ReadSession(this.#database, () => this.#check());
    this.read = tablesOf(this.#reading);
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      this.#check();
      try {
        return await this.#try(work);
      } catch (error) {
        if (error instanceof StoreFull) this.#fullUntil = Date.now() + FULL_MS;
        if (!(error instanceof TransactionConflict) || attempt === RETRIES) throw error;
        await wait(FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  async migrate(): Promise<void> {
    this.#check();
    const dialect = this.#backend.migrationDialect?.();
    const database: Database = dialect ? new Kysely({ dialect }) : this.#database;
    try {
      await migrate(database);
      if (!this.#backend.autovacuum) {
        await sql`vacuum (analyze) ${sql.join(tableNames.map(identifier))}`.execute(database);
      }
    } catch (error) {
      throw translated(error);
    } finally {
      if (dialect) await database.destroy();
    }
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    this.#check();
    checkNotification(channel, 'any');
    try {
      return await this.#backend.listen(channel, heard);
    } catch (error) {
      throw translated(error);
    }
  }

  async ping(): Promise<void> {
    if (Date.now() < this.#fullUntil) throw new StoreFull('The database had no room a moment ago');
    await this.#reading.run(sql`select 1`);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#backend.close();
    await this.#database.destroy();
  }

  async #try<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let session: TransactionSession | undefined;
    try {
      return await this.#database.transaction().execute(async (connection) => {
        session = new TransactionSession(connection);
        return await this.#work(session, work);
      });
    } catch (error) {
      // Work may have caught the conflict and thrown its own error: it is tried again all the same.
      throw session?.failure instanceof TransactionConflict ? session.failure : translated(error);
    }
  }

  async #work<T>(session: TransactionSession, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const state = { open: true };
    try {
      const result = await this.#inside.run(state, () => work(transactionOf(session)));
      await session.end();
      // PostgreSQL answers the commit of a lost transaction with a silent rollback.
      if (session.failure) throw session.failure;
      return result;
    } finally {
      state.open = false;
      await session.end();
    }
  }

  #check(): void {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
    if (this.#inside.getStore()?.open) throw new TypeError('Inside a transaction, use its own tables');
  }
}

function tablesOf(session: Session): Tables {
  return Object.fromEntries(
    tableNames.map((name) => [name, new SqlTable(factsOf(name), session)]),
  ) as unknown as Tables;
}

function transactionOf(session: TransactionSession): Transaction {
  return {
    ...tablesOf(session),
    hold: async (name) => {
      await session.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    },
    notify: async (channel, payload) => {
      checkNotification(channel, payload);
      await session.run(sql`select pg_notify(${channel}, ${payload})`);
    },
  };
}
