/** Text that sorts by code point, the same on every server and in memory. */
export const text = 'text collate "C"';

/** A moment; the schema knows milliseconds. */
export const time = 'timestamptz(3)';

export const version = 'version integer not null check (version > 0)';

/** A check that the column is one of a closed list (nulls pass). */
export function oneOf(column: string, ...values: readonly string[]): string {
  return `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;
}
