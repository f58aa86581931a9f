import { StoreUnavailable, UniqueViolation } from '../port.js';
import type { TableFacts } from '../values.js';

/** Two transactions stood in each other's way; all of this one may be tried again. */
export class TransactionConflict extends StoreUnavailable {}

/** No room, or the disk fails: reading may go on, so that nothing but a write notices (V06). */
export class StoreFull extends StoreUnavailable {}

const FULL = new Set(['53100', '58030']);
const CONFLICTS = new Set(['40001', '40P01']);

/**
 * SQLSTATE classes and codes that say "not now": connection, sign-in, missing database, resources, too long
 * waited or run, administrator or crash shutdown, input and output.
 */
const UNAVAILABLE = /^(08|28|3D|53|57P|58)|^(25P03|25P04|55P03|57014)$/;

/** What Node and the drivers throw when the connection fails; the drivers' errors carry no code. */
const CONNECTION_CODE = /^(E(CONN|PIPE|TIMEDOUT|HOST|NET|NOTFOUND|AI_AGAIN)|ERR_SOCKET)/;
const CONNECTION_TEXT =
  /connection terminated|connection error|timeout exceeded|read timeout|client was closed|pool after calling end|driver has already been destroyed|PGlite is clos/i;

interface DatabaseFault {
  code?: unknown;
  constraint?: unknown;
  message?: unknown;
}

/** What the port promises for an error of the database; anything else is a fault and stays as it is. */
export function translated(error: unknown, table?: TableFacts): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const { code, constraint, message } = error as DatabaseFault;
  if (code === '23505' && table && typeof constraint === 'string') {
    const rule = constraint.endsWith('_pkey') ? 'id' : constraint;
    return new UniqueViolation(rule, { cause: error });
  }
  if (typeof code === 'string') {
    if (CONFLICTS.has(code))
      return new TransactionConflict(`Stood in conflict: ${error.message}`, { cause: error });
    if (FULL.has(code)) return new StoreFull(`The database has no room: ${error.message}`, { cause: error });
    if (UNAVAILABLE.test(code) || CONNECTION_CODE.test(code)) return unavailable(error);
  }
  return CONNECTION_TEXT.test(String(message)) ? unavailable(error) : error;
}

function unavailable(error: Error): StoreUnavailable {
  return new StoreUnavailable(`The database does not answer: ${error.message}`, { cause: error });
}
