import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { StoreUnavailable, type Store } from '../port.js';
import { translated } from './errors.js';
import { PostgresListener } from './postgres-listener.js';
import { createSqlStore } from './sql-store.js';

export interface PostgresOptions {
  connections?: number;
  /** How long to wait for a free connection, or a new one. */
  connectMs?: number;
  statementMs?: number;
  /** How long a statement may wait for somebody else's row lock. */
  lockMs?: number;
  /** How long a transaction may stand still between two statements. */
  idleMs?: number;
}

/** A pool whose connections are thrown away after they failed to answer: one that is stuck must not come back. */
function discarding(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      let failed: Error | undefined;
      const query = async (text: unknown, values?: unknown[]): Promise<unknown> => {
        try {
          return await client.query(text as string, values);
        } catch (error) {
          const stuck = translated(error) instanceof StoreUnavailable && !('severity' in (error as object));
          if (stuck) failed = error as Error;
          throw error;
        }
      };
      return { query, release: () => client.release(failed) } as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

/** PostgreSQL 15 or newer, over the network. Nothing is connected before it is needed. */
export function openPostgres(url: string, options: PostgresOptions = {}): Store {
  const {
    connections = 10,
    connectMs = 5_000,
    statementMs = 10_000,
    lockMs = 5_000,
    idleMs = 15_000,
  } = options;
  const common: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    application_name: 'crew-components',
  };
  const pool = new pg.Pool({
    ...common,
    max: connections,
    statement_timeout: statementMs,
    // For a server that has gone silent; one that is alive has ended the statement by then.
    query_timeout: statementMs + 5_000,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleMs,
  });
  // A connection that breaks is replaced by the pool; the statement that needed it fails by itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const listener = new PostgresListener(common);
  return createSqlStore({
    dialect: new PostgresDialect({ pool: discarding(pool) }),
    migrationDialect: () => new PostgresDialect({ pool: new pg.Pool({ ...common, max: 1 }) }),
    autovacuum: true,
    listen: (channel, heard) => listener.listen(channel, heard),
    close: () => listener.close(),
  });
}
