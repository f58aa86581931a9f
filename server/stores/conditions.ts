import type { Scalar } from './port.js';
import { asked, columnOf, type TableFacts } from './values.js';

export type Comparison = 'lt' | 'lte' | 'gt' | 'gte';

/** One test on one column; a row matches a `Where` when it passes all of its tests. */
export type Test =
  | { column: string; operator: 'eq' | 'not'; value: Scalar }
  | { column: string; operator: Comparison; value: Scalar }
  | { column: string; operator: 'before'; value: Scalar }
  | { column: string; operator: 'in'; values: readonly Scalar[] }
  | { column: string; operator: 'contains'; text: string };

/** A `Where` of the port in the one form both stores read. */
export function testsOf(table: TableFacts, where: object = {}): Test[] {
  return Object.entries(where).flatMap(([column, condition]: [string, unknown]) => {
    if (condition === undefined) return [];
    columnOf(table, column);
    if (condition === null || typeof condition !== 'object') {
      return [{ column, operator: 'eq', value: asked(table, column, condition) } satisfies Test];
    }
    return Object.entries(condition).map(([operator, value]) => testOf(table, column, operator, value));
  });
}

function testOf(table: TableFacts, column: string, operator: string, value: unknown): Test {
  switch (operator) {
    case 'in':
      return {
        column,
        operator,
        values: (value as readonly unknown[]).map((one) => asked(table, column, one)),
      };
    case 'contains':
      if (columnOf(table, column).kind !== 'text') throw new TypeError(`${table.name}.${column} is no text`);
      return { column, operator, text: String(asked(table, column, value)) };
    case 'not':
    case 'before':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return { column, operator, value: asked(table, column, value) };
    default:
      throw new TypeError(`${table.name}.${column}: there is no condition ${operator}`);
  }
}

export interface Sort {
  column: string;
  descending: boolean;
}

/** The order asked for, made total by ascending `id`. */
export function sortsOf(
  table: TableFacts,
  orderBy: readonly (readonly [string, 'asc' | 'desc'])[] = [],
): Sort[] {
  const sorts = orderBy.map(([column, direction]) => {
    if (columnOf(table, column).kind === 'json') throw new TypeError(`${table.name}.${column} has no order`);
    return { column, descending: direction === 'desc' };
  });
  return sorts.some(({ column }) => column === 'id')
    ? sorts
    : [...sorts, { column: 'id', descending: false }];
}

/** The values of `sorts` behind which a keyset page goes on. */
export function keyOf(
  table: TableFacts,
  sorts: readonly Sort[],
  after: { values: readonly unknown[]; id: string },
): Scalar[] {
  return sorts.map(({ column }, index) =>
    asked(table, column, index < after.values.length ? after.values[index] : after.id),
  );
}
