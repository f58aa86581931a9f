import type { Scalar } from './port.js';
import { schema, type ColumnKind, type TableDefinition, type TableName } from './schema.js';

/** A row as a store keeps it: every value scalar, `json` as its text. */
export type StoredRow = Record<string, Scalar>;

interface ColumnFacts {
  kind: ColumnKind | 'serial';
  nullable: boolean;
}

/** What both stores ask about one table. */
export interface TableFacts {
  name: TableName;
  definition: TableDefinition;
  columns: ReadonlyMap<string, ColumnFacts>;
  serials: readonly string[];
  jsons: readonly string[];
  hasVersion: boolean;
}

const known = new Map<TableName, TableFacts>();

/** The facts of a table, worked out once. */
export function factsOf(name: TableName): TableFacts {
  let facts = known.get(name);
  if (!facts) known.set(name, (facts = workOut(name)));
  return facts;
}

function workOut(name: TableName): TableFacts {
  const definition: TableDefinition = schema[name];
  const columns = new Map<string, ColumnFacts>();
  for (const [column, kind] of Object.entries(definition.columns)) {
    columns.set(column, {
      kind: kind.replace('?', '') as ColumnFacts['kind'],
      nullable: kind.endsWith('?'),
    });
  }
  const ofKind = (kind: string) =>
    [...columns].filter(([, facts]) => facts.kind === kind).map(([column]) => column);
  return {
    name,
    definition,
    columns,
    serials: ofKind('serial'),
    jsons: ofKind('json'),
    hasVersion: columns.has('version'),
  };
}

/** The column, or a `TypeError` that names the mistake. */
export function columnOf(table: TableFacts, column: string): ColumnFacts {
  const facts = table.columns.get(column);
  if (!facts) throw new TypeError(`${table.name} has no column ${column}`);
  return facts;
}

const INT_LIMIT = 2 ** 31;
const EXACT_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Brings a value to the one form both stores keep, so that memory is no more lenient than SQL.
 * A value of another kind is a fault of the caller: `TypeError`.
 */
export function stored(table: TableFacts, column: string, value: unknown): Scalar {
  const { kind, nullable } = columnOf(table, column);
  if (value === null || value === undefined) {
    if (nullable) return null;
    if (kind === 'json' && value === null) return 'null';
    throw new TypeError(`${table.name}.${column} needs a value`);
  }
  if (kind === 'json') return jsonText(value);
  if (kind === 'text' && typeof value === 'string') return wellFormed(value);
  if (kind === 'bool' && typeof value === 'boolean') return value;
  if (kind === 'serial' && Number.isSafeInteger(value)) return value as number;
  if (kind === 'int' && Number.isInteger(value) && Math.abs(value as number) < INT_LIMIT)
    return value as number;
  if (kind === 'time' && typeof value === 'string') return exactTime(value);
  throw new TypeError(`${table.name}.${column} takes ${kind}, not ${typeof value}`);
}

/** A value in a condition: as stored; null is allowed for every column. */
export function asked(table: TableFacts, column: string, value: unknown): Scalar {
  if (value === null) return null;
  if (columnOf(table, column).kind === 'json')
    throw new TypeError(`${table.name}.${column} can only be asked for null`);
  // No stored text holds a NUL, and PostgreSQL refuses even to be asked: an impossible character stands in.
  const text = typeof value === 'string' ? value.replaceAll('\0', '\u{10FFFF}') : value;
  return stored(table, column, text);
}

function exactTime(value: string): string {
  return EXACT_TIME.test(value) ? value : new Date(value).toISOString();
}

function wellFormed(value: string): string {
  if (value.includes('\0')) throw new TypeError('A text may not hold the character NUL');
  return value.replace(LONE_SURROGATE, '\uFFFD');
}

function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? wellFormed(inner) : inner,
  );
  if (text === undefined) throw new TypeError('This value has no form in JSON');
  return text;
}

/** All columns of a row to insert; serial columns are left for the store. */
export function storedRow(table: TableFacts, row: object): StoredRow {
  const values = { ...row } as Readonly<Record<string, unknown>>;
  for (const column of Object.keys(values)) columnOf(table, column);
  const result: StoredRow = {};
  for (const [column, { kind }] of table.columns) {
    if (kind !== 'serial') result[column] = stored(table, column, values[column]);
  }
  return result;
}

/** The columns a patch changes; an undefined value leaves its column as it is. */
export function storedPatch(table: TableFacts, patch: object): StoredRow {
  const result: StoredRow = {};
  for (const [column, value] of Object.entries(patch) as [string, unknown][]) {
    if (value === undefined) continue;
    if (column === 'id' || column === 'version' || columnOf(table, column).kind === 'serial') {
      throw new TypeError(`${table.name}.${column} is given by the store`);
    }
    result[column] = stored(table, column, value);
  }
  return result;
}

/** Rows of an append-only table are added and read, nothing else. */
export function changeable(table: TableFacts): void {
  if (table.definition.appendOnly) throw new TypeError(`${table.name} is append-only`);
}

/** The column `increment` adds to. */
export function incrementable(table: TableFacts, column: string, by: number): void {
  if (columnOf(table, column).kind !== 'int' || !Number.isInteger(by)) {
    throw new TypeError(`${table.name}.${column} can't be raised by ${by}`);
  }
}

/** PostgreSQL's bounds for a notification. */
export function checkNotification(channel: string, payload: string): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(channel)) throw new TypeError(`${channel} is no channel name`);
  if (payload === '' || new TextEncoder().encode(payload).length >= 8000) {
    throw new TypeError('A notification carries 1 to 7999 bytes');
  }
}
