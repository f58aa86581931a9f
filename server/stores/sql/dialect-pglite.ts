import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { StoreUnavailable, type Store } from '../port.js';
import { createSqlStore, type SqlBackend } from './sql-store.js';

export interface PgliteOptions {
  /** A folder, or a database in memory when left out. */
  dataDir?: string;
  /** How long a statement may wait for its turn on the one connection. */
  waitMs?: number;
}

/** PGlite's one connection, lent to one user after the other. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  constructor(readonly waitMs: number) {}

  /** Resolves with the function that ends the turn. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let done = (): void => undefined;
    this.#last = new Promise((resolve) => {
      // Who gives up waiting must not let the next one in before its turn.
      done = () => void before.then(resolve);
    });
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new StoreUnavailable(`No turn on the database in ${this.waitMs} ms`)),
        this.waitMs,
      );
    });
    try {
      await Promise.race([before, timeout]);
      return done;
    } catch (error) {
      done();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

class PgliteConnection implements DatabaseConnection {
  endTurn = (): void => undefined;

  constructor(readonly pglite: PGlite) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.pglite.query<R>(query.sql, [...query.parameters]);
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('PGlite has no cursor to stream from');
  }
}

class PgliteDriver implements Driver {
  readonly #pglite: PGlite;
  readonly #turns: Turns;

  constructor(pglite: PGlite, turns: Turns) {
    this.#pglite = pglite;
    this.#turns = turns;
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new PgliteConnection(this.#pglite);
    connection.endTurn = await this.#turns.take();
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as PgliteConnection).endTurn();
  }

  async destroy(): Promise<void> {
    // Closed with the backend, since kysely does not come here before a first statement.
  }
}

function dialectOf(pglite: PGlite, turns: Turns): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(pglite, turns),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function backendOf(pglite: PGlite, turns: Turns): SqlBackend {
  return {
    dialect: dialectOf(pglite, turns),
    // The process that would do it is not part of PGlite.
    autovacuum: false,
    listen: async (channel, heard) => {
      const endTurn = await turns.take();
      try {
        const end = await pglite.listen(channel, heard);
        return async () => {
          const endLastTurn = await turns.take();
          await end().finally(endLastTurn);
        };
      } finally {
        endTurn();
      }
    },
    close: async () => {
      const endTurn = await turns.take();
      await pglite.close().finally(endTurn);
    },
  };
}

/**
 * PostgreSQL inside this process. The folder is not locked by PGlite: whoever opens it sees to it that nobody
 * else does.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<Store> {
  const pglite = await PGlite.create({ dataDir: options.dataDir, extensions: { pg_trgm } });
  return createSqlStore(backendOf(pglite, new Turns(options.waitMs ?? 10_000)));
}
