import { sql, type RawBuilder } from 'kysely';
import { keyOf, sortsOf, testsOf, type Comparison, type Sort, type Test } from '../conditions.js';
import type { Scalar } from '../port.js';
import { columnOf, type StoredRow, type TableFacts } from '../values.js';
import { identifier } from './names.js';

type Fragment = RawBuilder<unknown>;

const none = sql``;
const comparisons: Readonly<Record<Comparison, Fragment>> = {
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

/** A `Find` of the port, without the types of its table. */
export interface AnyFind {
  where?: object;
  orderBy?: readonly (readonly [string, 'asc' | 'desc'])[];
  limit?: number;
  offset?: number;
  after?: { values: readonly Scalar[]; id: string };
  lock?: 'update' | 'skip';
}

/** Every column, under the name the schema gives it. */
function columnList(table: TableFacts): Fragment {
  return sql.join([...table.columns.keys()].map((column) => sql`${identifier(column)} as ${sql.id(column)}`));
}

export function select(table: TableFacts, query: AnyFind): Fragment {
  const sorts = sortsOf(table, query.orderBy);
  const conditions = testsOf(table, query.where).map((test) => condition(table, test));
  if (query.after) conditions.push(...behind(table, sorts, keyOf(table, sorts, query.after)));
  const parts = [
    sql`select ${columnList(table)} from ${identifier(table.name)}${whereAll(conditions)}`,
    sql` order by ${sql.join(sorts.map((sort) => sortBy(table, sort)))}`,
    query.limit === undefined ? none : sql` limit ${query.limit}`,
    query.offset ? sql` offset ${query.offset}` : none,
    query.lock === undefined ? none : query.lock === 'skip' ? sql` for update skip locked` : sql` for update`,
  ];
  return sql.join(parts, none);
}

export function count(table: TableFacts, where?: object): Fragment {
  if (isCounted(table, where))
    return sql`select coalesce(sum(count), 0) as "count" from ${countsOf(table)}${matching(table, where)}`;
  return sql`select count(*) as "count" from ${identifier(table.name)}${matching(table, where)}`;
}

export function countBy(table: TableFacts, column: string, where?: object): Fragment {
  columnOf(table, column);
  const value = identifier(column);
  if (isCounted(table, where, column)) {
    return sql`select ${value} as "value", sum(count) as "count"
      from ${countsOf(table)}${matching(table, where)} group by ${value} having sum(count) > 0`;
  }
  return sql`select ${value} as "value", count(*) as "count"
    from ${identifier(table.name)}${matching(table, where)} group by ${value}`;
}

/** Triggers keep how many rows there are of each combination of the counted columns. */
function isCounted(table: TableFacts, where?: object, ...more: string[]): boolean {
  const { counted } = table.definition;
  const asked = [...testsOf(table, where).map(({ column }) => column), ...more];
  return counted !== undefined && asked.every((column) => counted.includes(column));
}

const countsOf = ({ name }: TableFacts): Fragment => identifier(`${name}_counts`);

export function insert(table: TableFacts, rows: readonly StoredRow[]): Fragment {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
  return sql`insert into ${identifier(table.name)} (${sql.join(columns.map(identifier))})
    values ${sql.join(tuples)} returning ${columnList(table)}`;
}

/** No row comes back where a unique rule stands against it, and the transaction goes on. */
export function insertUnlessTaken(table: TableFacts, row: StoredRow): Fragment {
  const columns = Object.keys(row);
  return sql`insert into ${identifier(table.name)} (${sql.join(columns.map(identifier))})
    values (${sql.join(columns.map((column) => sql`${row[column]}`))})
    on conflict do nothing returning ${columnList(table)}`;
}

export function update(
  table: TableFacts,
  where: object,
  changes: StoredRow,
  raiseVersion: boolean,
): Fragment {
  const sets = Object.entries(changes).map(([column, value]) => sql`${identifier(column)} = ${value}`);
  if (raiseVersion) sets.push(sql`version = version + 1`);
  if (sets.length === 0) sets.push(sql`id = id`);
  return sql`update ${identifier(table.name)} set ${sql.join(sets)}${matching(table, where)}`;
}

export function returningRow(table: TableFacts, statement: Fragment): Fragment {
  return sql`${statement} returning ${columnList(table)}`;
}

export function increment(table: TableFacts, id: string, column: string, by: number): Fragment {
  const name = identifier(column);
  return sql`update ${identifier(table.name)} set ${name} = ${name} + ${by} where id = ${id}
    returning ${name} as "value"`;
}

export function remove(table: TableFacts, where: object): Fragment {
  return sql`delete from ${identifier(table.name)}${matching(table, where)}`;
}

function matching(table: TableFacts, where?: object): Fragment {
  return whereAll(testsOf(table, where).map((test) => condition(table, test)));
}

function whereAll(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? none : sql` where ${sql.join(conditions, sql` and `)}`;
}

function condition(table: TableFacts, test: Test): Fragment {
  const column = identifier(test.column);
  switch (test.operator) {
    case 'eq':
      return test.value === null ? sql`${column} is null` : sql`${column} = ${test.value}`;
    case 'not':
      if (test.value === null) return sql`${column} is not null`;
      // A plain comparison where null can't be: partial indexes are recognised by it.
      return columnOf(table, test.column).nullable
        ? sql`${column} is distinct from ${test.value}`
        : sql`${column} <> ${test.value}`;
    case 'in':
      return oneOf(column, test.values);
    case 'contains':
      return sql`${column} like ${`%${test.text.replace(/[\\%_]/g, '\\$&')}%`}`;
    case 'before':
      return sql`(${column} is null or ${column} < ${test.value})`;
    default:
      return test.value === null ? sql`false` : sql`${column} ${comparisons[test.operator]} ${test.value}`;
  }
}

function oneOf(column: Fragment, values: readonly Scalar[]): Fragment {
  const present = values.filter((value) => value !== null);
  const listed = present.length === 0 ? sql`false` : sql`${column} = any(${present})`;
  return present.length === values.length ? listed : sql`(${listed} or ${column} is null)`;
}

function sortBy(table: TableFacts, { column, descending }: Sort): Fragment {
  if (!descending) return identifier(column);
  // Said only where it matters: an index that is read backwards serves `desc` alone.
  return columnOf(table, column).nullable
    ? sql`${identifier(column)} desc nulls last`
    : sql`${identifier(column)} desc`;
}

/** Keyset paging: the rows that follow `key` in the order of `sorts`. */
function behind(table: TableFacts, sorts: readonly Sort[], key: readonly Scalar[]): Fragment[] {
  if (sorts.every(({ column, descending }) => !descending && !columnOf(table, column).nullable)) {
    // One comparison of rows, which an index can start at.
    return [
      sql`(${sql.join(sorts.map(({ column }) => identifier(column)))}) > (${sql.join(key.map((value) => sql`${value}`))})`,
    ];
  }
  const ways: Fragment[] = [];
  const equal: Fragment[] = [];
  for (const [index, { column, descending }] of sorts.entries()) {
    const name = identifier(column);
    const value = key[index] ?? null;
    if (value !== null) {
      const further = descending ? sql`${name} < ${value}` : sql`${name} > ${value}`;
      const nullable = columnOf(table, column).nullable;
      ways.push(sql.join([...equal, nullable ? sql`(${further} or ${name} is null)` : further], sql` and `));
    }
    equal.push(value === null ? sql`${name} is null` : sql`${name} = ${value}`);
  }
  return [...startingAt(table, sorts[0], key[0] ?? null), sql`(${sql.join(ways, sql` or `)})`];
}

/** The bound on the first column that follows from `behind`, said once more so that an index can start there. */
function startingAt(table: TableFacts, first: Sort | undefined, value: Scalar): Fragment[] {
  if (!first) return [];
  const name = identifier(first.column);
  if (value === null) return [sql`${name} is null`];
  if (columnOf(table, first.column).nullable) return [];
  return [first.descending ? sql`${name} <= ${value}` : sql`${name} >= ${value}`];
}
