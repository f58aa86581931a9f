import type { Actor, ReadContext } from './context.js';
import { fieldProblem } from './kernel/parse.js';
import type { Find, Order, Scalar, Table } from './stores/port.js';
import { schema, type Row, type TableName } from './stores/schema.js';

/** The part of a list query that says which rows of the whole. */
export interface PageAsked {
  limit?: number | undefined;
  cursor?: string | undefined;
  from?: number | undefined;
}

export interface PageFound<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number;
}

/** Where a page goes on: the order it was made with, the sort values of its last row, and that row's id. */
interface Position {
  order: string;
  values: readonly Scalar[];
  id: string;
}

/**
 * One page of a table, by cursor or by row index. The order is total (ties end at the id), so rows that come or
 * go between two pages neither double nor hide others. `total` comes with the first page and with windows.
 */
export async function pageOf<Name extends TableName>(
  context: ReadContext<Actor | null>,
  name: Name,
  query: Pick<Find<Name>, 'where'> & { orderBy: readonly Order<Name>[] },
  asked: PageAsked,
): Promise<PageFound<Row<Name>>> {
  const table = context.db[name] as unknown as Table<Name>;
  const limit = asked.limit ?? context.config.limits.pageSize;
  checkWindow(asked);
  const order = query.orderBy.map((entry) => entry.join(' ')).join(', ');
  if (asked.cursor === undefined) {
    const total = await table.count(query.where);
    const found = await table.find({ ...query, offset: asked.from ?? 0, limit });
    const more = asked.from === undefined && found.length < total;
    return { items: found, nextCursor: more ? cursorOf(found, query.orderBy, order) : null, total };
  }
  const after = readCursor(asked.cursor, name, query.orderBy, order);
  const found = await table.find({ ...query, after, limit: limit + 1 });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? cursorOf(items, query.orderBy, order) : null };
}

/** One page of rows that had to be worked out one by one; the cursor names the last row shown and its place. */
export function pageOfArray<Item extends { id: string }>(
  context: ReadContext<Actor | null>,
  all: readonly Item[],
  order: string,
  asked: PageAsked,
): PageFound<Item> {
  checkWindow(asked);
  const limit = asked.limit ?? context.config.limits.pageSize;
  const behind = asked.cursor === undefined ? undefined : decode(asked.cursor);
  if (behind && behind.order !== order) throw malformed('cursor');
  const start = behind ? startBehind(all, behind) : (asked.from ?? 0);
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  const more = asked.from === undefined && start + limit < all.length;
  const nextCursor = more && last ? encode({ order, values: [start + limit], id: last.id }) : null;
  return { items, nextCursor, total: all.length };
}

/** Cursor behind the end of a list that was worked out. */
export function cursorBehind(all: readonly { id: string }[], order: string): string {
  return encode({ order, values: [all.length], id: all.at(-1)?.id ?? 'none' });
}

/** Behind the row named, or where it was if it has gone since. */
function startBehind(all: readonly { id: string }[], { id, values }: Position): number {
  const index = all.findIndex((item) => item.id === id);
  return index >= 0 ? index + 1 : Math.max(0, Number(values[0]) || 0);
}

function checkWindow({ cursor, from }: PageAsked): void {
  if (cursor !== undefined && from !== undefined) throw malformed('from');
}

function malformed(parameter: string): Error {
  return fieldProblem([{ pointer: `/${parameter}`, code: 'query_malformed' }]);
}

function cursorOf<Name extends TableName>(
  rows: readonly Row<Name>[],
  orderBy: readonly Order<Name>[],
  order: string,
): string | null {
  const last = rows.at(-1);
  if (!last) return null;
  const values = orderBy.map(([column]) => last[column] as Scalar);
  return encode({ order, values, id: (last as { id: string }).id });
}

/** A cursor comes back from outside, so its values are checked against the columns they will meet. */
function readCursor<Name extends TableName>(
  cursor: string,
  name: Name,
  orderBy: readonly Order<Name>[],
  order: string,
): { values: readonly Scalar[]; id: string } {
  const position = decode(cursor);
  const columns = schema[name].columns as Readonly<Record<string, string>>;
  const fits =
    position.order === order &&
    position.values.length === orderBy.length &&
    orderBy.every(([column], index) => fitsColumn(columns[column] ?? '', position.values[index] ?? null));
  if (!fits) throw malformed('cursor');
  return position;
}

function fitsColumn(kind: string, value: Scalar): boolean {
  if (value === null) return kind.endsWith('?');
  switch (kind.replace('?', '')) {
    case 'int':
    case 'serial':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
    case 'bool':
      return typeof value === 'boolean';
    case 'time':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
    default:
      return typeof value === 'string' && !value.includes('\0');
  }
}

function encode({ order, values, id }: Position): string {
  const bytes = new TextEncoder().encode(JSON.stringify([order, values, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decode(cursor: string): Position {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(parts)) {
      const [order, values, id] = parts as unknown[];
      if (
        typeof order === 'string' &&
        Array.isArray(values) &&
        typeof id === 'string' &&
        /^\w{1,64}$/.test(id)
      ) {
        return { order, values: values as Scalar[], id };
      }
    }
  } catch {
    // Not one of ours: told below.
  }
  throw malformed('cursor');
}
