import type { Config } from './config.js';
import type { Log, Random } from './ports.js';
import type { Tables, Transaction } from './stores/port.js';
import type { Row } from './stores/schema.js';

/** Who is calling, and how well that is proven. */
export interface Actor {
  user: Row<'users'>;
  /** The cookie session, or null with an embed token. */
  session: Row<'sessions'> | null;
  /** Time of the last proof of the person; step-up looks at it (R69). */
  authenticatedAt: Date;
  /** An embed token may be limited to one account and its children (claim `acc`). */
  accountLimit: string | null;
}

/**
 * What a use-case that only reads gets. Public calls have `actor: null` when nobody is signed in, and
 * are written as `ReadContext<Actor | null>`.
 */
export interface ReadContext<A extends Actor | null = Actor> {
  /** Committed rows, or the running transaction's view in a write. */
  db: Tables;
  now: Date;
  random: Random;
  config: Config;
  /** Also the `instance` of a problem and the correlation id of an audit row. */
  requestId: string;
  log: Log;
  /** Address of the caller as the nearest trusted proxy saw it; null when unknown. */
  ip: string | null;
  actor: A;
}

/** What a use-case that writes gets: one transaction for all of the call. */
export interface Context<A extends Actor | null = Actor> extends ReadContext<A> {
  tx: Transaction;
}
